import { Conflict, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { raiseContactAlerts } from '../contacts/alerts'
import { dropFormDraft } from '../drafts/commands'
import { formatDateTime } from '../pathway/dates'
import { londonDay } from '../pathway/london'
import { mergeSchema, tellApartSchema, undoSchema } from './schema'

type Child = { id: string; reference: string }

/**
 * Says that two records are not the same child: they are not proposed again. Throws NotFound where either is not
 * in sight, Conflict where the two were judged meanwhile.
 */
export const tellApart = operation({
  name: 'screening.tell-apart',
  effect: 'change',
  permission: 'child:tell-apart',
  input: tellApartSchema,
  audit: ['child.told_apart'],
  async work(asking, { childId, otherId, reason }) {
    const [child, other] = await twoOf(asking, childId, otherId)
    const id = await judge(asking, child, other, null, reason)
    await dropFormDraft(asking, 'told_apart', childId, otherId)
    return {
      output: undefined,
      kind: 'child.told_apart',
      facts: { record: { type: 'child', id: childId }, children: [childId, otherId], before: null, after: { judgement: id, records: [child.reference, other.reference], same: false, reason } },
    }
  },
})

/**
 * Asks the safeguarding lead to look whether two records are of the same child: once a day for each pair. Throws
 * NotFound, and Conflict where the two were judged already.
 */
export const askToJoin = operation({
  name: 'screening.ask-to-join',
  effect: 'change',
  permission: 'child:tell-apart',
  input: tellApartSchema,
  audit: ['child.join_asked'],
  async work(asking, { childId, otherId, reason }) {
    const [child, other] = await twoOf(asking, childId, otherId)
    await refuseJudged(asking, child, other)
    await raiseAlert(asking, {
      kind: 'join_asked',
      key: `join:${[childId, otherId].sort().join(':')}:${londonDay(asking.now)}`,
      owner: { role: 'safeguarding_lead' },
      why: `${child.reference} and ${other.reference} may be one child: the front door asks you to judge.`,
      record: { type: 'child', id: childId },
      evidence: [{ type: 'child', id: otherId, label: other.reference }],
      childId,
    })
    await dropFormDraft(asking, 'join_asked', childId, otherId)
    return {
      output: undefined,
      kind: 'child.join_asked',
      facts: { record: { type: 'child', id: childId }, children: [childId, otherId], before: null, after: { records: [child.reference, other.reference], reason } },
    }
  },
})

/**
 * Says that two records are of the same child. Nothing is moved: the kept record is read together with the other
 * for as long as the judgement stands, and what comes new goes to it. Throws NotFound where either is not in
 * sight; Conflict where the two were judged meanwhile, where either leads to another record already, where the
 * one that is not kept has others joined to it, or where both have an open case.
 */
export const mergeChildren = operation({
  name: 'screening.merge',
  effect: 'change',
  permission: 'child:merge',
  input: mergeSchema,
  audit: ['child.merged'],
  async work(asking, { childId, otherId, keptId, reason }) {
    const { tx, actor } = asking
    const { areaId } = actor
    const pair = await twoOf(asking, childId, otherId)
    const [kept, merged] = pair[0].id === keptId ? pair : [pair[1], pair[0]]
    const joined = await tx.childJudgement.findFirst({
      where: { areaId, undoneAt: null, OR: [{ mergedId: { in: [kept.id, merged.id] } }, { keptId: merged.id }] },
      include: { first: { select: { id: true, reference: true } }, second: { select: { id: true, reference: true } } },
    })
    if (joined) {
      await refuseJudged(asking, kept, merged)
      const [into, from] = joined.keptId === joined.firstId ? [joined.first, joined.second] : [joined.second, joined.first]
      throw new Conflict(joined.keptId === merged.id
        ? `${into.reference} already has ${from.reference} joined to it, so keep ${into.reference}. Nothing was saved.`
        : `${from.reference} is already joined to ${into.reference}. Judge ${into.reference} instead, or undo that first. Nothing was saved.`)
    }
    const open = await tx.cateCase.findMany({ where: { areaId, childId: { in: [kept.id, merged.id] }, closedAt: null }, select: { reference: true }, orderBy: { reference: 'asc' } })
    if (open.length > 1) {
      throw new Conflict(`Both records have an open case, ${open.map((one) => one.reference).join(' and ')}. One child has one open case: ask the CATE manager to close one first. Nothing was saved.`)
    }
    const id = await judge(asking, kept, merged, kept.id, reason)
    // what was told of each may add up now that it was told of one child
    const latest = await tx.contact.findFirst({ where: { areaId, childId: { in: [kept.id, merged.id] } }, orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }], select: { id: true } })
    if (latest) await raiseContactAlerts(asking, latest.id)
    await dropFormDraft(asking, 'joined', childId, otherId)
    return {
      output: { keptId: kept.id },
      kind: 'child.merged',
      facts: {
        record: { type: 'child', id: kept.id }, children: [kept.id, merged.id],
        before: { records: [kept.reference, merged.reference] }, after: { judgement: id, kept: kept.reference, joined: merged.reference, reason },
      },
    }
  },
})

