'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { addPlanAction } from '@/lib/plans/actions'
import { beginPlan, issuePlan, savePlan } from '@/lib/plans/commands'
import { writingPlan } from '@/lib/plans/queries'

export async function beginPlanAction(input: InputOf<typeof beginPlan>) {
  return perform(beginPlan, input)
}

export async function savePlanAction(input: InputOf<typeof savePlan>) {
  return perform(savePlan, input)
}

export async function issuePlanAction(input: InputOf<typeof issuePlan>) {
  return perform(issuePlan, input)
}

export async function addPlanActionAction(input: InputOf<typeof addPlanAction>) {
  return perform(addPlanAction, input)
}

export async function writingPlanAction(input: InputOf<typeof writingPlan>) {
  return perform(writingPlan, input)
}
