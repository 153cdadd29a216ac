'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { editChild } from '@/lib/children/commands'
import { identifyChildren, searchChildren } from '@/lib/children/queries'

export async function editChildAction(input: InputOf<typeof editChild>) {
  return perform(editChild, input)
}

export async function searchAction(input: InputOf<typeof searchChildren>) {
  return perform(searchChildren, input)
}

export async function identifyAction(query: string) {
  return perform(identifyChildren, { query })
}
