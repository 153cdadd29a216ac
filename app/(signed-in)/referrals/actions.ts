'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { acceptReferral } from '@/lib/referrals/accept'
import { declineReferral } from '@/lib/referrals/commands'

export async function acceptReferralAction(input: InputOf<typeof acceptReferral>) {
  return perform(acceptReferral, input)
}

export async function declineReferralAction(input: InputOf<typeof declineReferral>) {
  return perform(declineReferral, input)
}
