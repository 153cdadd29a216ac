import { z } from 'zod'
import { Invalid, NotFound } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import type { Role } from '../access/roles'
import { auditKind } from '../pathway/audit-questions'
import { giveSchema } from './schema'

type GivenRow = { itemId: string; opinion: number; toId: string; at: Date; id: string }

/** To whom each opinion is given, by `slotOf`: the last time it was given stands. Rows in any order. */
export function standing<T extends GivenRow>(rows: readonly T[]): ReadonlyMap<string, T> {
  const sorted = [...rows].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
  return new Map(sorted.map((row) => [slotOf(row.itemId, row.opinion), row]))
}

/** An opinion of an item, as a form names it: the item's id and 1 or 2. */
export const slotOf = (itemId: string, opinion: number): string => `${itemId}.${opinion}`

/** Rows about opinions by `slotOf`, so that an audit of a thousand records is not walked for each of them. */
export const bySlot = <T extends { itemId: string; opinion: number }>(rows: readonly T[]): ReadonlyMap<string, T> => new Map(rows.map((row) => [slotOf(row.itemId, row.opinion), row]))

/** Whom records can be given to: those who may open and answer for one (DOMAIN 4). */
const READERS: Role[] = ['auditor', 'safeguarding_lead']

async function readersOf(tx: Tx, areaId: string, now: Date) {
  const rows = await tx.roleAssignment.findMany({
    where: { areaId, role: { in: READERS }, revokedAt: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }], user: { deactivatedAt: null } },
    select: { userId: true, user: { select: { name: true } } }, orderBy: { user: { name: 'asc' } },
  })
  return [...new Map(rows.map(({ userId, user }) => [userId, user.name])).entries()].map(([id, name]) => ({ id, name }))
}

/** An audit with its items, what was found, and to whom they are given. Throws NotFound. */
async function loadGiving(tx: Tx, areaId: string, auditId: string) {
  const audit = await tx.qualityAudit.findUnique({
    where: { areaId_id: { areaId, id: auditId } },
    include: { items: { orderBy: { position: 'asc' } }, answers: { select: { itemId: true, opinion: true, byId: true } }, given: { include: { to: { select: { name: true } } } } },
  })
  if (!audit) throw new NotFound()
  const given = standing(audit.given)
  const answered = bySlot(audit.answers)
  const slots = audit.items.flatMap((item) => (item.second ? [1, 2] : [1]).map((opinion) => {
    const id = slotOf(item.id, opinion)
    return { id, item, opinion, given: given.get(id), answered: answered.get(id) }
  }))
  return { audit, slots }
}

/** What of an audit is still to be read and by whom, for whoever gives its records. */
export type ToGive = { id: string; label: string; slots: { id: string; position: number; reference: string; opinion: number; to: string | null }[]; people: { id: string; name: string }[] }

/** The records of an audit that nobody has answered for, with whom each is given to, and who may be given one. No record is opened. Throws NotFound. */
export const readToGive = operation({
  name: 'quality-audits.to-give',
  effect: 'read',
  permission: 'quality-audit:draw',
  input: z.strictObject({ auditId: z.uuid() }),
  audit: ['quality_audit.opened'],
  async work({ tx, actor, now }, { auditId }) {
    const { audit, slots } = await loadGiving(tx, actor.areaId, auditId)
    const open = slots.filter(({ answered }) => !answered)
    const output: ToGive = {
      id: auditId, label: auditKind(audit.kind)?.label ?? audit.kind, people: await readersOf(tx, actor.areaId, now),
      slots: open.map(({ id, item, opinion, given }) => ({ id, position: item.position, reference: item.reference, opinion, to: given?.to.name ?? null })),
    }
    return { output, kind: 'quality_audit.opened', facts: { record: { type: 'quality_audit', id: auditId }, children: [] } }
  },
})

/**
 * Gives records of an audit to somebody to read, all of them or none. Sent twice they are given once. Throws NotFound;
 * Invalid where one is read already, is that person's own work, is theirs for the other opinion, or is somebody else's
 * and no reason is said.
 */
export const giveItems = operation({
  name: 'quality-audits.give',
  effect: 'change',
  permission: 'quality-audit:draw',
  input: giveSchema,
  audit: ['quality_audit.given'],
  async work({ tx, actor, now }, { submissionKey, auditId, slots: wanted, toId, reason }) {
    const { areaId, userId } = actor
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`quality audit given ${auditId}`}, 0))::text`
    const { slots } = await loadGiving(tx, areaId, auditId)
    if (!(await readersOf(tx, areaId, now)).some(({ id }) => id === toId)) throw new Invalid({ toId: 'Choose an auditor or a safeguarding lead of the area' })
    const every = new Map(slots.map((slot) => [slot.id, slot]))
    const ids = new Set(wanted)
    const chosen = [...ids].map((id) => {
      const slot = every.get(id)
      if (!slot) throw new NotFound()
      return slot
    })
    const authors = await authorsOf(tx, auditId)
    const problem = (text: string) => new Invalid({ slots: text })
    for (const { item, opinion, answered } of chosen) {
      const name = `${item.position}. ${item.reference}`
      if (answered) throw problem(`${name} is read already`)
      if (authors.get(item.recordId)?.has(toId)) throw problem(`${name} is their own work: give it to somebody else`)
      const other = every.get(slotOf(item.id, opinion === 1 ? 2 : 1))
      const theirs = other && (other.answered?.byId ?? other.given?.toId) === toId
      if (theirs || (other && ids.has(other.id))) throw problem(`${name}: a second opinion is a second person’s`)
    }
    const fresh = chosen.filter(({ given }) => given?.toId !== toId)
    if (!reason && fresh.some(({ given }) => given)) throw new Invalid({ reason: 'Say why it goes to somebody else' })
    await tx.qualityAuditGiven.createMany({
      data: fresh.map(({ item, opinion }) => ({ areaId, submissionKey, auditId, itemId: item.id, opinion, toId, reason, at: now, byId: userId })), skipDuplicates: true,
    })
    const after = { to: toId, reason, items: fresh.map(({ id }) => id) }
    return { output: { given: fresh.length }, kind: 'quality_audit.given', facts: { record: { type: 'quality_audit', id: auditId }, children: [], before: { from: fresh.map(({ given }) => given?.toId ?? null) }, after } }
  },
})

/** Who worked on each record of an audit: nobody reads their own work. */
export async function authorsOf(tx: Tx, auditId: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx.$queryRaw<{ record_id: string; user_id: string }[]>`SELECT record_id, user_id FROM audit_authors(${auditId}::uuid)`
  const authors = new Map<string, Set<string>>()
  for (const { record_id, user_id } of rows) authors.set(record_id, (authors.get(record_id) ?? new Set()).add(user_id))
  return authors
}
