import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import type { Level } from '../pathway/levels'
import { standingConflicts } from './load'

export type PanelsOfCase = {
  /** The next panel that has the case on its agenda. */
  next: { panelId: string; itemId: string; heldAt: string; meetsNow: boolean } | null
  /** What a panel decided last. */
  last: { panelId: string; itemId: string; at: string; by: string; level: Level; before: Level | null; reason: string; nextReview: string; strategyCalled: boolean } | null
  /** When a panel met that left no decision here: the case came with its history. */
  earlier: string | null
  /** The person asking declared a conflict of interest: nothing that a panel decided is shown. */
  conflicted: boolean
}

/** Where a case stands with the risk panel. Throws NotFound. */
export const panelsOfCase = operation({
  name: 'panels.of-case',
  effect: 'read',
  permission: 'panel:read',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['panel.listed'],
  async work(asking, { caseId }) {
    const { tx, actor } = asking
    const { areaId } = actor
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, select: { childId: true, panelHeldAt: true } })
    if (!one) throw new NotFound()
    const items = await tx.panelItem.findMany({
      where: { areaId, caseId }, orderBy: { panel: { heldAt: 'asc' } },
      include: { panel: { select: { heldAt: true, closedAt: true, openedAt: true } }, decision: { include: { decidedBy: { select: { name: true } } } } },
    })
    const next = items.find(({ state, panel }) => state === 'listed' && !panel.closedAt)
    const decided = items.flatMap((item) => (item.decision ? [{ ...item.decision, panelId: item.panelId }] : [])).sort((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime()).at(-1)
    const output: PanelsOfCase = {
      next: next ? { panelId: next.panelId, itemId: next.id, heldAt: next.panel.heldAt.toISOString(), meetsNow: next.panel.openedAt !== null } : null,
      last: decided ? {
        panelId: decided.panelId, itemId: decided.itemId, at: decided.decidedAt.toISOString(), by: decided.decidedBy.name, level: decided.level, before: decided.levelBefore,
        reason: decided.reason, nextReview: decided.nextReviewDue.toISOString(), strategyCalled: decided.strategyCalled,
      } : null,
      earlier: decided ? null : (one.panelHeldAt?.toISOString() ?? null),
      conflicted: (await standingConflicts(asking, [caseId])).some(({ userId }) => userId === actor.userId),
    }
    return { output, kind: 'panel.listed', facts: { rows: items.map(({ id }) => id), children: [one.childId], terms: { caseId } } }
  },
})
