'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { recordOnCase } from '@/lib/cases/calls'
import { searchChildren } from '@/lib/children/queries'
import { logContact, nameChild } from '@/lib/contacts/commands'
import { decideContact } from '@/lib/contacts/decide'

export async function logContactAction(input: InputOf<typeof logContact>) {
  return perform(logContact, input)
}

export async function recordOnCaseAction(input: InputOf<typeof recordOnCase>) {
  return perform(recordOnCase, input)
}

export async function nameChildAction(input: InputOf<typeof nameChild>) {
  return perform(nameChild, input)
}

export async function decideContactAction(input: InputOf<typeof decideContact>) {
  return perform(decideContact, input)
}

export async function searchChildrenAction(query: string) {
  return perform(searchChildren, { query })
}
