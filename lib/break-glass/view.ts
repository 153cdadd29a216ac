import type { Tx } from '../access/operation'
import type { BreakGlass } from '../database/models'
import { glassIsOpen, glassMinutes, glassOutcomeLabel } from '../pathway/break-glass'

/** One opening as a list shows it: the case by its reference, and no child. */
export type GlassLine = {
  id: string
  who: string
  reference: string
  openedAt: string
  /** When it ended, or is to end by itself. */
  until: string
  open: boolean
  /** For how many minutes so far, or in all. */
  minutes: number
  /** How many pages of the record were opened meanwhile. */
  pages: number
  /** What the review found, in words; null where it is not reviewed. */
  outcome: string | null
  reviewedBy: string | null
  reviewedAt: string | null
}

const name = { select: { name: true } } as const
export const glassInclude = { user: name, reviewedBy: name, case: { select: { reference: true } } } as const

type Row = BreakGlass & { user: { name: string }; reviewedBy: { name: string } | null; case: { reference: string } }

/** Rows as lines, with what the audit log counts for each. */
export async function glassLines(tx: Tx, rows: readonly Row[], now: Date): Promise<GlassLine[]> {
  const counted = await tx.$queryRaw<{ id: string; pages: number }[]>`SELECT id, pages FROM break_glass_pages(${rows.map(({ id }) => id)}::uuid[])`
  const pages = new Map(counted.map((one) => [one.id, one.pages]))
  return rows.map((row) => ({
    id: row.id, who: row.user.name, reference: row.case.reference, openedAt: row.openedAt.toISOString(), until: (row.endedAt ?? row.endsAt).toISOString(), open: glassIsOpen(row, now),
    minutes: glassMinutes(row, now), pages: pages.get(row.id) ?? 0, outcome: glassOutcomeLabel(row.outcome), reviewedBy: row.reviewedBy?.name ?? null, reviewedAt: row.reviewedAt?.toISOString() ?? null,
  }))
}
