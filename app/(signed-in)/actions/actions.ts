'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { answerAction } from '@/lib/actions/commands'

export async function answerActionAction(input: InputOf<typeof answerAction>) {
  return perform(answerAction, input)
}