/** Undoes a judgement: joined records stand apart again exactly as they were, records told apart may be proposed again. Throws NotFound, Conflict where it was undone meanwhile. */
export const undoJudgement = operation({
  name: 'screening.undo',
  effect: 'change',
  permission: 'child:merge',
  input: undoSchema,
  audit: ['child.judgement_undone'],
  async work(asking, { judgementId, reason }) {
    const { tx, actor, now } = asking
    const where = { areaId_id: { areaId: actor.areaId, id: judgementId } }
    const found = await tx.childJudgement.findUnique({ where, include: { undoneBy: { select: { name: true } } } })
    if (!found) throw new NotFound()
    const { count } = await tx.childJudgement.updateMany({ where: { areaId: actor.areaId, id: judgementId, undoneAt: null }, data: { undoneAt: now, undoneById: actor.userId, undoneReason: reason } })
    if (!count) throw new Conflict('Somebody else has undone this already. Reload the page; nothing of yours was saved.')
    await dropFormDraft(asking, 'undone', judgementId)
    const { firstId, secondId, keptId } = found
    return {
      output: undefined,
      kind: 'child.judgement_undone',
      facts: { record: { type: 'child', id: keptId ?? firstId }, children: [firstId, secondId], before: { judgement: judgementId, same: keptId !== null, reason: found.reason }, after: { undone: true, reason } },
    }
  },
})

/** Both records, locked until the end: two people who judge at once wait for each other here. */
async function twoOf(asking: Asking, childId: string, otherId: string): Promise<[Child, Child]> {
  const { tx, actor } = asking
  for (const id of [childId, otherId].sort()) await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`judge ${id}`}, 0))::text`
  const rows = await tx.child.findMany({ where: { areaId: actor.areaId, id: { in: [childId, otherId] } }, select: { id: true, reference: true } })
  const [child, other] = [childId, otherId].map((id) => rows.find((row) => row.id === id))
  if (!child || !other) throw new NotFound()
  return [child, other]
}

async function judge(asking: Asking, one: Child, other: Child, keptId: string | null, reason: string): Promise<string> {
  const { tx, actor, now } = asking
  await refuseJudged(asking, one, other)
  const [firstId = '', secondId = ''] = [one.id, other.id].sort()
  const { id } = await tx.childJudgement.create({ data: { areaId: actor.areaId, firstId, secondId, keptId, at: now, byId: actor.userId, reason } })
  return id
}

async function refuseJudged({ tx, actor }: Asking, one: Child, other: Child): Promise<void> {
  const [firstId, secondId] = [one.id, other.id].sort()
  const made = await tx.childJudgement.findFirst({ where: { areaId: actor.areaId, firstId, secondId, undoneAt: null }, include: { by: { select: { name: true } } } })
  if (made) throw new Conflict(`${made.by.name} judged these two on ${formatDateTime(made.at)}: ${made.keptId ? 'the same child' : 'not the same child'}. Your judgement was not saved.`)
}
