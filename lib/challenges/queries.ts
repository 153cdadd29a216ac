import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { challengeView, type ChallengeView } from './view'

/** What one's own agency told the front door, what it was told came of it, and its challenge. */
export type OwnContactView = {
  id: string
  reference: string
  receivedAt: string
  toldBy: string | null
  whatWasSaid: string
  decided: boolean
  told: { at: string; toWhom: string; words: string }[]
  challenge: ChallengeView | null
}

/** One contact of one's own agency, for whoever disagrees with what came of it. Throws NotFound. */
export const readOwnContact = operation({
  name: 'challenges.own-contact',
  effect: 'read',
  permission: 'contact:list-own-agency',
  input: z.strictObject({ contactId: z.uuid() }),
  audit: ['challenge.opened'],
  async work({ tx, actor, now }, { contactId }) {
    const { areaId, agencyId } = actor
    const by = { select: { name: true } } as const
    const contact = await tx.contact.findUnique({
      where: { areaId_id: { areaId, id: contactId } },
      select: { id: true, childId: true, reference: true, receivedAt: true, referrerName: true, referrerAgencyId: true, whatWasSaid: true, state: true },
    })
    if (!contact || !agencyId || contact.referrerAgencyId !== agencyId) throw new NotFound()
    const told = await tx.outcomeTold.findMany({ where: { areaId, contactId, how: { not: 'cannot' } }, orderBy: { at: 'asc' } })
    const challenge = await tx.challenge.findFirst({ where: { areaId, contactId, byAgencyId: agencyId }, include: { by, answeredBy: by } })
    const output: OwnContactView = {
      id: contact.id,
      reference: contact.reference,
      receivedAt: contact.receivedAt.toISOString(),
      toldBy: contact.referrerName,
      whatWasSaid: contact.whatWasSaid,
      decided: contact.state === 'decided',
      told: told.map(({ at, toWhom, words }) => ({ at: at.toISOString(), toWhom, words })),
      challenge: challenge ? challengeView(challenge, actor.settings, now) : null,
    }
    return { output, kind: 'challenge.opened', facts: { record: { type: 'contact', id: contactId }, children: contact.childId ? [contact.childId] : [] } }
  },
})
