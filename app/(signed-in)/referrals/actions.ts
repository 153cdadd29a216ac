'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { answerChallenge, raiseChallenge } from '@/lib/challenges/commands'
import { acceptReferral } from '@/lib/referrals/accept'
import { acknowledgeReferral, actOnReferral, closeReferral, declineReferral, takeOnReferral } from '@/lib/referrals/commands'
import { sendOn } from '@/lib/referrals/send-on'
import { tellReferrer } from '@/lib/referrals/tell'
import { refuseSharing } from '@/lib/sharing/commands'

export async function acceptReferralAction(input: InputOf<typeof acceptReferral>) {
  return perform(acceptReferral, input)
}

export async function acknowledgeReferralAction(input: InputOf<typeof acknowledgeReferral>) {
  return perform(acknowledgeReferral, input)
}

export async function takeOnReferralAction(input: InputOf<typeof takeOnReferral>) {
  return perform(takeOnReferral, input)
}

export async function declineReferralAction(input: InputOf<typeof declineReferral>) {
  return perform(declineReferral, input)
}

export async function actOnReferralAction(input: InputOf<typeof actOnReferral>) {
  return perform(actOnReferral, input)
}

export async function closeReferralAction(input: InputOf<typeof closeReferral>) {
  return perform(closeReferral, input)
}

export async function sendOnAction(input: InputOf<typeof sendOn>) {
  return perform(sendOn, input)
}

export async function tellReferrerAction(input: InputOf<typeof tellReferrer>) {
  return perform(tellReferrer, input)
}

export async function refuseSharingAction(input: InputOf<typeof refuseSharing>) {
  return perform(refuseSharing, input)
}

export async function raiseChallengeAction(input: InputOf<typeof raiseChallenge>) {
  return perform(raiseChallenge, input)
}

export async function answerChallengeAction(input: InputOf<typeof answerChallenge>) {
  return perform(answerChallenge, input)
}
