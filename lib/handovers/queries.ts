import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { nextPage, readKey, type Page } from '../paging'
import { changeToHandOver, HANDOVER_OPENS_MINUTES, handoverOverdue, nextChange, onDuty, otherSide, type Side } from '../pathway/shifts'
import { openNow } from './open-now'
import { handoverListSchema } from './schema'
import { sideOf } from './sides'
import { linesOf, viewOf, withSignatures, type HandoverLine, type HandoverSummary, type HandoverView } from './view'

const PAGE = 20

/** Where the hand-over stands now, for the person asking. */
export type HandoverNow = {
  onDuty: Side
  next: { at: string; to: Side; opensAt: string }
  /** The change of shift that is handed over now. */
  shift: { at: string; to: Side; overdue: boolean }
  /** What is written for it already. */
  written: HandoverView | null
  /** What is open now: for the side that goes off, until both have signed; null for everybody else. */
  open: HandoverLine[] | null
  earlier: Page<HandoverSummary>
}

/** The hand-over that is due, what goes into it, and earlier ones, newest first, 20 a page. */
export const readHandovers = operation({
  name: 'handovers.now',
  effect: 'read',
  permission: 'handover:read',
  input: handoverListSchema,
  audit: ['handover.listed'],
  async work(asking, { after }) {
    const { tx, actor, now } = asking
    const { areaId, settings } = actor
    const shift = changeToHandOver(now, settings)
    const next = nextChange(now, settings)
    const row = await tx.handover.findUnique({ where: { areaId_shiftAt: { areaId, shiftAt: shift.at } }, include: withSignatures })
    const written = row ? await viewOf(tx, areaId, row) : null
    const writes = sideOf(actor.role) === otherSide(shift.to) && !row?.signedInAt
    const open = writes ? await linesOf(tx, areaId, noted(await openNow(asking), written?.view ?? null)) : null
    const key = readKey(after)
    const rows = await tx.handover.findMany({
      where: { areaId, shiftAt: { not: shift.at, ...(key ? { lt: key.at } : {}) } },
      orderBy: { shiftAt: 'desc' },
      take: PAGE + 1,
      include: { signedOutBy: { select: { name: true } }, signedInBy: { select: { name: true } }, _count: { select: { items: true } } },
    })
    const { items, next: older } = nextPage(rows, PAGE, (one) => ({ at: one.shiftAt, id: one.id }))
    const output: HandoverNow = {
      onDuty: onDuty(now, settings),
      next: { at: next.at.toISOString(), to: next.to, opensAt: new Date(next.at.getTime() - HANDOVER_OPENS_MINUTES * 60_000).toISOString() },
      shift: { at: shift.at.toISOString(), to: shift.to, overdue: !row?.signedInAt && handoverOverdue(shift, now, settings) },
      written: written?.view ?? null,
      open: open?.lines ?? null,
      earlier: {
        items: items.map((one) => ({ id: one.id, shiftAt: one.shiftAt.toISOString(), to: one.toSide, outBy: one.signedOutBy.name, inBy: one.signedInBy?.name ?? null, items: one._count.items })),
        next: older,
      },
    }
    const children = [...new Set([...(written?.children ?? []), ...(open?.children ?? [])])]
    return { output, kind: 'handover.listed', facts: { rows: [...(row ? [row.id] : []), ...items.map((one) => one.id)], children } }
  },
})

/** What is open, with the notes that were written to it before. */
function noted<T extends { kind: string; id: string }>(open: readonly T[], written: HandoverView | null): (T & { note: string })[] {
  return open.map((item) => ({ ...item, note: written?.lines.find((line) => line.kind === item.kind && line.id === item.id)?.note ?? '' }))
}

/** One hand-over, as it was signed. Throws NotFound. */
export const readHandover = operation({
  name: 'handovers.read',
  effect: 'read',
  permission: 'handover:read',
  input: z.strictObject({ handoverId: z.uuid() }),
  audit: ['handover.opened'],
  async work({ tx, actor }, { handoverId }) {
    const { areaId } = actor
    const row = await tx.handover.findUnique({ where: { areaId_id: { areaId, id: handoverId } }, include: withSignatures })
    if (!row) throw new NotFound()
    const { view, children } = await viewOf(tx, areaId, row)
    return { output: view, kind: 'handover.opened', facts: { record: { type: 'handover', id: handoverId }, children } }
  },
})
