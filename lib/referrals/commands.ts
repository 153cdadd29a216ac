import { Conflict } from '../access/errors'
import { operation } from '../access/operation'
import { moveReferral } from './move'
import { receiverOf } from './receiver'
import { acceptSchema, acknowledgeSchema, actSchema, closeSchema, declineSchema } from './schema'
import { tellSender } from './tell-sender'

/** Says that a referral has arrived and is being looked at. Throws Conflict where it was answered meanwhile. */
export const acknowledgeReferral = operation({
  name: 'referrals.acknowledge',
  effect: 'change',
  permission: 'referral:answer',
  input: acknowledgeSchema,
  audit: ['referral.acknowledged'],
  async work(asking, { referralId, version, saidBy }) {
    const before = await moveReferral(asking, { referralId, version, to: 'acknowledged', words: null, saidBy })
    return { output: undefined, kind: 'referral.acknowledged', facts: { ...about(before), before: { state: before.state }, after: { state: 'acknowledged' } } }
  },
})

/** Accepts a referral: its receiver takes it on. CATE accepts by opening a case, which is another door. */
export const takeOnReferral = operation({
  name: 'referrals.take-on',
  effect: 'change',
  permission: 'referral:answer',
  input: acceptSchema,
  audit: ['referral.accepted'],
  async work(asking, { referralId, version, saidBy }) {
    const before = await moveReferral(asking, { referralId, version, to: 'accepted', words: null, saidBy })
    if (receiverOf(before) === 'cate') throw new Conflict('CATE accepts a referral by opening a case.')
    return { output: undefined, kind: 'referral.accepted', facts: { ...about(before), before: { state: before.state }, after: { state: 'accepted' } } }
  },
})

/** Declines a referral, with a reason that its sender reads: it comes back to them. Throws Conflict where it was answered meanwhile. */
export const declineReferral = operation({
  name: 'referrals.decline',
  effect: 'change',
  permission: 'referral:answer',
  input: declineSchema,
  audit: ['referral.declined'],
  async work(asking, { referralId, version, reason, saidBy }) {
    const before = await moveReferral(asking, { referralId, version, to: 'declined', words: reason, saidBy })
    await tellSender(asking, before, 'declined')
    return { output: undefined, kind: 'referral.declined', facts: { ...about(before), before: { state: before.state }, after: { state: 'declined', reason } } }
  },
})

/** Says what was done about a referral that was accepted. */
export const actOnReferral = operation({
  name: 'referrals.act',
  effect: 'change',
  permission: 'referral:answer',
  input: actSchema,
  audit: ['referral.acted'],
  async work(asking, { referralId, version, action, saidBy }) {
    const before = await moveReferral(asking, { referralId, version, to: 'action_taken', words: action, saidBy })
    return { output: undefined, kind: 'referral.acted', facts: { ...about(before), before: { state: before.state }, after: { state: 'action_taken', action } } }
  },
})

/** Closes a referral with what came of it, which its sender passes on to whoever told us. */
export const closeReferral = operation({
  name: 'referrals.close',
  effect: 'change',
  permission: 'referral:answer',
  input: closeSchema,
  audit: ['referral.closed'],
  async work(asking, { referralId, version, outcome, saidBy }) {
    const before = await moveReferral(asking, { referralId, version, to: 'closed', words: outcome, saidBy })
    await tellSender(asking, before, 'closed')
    return { output: undefined, kind: 'referral.closed', facts: { ...about(before), before: { state: before.state }, after: { state: 'closed', outcome } } }
  },
})

function about({ id, childId }: { id: string; childId: string | null }) {
  return { record: { type: 'referral' as const, id }, children: childId ? [childId] : [] }
}
