'use server'

import { refresh } from 'next/cache'
import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { approveImport, discardImport } from '@/lib/imports/commands'

export async function approveImportAction(input: InputOf<typeof approveImport>) {
  const answer = await perform(approveImport, input)
  if (answer.ok) refresh()
  return answer
}

export async function discardImportAction(input: InputOf<typeof discardImport>) {
  const answer = await perform(discardImport, input)
  if (answer.ok) refresh()
  return answer
}
