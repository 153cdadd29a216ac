'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { editChild } from '@/lib/children/commands'
import { identifyChildren, searchChildren } from '@/lib/children/queries'
import { askToJoin, mergeChildren, tellApart, undoJudgement } from '@/lib/screening/judge'
import { possibleChildren } from '@/lib/screening/matches'

export async function editChildAction(input: InputOf<typeof editChild>) {
  return perform(editChild, input)
}

export async function searchAction(input: InputOf<typeof searchChildren>) {
  return perform(searchChildren, input)
}

export async function identifyAction(query: string) {
  return perform(identifyChildren, { query })
}

export async function possibleChildrenAction(input: InputOf<typeof possibleChildren>) {
  return perform(possibleChildren, input)
}

export async function tellApartAction(input: InputOf<typeof tellApart>) {
  return perform(tellApart, input)
}

export async function askToJoinAction(input: InputOf<typeof askToJoin>) {
  return perform(askToJoin, input)
}

export async function mergeChildrenAction(input: InputOf<typeof mergeChildren>) {
  return perform(mergeChildren, input)
}

export async function undoJudgementAction(input: InputOf<typeof undoJudgement>) {
  return perform(undoJudgement, input)
}
