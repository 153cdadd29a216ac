'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { editChild } from '@/lib/children/commands'
import { identifyChildren, searchChildren } from '@/lib/children/queries'

export async function editChildAction(input: InputOf<typeof editChild>) {
  return perform(editChild, input)
}

export async function searchAction(query: string) {
  return perform(searchChildren, { query })
}

export async function identifyAction(query: string) {
  return perform(identifyChildren, { query })
}
