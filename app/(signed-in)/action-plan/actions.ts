'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { addPlanItem, updatePlanItem } from '@/lib/action-plan/commands'
import { checkPlanTable, importPlanTable } from '@/lib/action-plan/import'

export async function addPlanItemAction(input: InputOf<typeof addPlanItem>) {
  return perform(addPlanItem, input)
}

export async function updatePlanItemAction(input: InputOf<typeof updatePlanItem>) {
  return perform(updatePlanItem, input)
}

export async function checkPlanTableAction(input: InputOf<typeof checkPlanTable>) {
  return perform(checkPlanTable, input)
}

export async function importPlanTableAction(input: InputOf<typeof importPlanTable>) {
  return perform(importPlanTable, input)
}
