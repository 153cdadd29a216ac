import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { may } from '../access/permissions'
import { challengeView, type ChallengeView } from '../challenges/view'
import type { ToldView } from './queries'

/** What is still to be done about a contact once it is decided. */
export type FollowUp = {
  /** Whoever told us does not know yet what was decided, and can be told. */
  untold: boolean
  referrer: string | null
  told: ToldView[]
  challenges: ChallengeView[]
}

/** Who was told what came of a contact, and who disagreed. Throws NotFound. */
export const readFollowUp = operation({
  name: 'referrals.follow-up',
  effect: 'read',
  permission: 'referral:read',
  input: z.strictObject({ contactId: z.uuid() }),
  audit: ['referral.followed'],
  async work({ tx, actor, now }, { contactId }) {
    const { areaId } = actor
    const by = { select: { name: true } } as const
    const contact = await tx.contact.findUnique({
      where: { areaId_id: { areaId, id: contactId } },
      select: {
        childId: true, anonymous: true, referrerName: true, referrerOrganisation: true,
        decision: { select: { referrerTold: true } },
        told: { orderBy: { at: 'asc' }, include: { by } },
        challenges: { orderBy: { at: 'asc' }, include: { by, answeredBy: by } },
      },
    })
    if (!contact) throw new NotFound()
    const output: FollowUp = {
      untold: contact.decision?.referrerTold === 'not_yet' && !contact.anonymous && !contact.told.some((one) => one.referralId === null),
      // for whoever tells them, and nobody else
      referrer: may(actor.role, 'referral:send') ? [contact.referrerName, contact.referrerOrganisation].filter(Boolean).join(', ') || null : null,
      told: contact.told.map(({ at, by: who, toWhom, how, words }) => ({ at: at.toISOString(), by: who.name, toWhom, how, words })),
      challenges: contact.challenges.map((one) => challengeView(one, actor.settings, now)),
    }
    return { output, kind: 'referral.followed', facts: { record: { type: 'contact', id: contactId }, children: contact.childId ? [contact.childId] : [] } }
  },
})
