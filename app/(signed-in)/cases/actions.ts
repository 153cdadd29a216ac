'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { allocateCase } from '@/lib/cases/commands'
import { arrangeCover, endCover } from '@/lib/cover/commands'

export async function allocateCaseAction(input: InputOf<typeof allocateCase>) {
  return perform(allocateCase, input)
}

export async function arrangeCoverAction(input: InputOf<typeof arrangeCover>) {
  return perform(arrangeCover, input)
}

export async function endCoverAction(input: InputOf<typeof endCover>) {
  return perform(endCover, input)
}
