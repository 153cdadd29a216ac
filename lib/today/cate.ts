import type { Asking } from '../access/operation'
import { countOwnAlerts } from '../alerts/queries'
import { seenOfCases } from '../casework/seen'
import { summariseCase } from '../cases/view'
import { workedBy } from '../cases/worked-by'
import { loads } from '../cases/workload'
import { nameOf } from '../children/view'
import { countOwnRequests } from '../enquiries/own'
import { countAhead } from '../panels/ahead'
import { countAsked } from '../panels/own'
import { caseload } from '../pathway/caseload'
import { waitedFor } from '../pathway/clocks'
import type { Today } from './view'

const include = {
  child: { select: { id: true, givenName: true, familyName: true, knownAs: true, dateOfBirth: true, birthEstimated: true } },
  allocatedTo: { select: { name: true } },
} as const

// all of them: the board's maximum bounds how many a team has open, and what is urgent must not fall off a page
// `log`: with when each young person was last seen, for those who read the session log
async function openCases({ tx, actor, now }: Asking, { log }: { log: boolean }) {
  const rows = await tx.cateCase.findMany({ where: { areaId: actor.areaId, closedAt: null, ...(actor.role === 'practitioner' ? workedBy(actor.userId) : {}) }, include })
  const known = log ? await seenOfCases(tx, actor.areaId, rows.map(({ id }) => id)) : null
  const cases = rows
    .map((row) => summariseCase(row, { levels: true, now, own: actor.role === 'practitioner' ? actor.userId : undefined, ...(known ? { log: { known: known.get(row.id), settings: actor.settings } } : {}) }))
    .sort((a, b) => (a.next?.due ?? '9').localeCompare(b.next?.due ?? '9'))
  return { rows, cases, shown: { rows: rows.map((row) => row.id), children: rows.map((row) => row.childId) } }
}

/** A practitioner: their caseload, what is due first. */
export async function ofPractitioner(asking: Asking): Promise<Today.Made> {
  const { rows, cases, shown } = await openCases(asking, { log: true })
  return { page: { kind: 'practitioner', cases, load: caseload(rows, asking.actor.settings) }, ...shown }
}

/** The CATE manager: referrals to answer, cases to allocate, what is late, and who carries what. */
export async function ofManager(asking: Asking): Promise<Today.Made> {
  const { tx, actor, now } = asking
  const referrals = await tx.referral.findMany({
    // those that wait for an answer, and those that a challenge gave back and that have no case yet
    where: { areaId: actor.areaId, OR: [{ respondedAt: null }, { awaitedBy: { not: null }, case: { is: null } }] },
    orderBy: { sentAt: 'asc' },
    take: 50,
    include: { child: true, contact: { select: { reference: true } } },
  })
  const { cases } = await openCases(asking, { log: true })
  const unallocated = cases.filter((one) => one.stage === 'allocation')
  const late = cases.filter((one) => one.next?.state === 'late' && one.stage !== 'allocation')
  const shown = [...unallocated, ...late]
  return {
    page: {
      kind: 'cate_manager',
      referrals: referrals.map((row) => ({
        id: row.id,
        sentAt: row.sentAt.toISOString(),
        waited: waitedFor(row.sentAt, now),
        child: row.child ? nameOf(row.child) : 'No child named',
        contact: row.contact.reference,
      })),
      unallocated,
      late,
      team: await loads(tx, actor, now),
      alerts: await countOwnAlerts(tx, actor),
      enquiries: await countOwnRequests(asking),
      asked: await countAsked(asking),
      ahead: await countAhead(asking),
    },
    rows: [...referrals.map((row) => row.id), ...shown.map((one) => one.id)],
    children: [...referrals.flatMap((row) => row.childId ?? []), ...shown.map((one) => one.child.id)],
  }
}

/** The panel's chair: panels to come, answers that are awaited, and the cases that wait for the panel. */
export async function ofChair(asking: Asking): Promise<Today.Made> {
  const { cases } = await openCases(asking, { log: false })
  const waiting = cases.filter((one) => one.stage === 'panel')
  return { page: { kind: 'panel_chair', cases: waiting, ahead: await countAhead(asking) }, rows: waiting.map((one) => one.id), children: waiting.map((one) => one.child.id) }
}
