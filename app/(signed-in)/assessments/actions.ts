'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
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
