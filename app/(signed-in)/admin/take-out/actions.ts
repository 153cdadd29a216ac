'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { answerRelease, askRelease } from '@/lib/releases/commands'

export async function askReleaseAction(input: InputOf<typeof askRelease>) {
  return perform(askRelease, input)
}

export async function answerReleaseAction(input: InputOf<typeof answerRelease>) {
  return perform(answerRelease, input)
}
