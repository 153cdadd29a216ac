import { NotFound } from '../access/errors'
import type { Asking } from '../access/operation'
import { bornText, nameOf } from '../children/view'
import { isLate } from '../pathway/enquiry'
import { quorumMissing, type Present, type Seat } from '../pathway/panel'

const by = { select: { name: true } } as const

const panelInclude = {
  chair: by,
  deputy: by,
  checkedBy: by,
  issuedBy: by,
  attendance: { orderBy: { arrivedAt: 'asc' }, include: { agency: by } },
  invitations: { include: { agency: { select: { name: true, kind: true } } } },
  items: { orderBy: { position: 'asc' }, include: { decision: { select: { id: true, level: true, levelBefore: true, reason: true, decidedAt: true, decidedBy: by, nextReviewDue: true, strategyCalled: true, strategyWhyNot: true } }, returns: { where: { supersededBy: null }, include: { agency: by, by } }, deferredBy: by } },
} as const

/** A panel with its agenda and who is there, as far as the person asking sees them. Throws NotFound. */
export async function loadPanel({ tx, actor }: Pick<Asking, 'tx' | 'actor'>, id: string) {
  const row = await tx.panel.findUnique({ where: { areaId_id: { areaId: actor.areaId, id } }, include: panelInclude })
  if (!row) throw new NotFound()
  return row
}
export type PanelRow = Awaited<ReturnType<typeof loadPanel>>
export type ItemRow = PanelRow['items'][number]

/** An item with its panel. Throws NotFound. */
export async function loadItem(asking: Pick<Asking, 'tx' | 'actor'>, itemId: string): Promise<{ panel: PanelRow; item: ItemRow }> {
  const found = await asking.tx.panelItem.findUnique({ where: { areaId_id: { areaId: asking.actor.areaId, id: itemId } }, select: { panelId: true } })
  if (!found) throw new NotFound()
  const panel = await loadPanel(asking, found.panelId)
  const item = panel.items.find(({ id }) => id === itemId)
  if (!item) throw new NotFound()
  return { panel, item }
}

/** Conflicts of interest that stand in these cases. */
export function standingConflicts({ tx, actor }: Pick<Asking, 'tx' | 'actor'>, caseIds: readonly string[]) {
  return tx.panelConflict.findMany({ where: { areaId: actor.areaId, caseId: { in: [...caseIds] }, liftedAt: null }, orderBy: { declaredAt: 'asc' }, include: { user: by } })
}
type Conflict = Pick<Awaited<ReturnType<typeof standingConflicts>>[number], 'caseId' | 'userId'>

/** Who is at the table now, for one case: whoever has an interest in it counts for nobody. */
export function presentFor(panel: Pick<PanelRow, 'attendance'>, caseId: string, conflicts: readonly Conflict[]): Present[] {
  const out = new Set(conflicts.filter((one) => one.caseId === caseId).map(({ userId }) => userId))
  return panel.attendance.filter(({ leftAt }) => !leftAt).map(({ seat, userId }) => ({ seat: seat as Seat, conflicted: userId !== null && out.has(userId) }))
}

/** What is missing for a decision about a case that nobody has an interest in. */
export function missingNow({ actor }: Pick<Asking, 'actor'>, panel: Pick<PanelRow, 'attendance'>): string[] {
  return quorumMissing(presentFor(panel, '', []), actor.settings.panelQuorum)
}

/** The cases of an agenda that are open to the person asking, by id. A closed one is not open to the panel's chair. */
export async function casesOf({ tx, actor, now }: Asking, caseIds: readonly string[]) {
  const rows = await tx.cateCase.findMany({ where: { areaId: actor.areaId, id: { in: [...caseIds] } }, include: { child: true, allocatedTo: by } })
  return new Map(rows.map((row) => [row.id, { row, name: nameOf(row.child), born: bornText(row.child, now) }]))
}

export type AttendanceView = { id: string; seat: Seat; name: string; agency: string | null; arrivedAt: string; leftAt: string | null }

export function attendanceOf(panel: Pick<PanelRow, 'attendance'>): AttendanceView[] {
  return panel.attendance.map(({ id, seat, name, agency, arrivedAt, leftAt }) => ({ id, seat: seat as Seat, name, agency: agency?.name ?? null, arrivedAt: arrivedAt.toISOString(), leftAt: leftAt?.toISOString() ?? null }))
}

export type ReturnView = { agencyId: string; agency: string; answer: 'known' | 'nothing_known'; text: string; by: string; at: string; late: boolean; corrected: boolean }

/** What the agencies say now about one case, by their names. */
export function returnsOf(item: ItemRow, due: Date): ReturnView[] {
  return item.returns
    .map((row) => ({ agencyId: row.agencyId, agency: row.agency.name, answer: row.answer, text: row.text, by: row.by.name, at: row.at.toISOString(), late: isLate(row.at, due), corrected: row.supersedesId !== null }))
    .sort((a, b) => a.agency.localeCompare(b.agency))
}
