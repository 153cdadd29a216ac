'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { logSession } from '@/lib/casework/log'
import { recordOffer } from '@/lib/casework/offers'

export async function logSessionAction(input: InputOf<typeof logSession>) {
  return perform(logSession, input)
}

export async function recordOfferAction(input: InputOf<typeof recordOffer>) {
  return perform(recordOffer, input)
}
