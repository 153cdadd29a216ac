import { z } from 'zod'
import { operation, type Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { waitedFor } from '../pathway/clocks'

type PathwayClock = 'Strategy meeting' | 'Minutes' | 'Strategy review' | 'Assessment part' | 'Action'

/** Something past its limit: a reference and dates, and no child (DOMAIN 4: manager). */
export type LateItem = { id: string; what: 'Decision' | 'Referral' | 'Risk panel' | 'Review' | PathwayClock; reference: string; due: string; late: string; with: string }

const MOST = 50

/** What is late now in the area, longest first; at most 50 of each kind. */
export async function lateWork(tx: Tx, actor: Actor, now: Date): Promise<LateItem[]> {
  const { areaId } = actor
  const held = { select: { name: true } } as const
  const contacts = await tx.contact.findMany({
    where: { areaId, awaitedUntil: { lt: now } },
    orderBy: { awaitedUntil: 'asc' },
    take: MOST,
    select: { id: true, reference: true, decisionDue: true },
  })
  const panels = await tx.cateCase.findMany({
    where: { areaId, closedAt: null, panelHeldAt: null, panelDue: { lt: now } },
    orderBy: { panelDue: 'asc' },
    take: MOST,
    select: { id: true, reference: true, panelDue: true, allocatedTo: held },
  })
  const reviews = await tx.cateCase.findMany({
    where: { areaId, closedAt: null, panelHeldAt: { not: null }, nextReviewDue: { lt: now } },
    orderBy: { nextReviewDue: 'asc' },
    take: MOST,
    select: { id: true, reference: true, nextReviewDue: true, allocatedTo: held },
  })
  const referrals = await tx.referral.findMany({
    where: { areaId, awaitedBy: { lt: now } },
    orderBy: { awaitedBy: 'asc' },
    take: MOST,
    select: { id: true, awaitedBy: true, toService: true, toTeam: held, toAgency: held, contact: { select: { reference: true } } },
  })
  const pathway = await tx.$queryRaw<{ id: string; what: PathwayClock; reference: string; due: Date; who: string }[]>`SELECT id, what, reference, due, who FROM late_pathway(${now}::timestamptz, ${MOST}::int)`
  const item = (id: string, what: LateItem['what'], reference: string, due: Date, who: string): LateItem => ({ id: `${what} ${id}`, what, reference, due: due.toISOString(), late: waitedFor(due, now), with: who })
  return [
    ...contacts.map((row) => item(row.id, 'Decision', row.reference, row.decisionDue, 'Family Connect')),
    ...referrals.map((row) => item(row.id, 'Referral', row.contact.reference, row.awaitedBy ?? now, row.toTeam?.name ?? row.toAgency?.name ?? row.toService ?? '')),
    ...panels.map((row) => item(row.id, 'Risk panel', row.reference, row.panelDue, row.allocatedTo?.name ?? 'Not allocated')),
    ...pathway.map((row) => item(row.id, row.what, row.reference, row.due, row.who)),
    ...reviews.map((row) => item(row.id, 'Review', row.reference, row.nextReviewDue ?? now, row.allocatedTo?.name ?? 'Not allocated')),
  ].sort((a, b) => a.due.localeCompare(b.due))
}

/** What is late now, for those who oversee the work. */
export const readLate = operation({
  name: 'oversight.late',
  effect: 'read',
  permission: 'oversight:read',
  input: z.strictObject({}),
  audit: ['oversight.seen'],
  async work({ tx, actor, now }) {
    const output = await lateWork(tx, actor, now)
    return { output, kind: 'oversight.seen', facts: { rows: output.map((late) => late.id.split(' ').at(-1) ?? '') } }
  },
})
