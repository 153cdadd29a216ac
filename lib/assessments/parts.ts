import type { Asking } from '../access/operation'
import type { AssessmentPart, AssessmentRequest } from '../database/models'
import { clockState, type ClockState } from '../pathway/clocks'
import { isLate } from '../pathway/enquiry'
import { BLOCKS, type Block } from '../pathway/indicators'
import type { Level } from '../pathway/levels'

/** Hours before its limit at which an answer is called close: its last day. */
const CLOSE_HOURS = 24

/** What an agency said, at one time. */
export type Said = {
  id: string
  nothingKnown: boolean
  /** Its short texts in the order of the blocks; those it left out are not there. */
  known: { block: Block; label: string; text: string }[]
  level: Level | null
  levelReason: string | null
  by: string
  at: string
  late: boolean
}

/** What one agency is asked, and what it says now; `earlier` is what it said before it corrected that, oldest first. */
export type PartView = {
  requestId: string
  agency: string
  question: string
  askedAt: string
  askedBy: string
  dueAt: string
  clock: ClockState
  said: Said | null
  earlier: Said[]
}

type PartRow = AssessmentPart & { by: { name: string }; supersededBy: { id: string } | null }
type Row = AssessmentRequest & { agency: { name: string }; askedBy: { name: string }; parts: PartRow[] }

export const partInclude = {
  agency: { select: { name: true } },
  askedBy: { select: { name: true } },
  parts: { orderBy: { at: 'asc' }, include: { by: { select: { name: true } }, supersededBy: { select: { id: true } } } },
} as const

/** Where an agency's part stands against its limit. */
export function partClock({ dueAt, answeredAt }: Pick<AssessmentRequest, 'dueAt' | 'answeredAt'>, now: Date): ClockState {
  return clockState({ due: dueAt, metAt: answeredAt, now, closeWithinHours: CLOSE_HOURS })
}

export function viewPart(row: Row, now: Date): PartView {
  const said = (part: PartRow): Said => ({
    id: part.id,
    nothingKnown: part.nothingKnown,
    known: BLOCKS.flatMap(({ id, label }) => {
      const text = (part.known as Partial<Record<Block, string>>)[id]
      return text ? { block: id, label, text } : []
    }),
    level: part.level,
    levelReason: part.levelReason,
    by: part.by.name,
    at: part.at.toISOString(),
    late: isLate(part.at, row.dueAt),
  })
  const last = row.parts.find(({ supersededBy }) => !supersededBy)
  return {
    requestId: row.id,
    agency: row.agency.name,
    question: row.question,
    askedAt: row.askedAt.toISOString(),
    askedBy: row.askedBy.name,
    dueAt: row.dueAt.toISOString(),
    clock: partClock(row, now),
    said: last ? said(last) : null,
    earlier: row.parts.filter((part) => part !== last).map(said),
  }
}

/** What every agency was asked about an assessment and says, in the order they were asked. */
export async function partsOf({ tx, actor, now }: Asking, assessmentId: string): Promise<PartView[]> {
  const rows = await tx.assessmentRequest.findMany({ where: { areaId: actor.areaId, assessmentId }, orderBy: [{ askedAt: 'asc' }, { id: 'asc' }], include: partInclude })
  return rows.map((row) => viewPart(row, now))
}
