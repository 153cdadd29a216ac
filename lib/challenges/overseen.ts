import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { waitedFor } from '../pathway/clocks'
import { holdersOf } from '../people/holders'

/** Where the challenges of a contact stand, and who answers them; not who disagrees, nor with what (DOMAIN 4: manager). */
export type OverseenChallenges = {
  /** The contact, by reference. */
  reference: string
  challenges: { id: string; at: string; due: string; late: string | null; answeredAt: string | null }[]
  people: string[]
}

/** The challenges of one contact for those who oversee the work: what is late, since when and who to ask. Throws NotFound where there are none. */
export const readOverseenChallenges = operation({
  name: 'challenges.overseen',
  effect: 'read',
  permission: 'oversight:read',
  input: z.strictObject({ contactId: z.uuid() }),
  audit: ['challenge.overseen'],
  async work({ tx, actor, now }, { contactId }) {
    const { areaId } = actor
    const rows = await tx.challenge.findMany({
      where: { areaId, contactId }, orderBy: { at: 'asc' },
      select: { id: true, at: true, dueAt: true, answeredAt: true, contact: { select: { reference: true, childId: true } } },
    })
    const [first] = rows
    if (!first) throw new NotFound()
    const output: OverseenChallenges = {
      reference: first.contact.reference,
      challenges: rows.map(({ id, at, dueAt, answeredAt }) => ({
        id, at: at.toISOString(), due: dueAt.toISOString(), late: !answeredAt && dueAt < now ? waitedFor(dueAt, now) : null, answeredAt: answeredAt?.toISOString() ?? null,
      })),
      people: await holdersOf(tx, areaId, ['safeguarding_lead'], now),
    }
    return { output, kind: 'challenge.overseen', facts: { record: { type: 'contact', id: contactId }, children: first.contact.childId ? [first.contact.childId] : [] } }
  },
})
