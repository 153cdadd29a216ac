'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { answerPart } from '@/lib/assessments/answer-part'
import { askPart } from '@/lib/assessments/ask-part'
import { beginAssessment, finishAssessment, saveBlock } from '@/lib/assessments/commands'

export async function beginAssessmentAction(input: InputOf<typeof beginAssessment>) {
  return perform(beginAssessment, input)
}

export async function saveBlockAction(input: InputOf<typeof saveBlock>) {
  return perform(saveBlock, input)
}

export async function finishAssessmentAction(input: InputOf<typeof finishAssessment>) {
  return perform(finishAssessment, input)
}

export async function askPartAction(input: InputOf<typeof askPart>) {
  return perform(askPart, input)
}

export async function answerPartAction(input: InputOf<typeof answerPart>) {
  return perform(answerPart, input)
}
