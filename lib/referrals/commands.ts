import type { z } from 'zod'
import { Conflict } from '../access/errors'
import { operation } from '../access/operation'
import { dropFormDraft } from '../drafts/commands'
import { moveReferral, type Move } from './move'
import { receiverOf } from './receiver'
import { acceptSchema, acknowledgeSchema, actSchema, closeSchema, declineSchema } from './schema'
import { tellSender } from './tell-sender'

type Said = { referralId: string; version: number; saidBy: string; reason?: string; action?: string; outcome?: string }
type Event = 'referral.acknowledged' | 'referral.accepted' | 'referral.declined' | 'referral.acted' | 'referral.closed'

type Answer<S> = {
  name: string
  input: S
  audit: Event
  to: Move['to']
  /** Which field has the words that go into the history; none for an answer without. */
  words?: 'reason' | 'action' | 'outcome'
}

/**
 * An answer of a referral's receiver: one move, with its line in the history, its event and its clock. What ends
 * it goes back to its sender. Throws Conflict where it was answered meanwhile, and NotFound to everybody else.
 */
function answer<S extends z.ZodType<Said>>({ name, input, audit, to, words }: Answer<S>) {
  return operation({
    name,
    effect: 'change',
    permission: 'referral:answer',
    input,
    audit: [audit],
    async work(asking, said) {
      const { referralId, version, saidBy } = said
      const text = words ? (said[words] ?? '') : null
      const before = await moveReferral(asking, { referralId, version, to, words: text, saidBy })
      if (to === 'accepted' && receiverOf(before) === 'cate') throw new Conflict('CATE accepts a referral by opening a case.')
      if (to === 'declined' || to === 'closed') await tellSender(asking, before, to)
      await dropFormDraft(asking, to, referralId)
      return {
        output: undefined,
        kind: audit,
        facts: {
          record: { type: 'referral', id: referralId },
          children: before.childId ? [before.childId] : [],
          before: { state: before.state },
          after: { state: to, ...(words ? { [words]: text } : {}) },
        },
      }
    },
  })
}

/** Says that a referral has arrived and is being looked at. */
export const acknowledgeReferral = answer({ name: 'referrals.acknowledge', input: acknowledgeSchema, audit: 'referral.acknowledged', to: 'acknowledged' })

/** Accepts a referral: its receiver takes it on. CATE accepts by opening a case, which is another door. */
export const takeOnReferral = answer({ name: 'referrals.take-on', input: acceptSchema, audit: 'referral.accepted', to: 'accepted' })

/** Declines a referral, with a reason that its sender reads: it comes back to them. */
export const declineReferral = answer({ name: 'referrals.decline', input: declineSchema, audit: 'referral.declined', to: 'declined', words: 'reason' })

/** Says what was done about a referral that was accepted. */
export const actOnReferral = answer({ name: 'referrals.act', input: actSchema, audit: 'referral.acted', to: 'action_taken', words: 'action' })

/** Closes a referral with what came of it, which its sender passes on to whoever told us. */
export const closeReferral = answer({ name: 'referrals.close', input: closeSchema, audit: 'referral.closed', to: 'closed', words: 'outcome' })
