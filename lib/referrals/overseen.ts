import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { ROLE_LABELS, type Role } from '../access/roles'
import { waitedFor } from '../pathway/clocks'
import { chaseSteps } from '../pathway/referral-clock'
import type { ReferralState } from '../pathway/states'
import { holdersOf } from '../people/holders'
import { agenciesThatAnswer } from '../sharing/receivers'
import { answeringRoles, ownersOf, receiverOf } from './receiver'
import { nextWordOf, receiverName, type NextWord } from './view'

/** Where a referral stands, with whom, and who to ask; nothing of what it is about (DOMAIN 4: manager; decision 0007). */
export type OverseenReferral = {
  id: string
  /** The contact it came from, by reference. */
  reference: string
  to: string
  state: ReferralState
  sentAt: string
  sentBy: string
  next: NextWord
  /** For how long its next word has been due; null where it is not late. */
  late: string | null
  /** It went to a service outside Waymark, which the front door asks. */
  outside: boolean
  /** Who answers for its receiver, by name; at most ten. */
  people: string[]
  /** How a service outside Waymark is reached, where the directory says. */
  service: { id: string; phone: string | null; openingHours: string | null } | null
  /** Who is asked about it by now, in words, in order: by its clock, as the chaser does. */
  asked: string[]
}

const ASKED: Partial<Record<Role, string>> = { advisor: 'Family Connect', cate_manager: 'the CATE manager', safeguarding_lead: 'the safeguarding lead', manager: 'managers of this area' }

/** One referral for those who oversee the work: that it is late, with whom, since when and who to ask. Throws NotFound. */
export const readOverseen = operation({
  name: 'referrals.overseen',
  effect: 'read',
  permission: 'oversight:read',
  input: z.strictObject({ referralId: z.uuid() }),
  audit: ['referral.overseen'],
  async work({ tx, actor, now }, { referralId }) {
    const { areaId, settings } = actor
    const by = { select: { name: true } } as const
    const row = await tx.referral.findUnique({
      where: { areaId_id: { areaId, id: referralId } },
      include: { toTeam: by, toAgency: by, sentBy: by, contact: { select: { reference: true } }, service: { select: { id: true, phone: true, openingHours: true } } },
    })
    if (!row) throw new NotFound()
    const kind = receiverOf(row)
    const agency = (await agenciesThatAnswer(tx, areaId)).find(({ id }) => id === row.toAgencyId) ?? null
    const steps = row.awaitedBy ? chaseSteps(row.awaitedBy, now, settings) : []
    const owners = steps.flatMap((step) => ownersOf(kind, step, agency)).map(({ role, agencyId }) => (agencyId && agency ? `the people of ${agency.name}` : (ASKED[role] ?? ROLE_LABELS[role])))
    const output: OverseenReferral = {
      id: row.id,
      reference: row.contact.reference,
      to: receiverName(row),
      state: row.state,
      sentAt: row.sentAt.toISOString(),
      sentBy: row.sentBy.name,
      next: nextWordOf(row, settings, now),
      late: row.awaitedBy && row.awaitedBy < now ? waitedFor(row.awaitedBy, now) : null,
      outside: kind === 'service',
      people: await holdersOf(tx, areaId, answeringRoles(kind), now, row.toAgencyId),
      service: row.service,
      asked: [...new Set(owners)],
    }
    return { output, kind: 'referral.overseen', facts: { record: { type: 'referral', id: row.id }, children: row.childId ? [row.childId] : [] } }
  },
})
