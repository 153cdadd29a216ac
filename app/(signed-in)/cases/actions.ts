'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { allocateCase } from '@/lib/cases/commands'

export async function allocateCaseAction(input: InputOf<typeof allocateCase>) {
  return perform(allocateCase, input)
}
