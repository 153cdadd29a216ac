/** What a receiver of a referral owes next (DOMAIN 2, Referral). Apart from the clocks, so that a browser may have it. */
import type { ReferralState } from './states'

/** What is awaited of the receiver next. */
export type Awaited = 'acknowledge' | 'answer' | 'action' | 'close'

export const AWAITED_LABELS: Readonly<Record<Awaited, string>> = {
  acknowledge: 'Acknowledge it',
  answer: 'Accept or decline it',
  action: 'Say what was done',
  close: 'Close it with an outcome',
}

const AWAITED: Readonly<Record<ReferralState, Awaited | null>> = {
  sent: 'acknowledge',
  acknowledged: 'answer',
  accepted: 'action',
  action_taken: 'close',
  declined: null,
  closed: null,
}

/** What a referral in that state waits for; null where it waits for nothing of its receiver. */
export function awaitedOf(state: ReferralState): Awaited | null {
  return AWAITED[state]
}
