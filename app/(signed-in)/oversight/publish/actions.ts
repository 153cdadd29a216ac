'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { publishSummary, withdrawSummary } from '@/lib/oversight/publish'

export async function publishSummaryAction(input: InputOf<typeof publishSummary>) {
  return perform(publishSummary, input)
}

export async function withdrawSummaryAction(input: InputOf<typeof withdrawSummary>) {
  return perform(withdrawSummary, input)
}
