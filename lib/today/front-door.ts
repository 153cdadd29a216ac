import type { Asking } from '../access/operation'
import { may } from '../access/permissions'
import { countOwnAlerts } from '../alerts/queries'
import { countOwnRequests } from '../enquiries/own'
import { decisionClockOf, gistOf, lateOrClose, summariseContact } from '../contacts/view'
import { instantAt, londonDay } from '../pathway/london'
import { countOpenAccess } from '../subject-access/count'
import type { Today } from './view'

const SHOWN = 15

/** The front door: contacts waiting for a decision by what is due first, and one's own unfinished drafts. */
export async function ofFrontDoor({ tx, actor, now }: Asking): Promise<Today.Made> {
  const { areaId } = actor
  const waiting = await tx.contact.findMany({
    where: { areaId, awaitedUntil: { not: null } },
    orderBy: [{ awaitedUntil: 'asc' }, { id: 'asc' }],
    take: SHOWN,
    include: {
      child: { select: { id: true, givenName: true, familyName: true, knownAs: true } },
      decision: { select: { outcomes: true, decidedAt: true } },
    },
  })
  const [counts] = await tx.$queryRaw<{ waiting: number; late: number; logged_today: number; referrals_waiting: number }[]>`
    SELECT (SELECT count(*)::int FROM contact WHERE area_id = ${areaId}::uuid AND awaited_until IS NOT NULL) AS waiting,
      (SELECT count(*)::int FROM contact WHERE area_id = ${areaId}::uuid AND awaited_until < ${now}::timestamptz) AS late,
      (SELECT count(*)::int FROM contact WHERE area_id = ${areaId}::uuid AND received_at >= ${instantAt(londonDay(now), 0)}::timestamptz) AS logged_today,
      (SELECT count(*)::int FROM referral WHERE area_id = ${areaId}::uuid AND responded_at IS NULL) AS referrals_waiting`
  const pressing = actor.role === 'safeguarding_lead' ? await pressingNow({ tx, actor, now }) : null
  const enquiries = actor.role === 'safeguarding_lead' ? await enquiriesNow({ tx, actor, now }) : null
  const drafts = await tx.draft.findMany({ where: { areaId, userId: actor.userId, kind: 'contact' }, orderBy: { updatedAt: 'desc' }, take: 5 })
  return {
    page: {
      kind: 'front_door',
      waiting: waiting.map((row) => summariseContact(row, actor.settings, now, may(actor.role, 'referrer:know'))),
      counts: {
        waiting: counts?.waiting ?? 0,
        late: counts?.late ?? 0,
        loggedToday: counts?.logged_today ?? 0,
        referralsWaiting: counts?.referrals_waiting ?? 0,
        alerts: await countOwnAlerts(tx, actor),
      },
      pressing: pressing && { items: pressing.items, count: pressing.count },
      enquiries,
      access: actor.role === 'safeguarding_lead' ? await countOpenAccess({ tx, actor, now }) : null,
      drafts: drafts.map((draft) => ({ id: draft.id, savedAt: draft.updatedAt.toISOString(), about: aboutOf(draft.content) })),
    },
    rows: [...new Set([...waiting.map((row) => row.id), ...(pressing?.items ?? []).map((one) => one.id)])],
    children: waiting.flatMap((row) => row.childId ?? []),
  }
}

/** What is late or close to its limit, the longest first, with who wrote it down. */
async function pressingNow({ tx, actor, now }: Asking): Promise<{ items: Today.Pressing[]; count: number }> {
  const where = { areaId: actor.areaId, ...lateOrClose(actor.settings, now) }
  const rows = await tx.contact.findMany({
    where,
    orderBy: [{ awaitedUntil: 'asc' }, { id: 'asc' }],
    take: SHOWN,
    select: { id: true, reference: true, receivedAt: true, decisionDue: true, loggedBy: { select: { name: true } } },
  })
  const items = rows.map((row) => ({ id: row.id, reference: row.reference, loggedBy: row.loggedBy.name, ...decisionClockOf(row, null, actor.settings, now) }))
  return { items, count: items.length < SHOWN ? items.length : await tx.contact.count({ where }) }
}

/** Open enquiries, those in which an agency is late, and what her own agency has still to answer. */
async function enquiriesNow({ tx, actor, now }: Asking): Promise<NonNullable<Today.FrontDoor['enquiries']>> {
  const where = { areaId: actor.areaId, decidedAt: null }
  const open = await tx.enquiry.count({ where })
  const overdue = open ? await tx.enquiry.count({ where: { ...where, requests: { some: { answeredAt: null, dueAt: { lt: now } } } } }) : 0
  return { open, overdue, ...(await countOwnRequests({ tx, actor, now })) }
}

function aboutOf(content: unknown): string {
  const said = typeof content === 'object' && content !== null && 'whatWasSaid' in content ? content.whatWasSaid : ''
  return typeof said === 'string' && said.trim() ? gistOf(said) : 'Nothing written under ‘What was said’ yet'
}
