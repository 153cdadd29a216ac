'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { answerExit, closeCase, proposeExit, reopenCase, withdrawExit } from '@/lib/reviews/exit'
import { holdReview } from '@/lib/reviews/hold'

export async function holdReviewAction(input: InputOf<typeof holdReview>) {
  return perform(holdReview, input)
}

export async function proposeExitAction(input: InputOf<typeof proposeExit>) {
  return perform(proposeExit, input)
}

export async function answerExitAction(input: InputOf<typeof answerExit>) {
  return perform(answerExit, input)
}

export async function withdrawExitAction(input: InputOf<typeof withdrawExit>) {
  return perform(withdrawExit, input)
}

export async function closeCaseAction(input: InputOf<typeof closeCase>) {
  return perform(closeCase, input)
}

export async function reopenCaseAction(input: InputOf<typeof reopenCase>) {
  return perform(reopenCase, input)
}
