import { z } from 'zod'
import { operation } from '../../lib/access/operation'

const child = { select: { id: true, givenName: true, familyName: true, dateOfBirth: true, sex: true, school: true } } as const

/** What the work in hand hangs on, out of the year: picked by what it is, never by chance. */
export const findForHand = operation({
  name: 'seed.hand',
  effect: 'read',
  permission: 'area:seed',
  input: z.strictObject({}),
  audit: ['area.counted'],
  async work({ tx, actor, now }) {
    const { areaId } = actor
    // children for a while yet: what they are picked for is for under-18s
    const young = { dateOfBirth: { gt: new Date(now.getTime() - 17 * 365.25 * 86_400_000) } }
    const agencies = await tx.agency.findMany({ where: { areaId }, select: { id: true, name: true } })
    const referrals = await tx.referral.findMany({
      where: { areaId, toAgencyId: { not: null } }, orderBy: [{ sentAt: 'asc' }, { id: 'asc' }], select: { id: true, sentAt: true, toAgencyId: true, child: { select: { sex: true } } },
    })
    // about exploitation, decided, and no case: what an enquiry is opened on
    const concerns = await tx.contact.findMany({
      where: { areaId, exploitation: 'suspected', childId: { not: null }, decision: { outcomes: { has: 'safeguarding' } }, child: { cases: { none: {} }, sex: 'F' } },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }], take: 2, include: { child },
    })
    const cases = await tx.cateCase.findMany({
      where: { areaId, closedAt: null, referralId: { not: null }, allocatedToId: { not: null } }, orderBy: [{ referredAt: 'desc' }, { id: 'desc' }], take: 1,
      include: { referral: { select: { contactId: true } }, child },
    })
    const held = await tx.cateCase.findMany({
      where: { areaId, closedAt: null, stage: 'plan', allocatedTo: { email: { startsWith: 'practitioner@' } } }, orderBy: { reference: 'asc' }, take: 2, include: { child },
    })
    // of another practitioner, at a level that calls a strategy meeting
    const amber = await tx.cateCase.findMany({
      where: { areaId, closedAt: null, stage: 'plan', level: { in: ['medium_high', 'high'] }, child: young, allocatedTo: { email: { not: { startsWith: 'practitioner@' } } } }, orderBy: { reference: 'asc' }, take: 1, include: { child },
    })
    // by the newest first: the demo practitioners' oldest cases are where other work is begun
    const assessed = await tx.cateCase.findMany({
      where: { areaId, closedAt: null, stage: { in: ['assessment', 'panel', 'plan'] }, allocatedTo: { email: { startsWith: 'practitioner' } } },
      orderBy: [{ referredAt: 'desc' }, { id: 'desc' }], include: { child, allocatedTo: { select: { email: true } } },
    })
    const planned = await tx.cateCase.findMany({
      where: { areaId, closedAt: null, stage: 'plan', allocatedTo: { email: { startsWith: 'practitioner@' } } }, orderBy: { reference: 'desc' }, take: 3, select: { id: true },
    })
    return { output: { assessed, planned, amber, agencies: new Map(agencies.map(({ id, name }) => [name, id])), referrals, concerns, cases, held }, kind: 'area.counted', facts: {} }
  },
})

export type Found = Awaited<ReturnType<typeof findForHand.run>>
export type FoundChild = NonNullable<Found['concerns'][number]['child']>

/** The id of an agency of the area. Throws an Error for one that is not there. */
export function agencyOf({ agencies }: Found, name: string): string {
  const id = agencies.get(name)
  if (!id) throw new Error(`there is no ${name}`)
  return id
}
