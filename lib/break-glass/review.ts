import { z } from 'zod'
import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { dropFormDraft } from '../drafts/commands'
import { nameOf } from '../children/view'
import { nextPage, pageBy, readKey, type Page } from '../paging'
import { glassIsOpen, glassOutcomeLabel } from '../pathway/break-glass'
import { glassListSchema, reviewGlassSchema } from './schema'
import { glassInclude, glassLines, type GlassLine } from './view'

const PAGE = 25

/**
 * What was opened by breaking glass, 25 a page: what waits for a review oldest first, or all newest first. By the
 * reference of the case: no child is named, and no reason is told, because a manager reads it too (decision 0007).
 */
export const listGlass = operation({
  name: 'break-glass.list',
  effect: 'read',
  permission: 'break-glass:list',
  input: glassListSchema,
  audit: ['glass.listed'],
  async work({ tx, actor, now }, { show, after }) {
    const page = pageBy('openedAt', show === 'waiting' ? 'asc' : 'desc', readKey(after))
    const rows = await tx.breakGlass.findMany({ where: { areaId: actor.areaId, ...(show === 'waiting' ? { reviewedAt: null } : {}), AND: page.where }, orderBy: page.order, take: PAGE + 1, include: glassInclude })
    const { items, next } = nextPage(rows, PAGE, ({ openedAt, id }) => ({ at: openedAt, id }))
    const output: Page<GlassLine> = { items: await glassLines(tx, items, now), next }
    return { output, kind: 'glass.listed', facts: { rows: items.map(({ id }) => id), children: items.map(({ childId }) => childId), terms: { show, after } } }
  },
})

export type GlassView = GlassLine & {
  caseId: string
  child: { id: string; name: string }
  /** Who holds the case now. */
  holder: string | null
  reason: string
  words: string | null
  /** Whether whoever asks is the one who opened it. */
  own: boolean
}

/** One opening with its reason and its review, for those who see every case. Throws NotFound. */
export const readGlass = operation({
  name: 'break-glass.read',
  effect: 'read',
  permission: 'break-glass:read',
  input: z.strictObject({ glassId: z.uuid() }),
  audit: ['glass.seen'],
  async work({ tx, actor, now }, { glassId }) {
    const { areaId, userId } = actor
    const row = await tx.breakGlass.findUnique({ where: { areaId_id: { areaId, id: glassId } }, include: { ...glassInclude, child: true, case: { select: { reference: true, allocatedTo: { select: { name: true } } } } } })
    if (!row) throw new NotFound()
    const [line] = await glassLines(tx, [row], now)
    if (!line) throw new NotFound()
    const output: GlassView = {
      ...line, caseId: row.caseId, child: { id: row.childId, name: nameOf(row.child) }, holder: row.case.allocatedTo?.name ?? null, reason: row.reason, words: row.words, own: row.userId === userId,
    }
    return { output, kind: 'glass.seen', facts: { record: { type: 'break_glass', id: glassId }, children: [row.childId] } }
  },
})

/** Says what the review of an opening found: once, when it is over, and by somebody else than who opened it. Throws NotFound or Conflict. */
export const reviewGlass = operation({
  name: 'break-glass.review',
  effect: 'change',
  permission: 'break-glass:review',
  input: reviewGlassSchema,
  audit: ['glass.reviewed'],
  async work(asking, { glassId, outcome, words }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const one = await tx.breakGlass.findUnique({ where: { areaId_id: { areaId, id: glassId } }, include: { case: { select: { reference: true } } } })
    if (!one) throw new NotFound()
    if (one.userId === userId) throw new Conflict('You opened this one. Somebody else reviews it.')
    if (glassIsOpen(one, now)) throw new Conflict('This is still open. End it first, or wait until it is over.')
    const { count } = await tx.breakGlass.updateMany({ where: { areaId, id: glassId, reviewedAt: null }, data: { reviewedAt: now, reviewedById: userId, outcome, words } })
    if (!count) throw new Conflict('This is reviewed already.')
    await dropFormDraft(asking, 'glass_reviewed', glassId)
    // the review is the answer to what was asked of its manager
    await tx.alert.updateMany({ where: { areaId, kind: 'glass_broken', recordId: glassId, acknowledgedAt: null }, data: { acknowledgedAt: now, acknowledgedById: userId, note: `Reviewed: ${glassOutcomeLabel(outcome)?.toLowerCase()}`, version: { increment: 1 } } })
    // whoever opened it sees the case no more, and is led nowhere
    await raiseAlert(asking, {
      kind: 'glass_reviewed', key: `glass reviewed ${glassId}`, owner: { userId: one.userId }, record: { type: 'user', id: one.userId },
      why: `The CATE manager reviewed your opening of case ${one.case.reference}: ${glassOutcomeLabel(outcome)?.toLowerCase()}. Talk about it in your next supervision.`,
    })
    return { output: null, kind: 'glass.reviewed', facts: { record: { type: 'break_glass', id: glassId }, children: [one.childId], before: { outcome: null }, after: { outcome, words } } }
  },
})
