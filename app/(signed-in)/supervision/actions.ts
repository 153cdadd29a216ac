'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { recordSupervision } from '@/lib/casework/supervise'

export async function recordSupervisionAction(input: InputOf<typeof recordSupervision>) {
  return perform(recordSupervision, input)
}
