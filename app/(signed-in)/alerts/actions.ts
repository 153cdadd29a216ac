'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { acknowledgeAlert } from '@/lib/alerts/commands'

export async function acknowledgeAlertAction(input: InputOf<typeof acknowledgeAlert>) {
  return perform(acknowledgeAlert, input)
}
