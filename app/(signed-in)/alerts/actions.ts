'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { acknowledgeAlert } from '@/lib/alerts/commands'
import { answerScreen } from '@/lib/contacts/screen'

export async function acknowledgeAlertAction(input: InputOf<typeof acknowledgeAlert>) {
  return perform(acknowledgeAlert, input)
}

export async function answerScreenAction(input: InputOf<typeof answerScreen>) {
  return perform(answerScreen, input)
}
