import { may } from '../../access/permissions'
import type { Actor } from '../../access/actor'
import { agencyKindsOf, sourceOfAgency } from '../../pathway/chronology'
import { BLOCKS, type Block } from '../../pathway/indicators'
import { LEVEL_LABELS } from '../../pathway/levels'
import { CASE_STAGE_LABELS, type CaseStage } from '../../pathway/states'
import { pageOf, type ChronologyEntry, type Provider } from '../entry'

const by = { select: { name: true } } as const
const cateCase = { select: { id: true, reference: true, childId: true } } as const
const CATE = { kinds: ['case'], sources: ['cate'] } as const

type Row = { id: string; at: Date; by: { name: string }; case: { id: string; childId: string } }

function entryOf(prefix: string, row: Row, kind: 'case' | 'level', title: string, text: string | null): ChronologyEntry {
  return {
    key: `${prefix}-${row.id}`, id: row.id, at: row.at.toISOString(), kind, title, text, by: row.by.name, source: 'cate',
    link: { type: 'case', id: row.case.id }, withheld: null, childId: row.case.childId,
  }
}

const frontDoor = (actor: Actor) => !may(actor.role, 'case:read')

/** For the front door, which sees that a child is open and to whom, and not how it went (DOMAIN 4). */
const opened: Provider = {
  prefix: 'case_open',
  table: 'cate_case',
  ...CATE,
  async read({ tx, actor, childIds, range }) {
    if (!frontDoor(actor)) return []
    const page = pageOf('case_open', range, 'openedAt')
    const rows = await tx.cateCase.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: page.where }, include: { allocatedTo: by } })
    return rows.map((row) => ({
      key: `case_open-${row.id}`, id: row.id, at: row.openedAt.toISOString(), kind: 'case', title: `Case ${row.reference} opened`,
      text: row.closedAt ? null : `Open, with ${row.allocatedTo?.name ?? 'nobody yet'}`, by: null, source: 'cate', link: null, withheld: null, childId: row.childId,
    }))
  },
}

const closed: Provider = {
  prefix: 'case_closed',
  table: 'cate_case',
  ...CATE,
  async read({ tx, actor, childIds, range }) {
    if (!frontDoor(actor)) return []
    const page = pageOf('case_closed', range, 'closedAt')
    const rows = await tx.cateCase.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, closedAt: { not: null }, AND: page.where } })
    return rows.flatMap((row) => row.closedAt ? [{
      key: `case_closed-${row.id}`, id: row.id, at: row.closedAt.toISOString(), kind: 'case' as const, title: `Case ${row.reference} closed`,
      text: null, by: null, source: 'cate' as const, link: null, withheld: null, childId: row.childId,
    }] : [])
  },
}

/** A stage move in words. What ends and begins again is said as that. */
function movedTo({ from, to, case: { reference } }: { from: CaseStage | null; to: CaseStage; case: { reference: string } }): string {
  if (!from) return `Case ${reference} opened`
  if (to === 'closed') return `Case ${reference} closed`
  return from === 'closed' ? `Case ${reference} opened again` : `Case moved to ${CASE_STAGE_LABELS[to].toLowerCase()}`
}

const stages: Provider = {
  prefix: 'stage',
  table: 'cate_case',
  ...CATE,
  async read({ tx, actor, childIds, range }) {
    if (frontDoor(actor)) return []
    const page = pageOf('stage', range, 'at')
    const rows = await tx.caseStageMove.findMany({ ...page, where: { areaId: actor.areaId, case: { childId: { in: [...childIds] } }, AND: page.where }, include: { by, case: cateCase } })
    return rows.map((row) => entryOf('stage', row, 'case', movedTo(row), row.reason))
  },
}

const allocations: Provider = {
  prefix: 'allocation',
  table: 'cate_case',
  ...CATE,
  async read({ tx, actor, childIds, range }) {
    if (frontDoor(actor)) return []
    const page = pageOf('allocation', range, 'at')
    const rows = await tx.caseAllocation.findMany({ ...page, where: { areaId: actor.areaId, case: { childId: { in: [...childIds] } }, AND: page.where }, include: { by, practitioner: by, case: cateCase } })
    return rows.map((row) => entryOf('allocation', row, 'case', `Allocated to ${row.practitioner.name}`, row.reason))
  },
}

/** Each level agreed, with why. */
const levels: Provider = {
  prefix: 'level',
  table: 'cate_case',
  kinds: ['level'],
  sources: ['cate'],
  async read({ tx, actor, childIds, range }) {
    if (frontDoor(actor)) return []
    const page = pageOf('level', range, 'at')
    const rows = await tx.caseLevel.findMany({ ...page, where: { areaId: actor.areaId, case: { childId: { in: [...childIds] } }, AND: page.where }, include: { by, case: cateCase } })
    return rows.map((row) => entryOf('level', row, 'level', `Level agreed: ${LEVEL_LABELS[row.level]}`, row.reason))
  },
}

/** Finished assessments. The level is what was proposed: the panel confirms it (decision 0017). */
const assessments: Provider = {
  prefix: 'assessment',
  table: 'assessment',
  kinds: ['assessment'],
  sources: ['cate'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'assessment:read')) return []
    const page = pageOf('assessment', range, 'finishedAt')
    const rows = await tx.assessment.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, finishedAt: { not: null }, AND: page.where }, include: { finishedBy: by } })
    return rows.flatMap((row) => row.finishedAt && row.level ? [{
      key: `assessment-${row.id}`, id: row.id, at: row.finishedAt.toISOString(), kind: 'assessment' as const, title: `Risk assessment finished: ${LEVEL_LABELS[row.level]} proposed`,
      text: row.levelReason, by: row.finishedBy?.name ?? null, source: 'cate' as const, link: { type: 'assessment' as const, id: row.id }, withheld: null, childId: row.childId,
    }] : [])
  },
}

/** What each agency said for itself of a risk assessment, as it stands after its corrections. */
const parts: Provider = {
  prefix: 'part',
  table: 'assessment_request',
  kinds: ['assessment'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'assessment:read')) return []
    const page = pageOf('part', range, 'at')
    const rows = await tx.assessmentPart.findMany({
      ...page,
      where: { areaId: actor.areaId, supersededBy: null, request: { childId: { in: [...childIds] }, ...(range.source ? { agency: { kind: agencyKindsOf(range.source) } } : {}) }, AND: page.where },
      include: { by, request: { select: { childId: true, assessmentId: true, agency: { select: { name: true, kind: true } } } } },
    })
    return rows.map((row) => ({
      key: `part-${row.id}`, id: row.id, at: row.at.toISOString(), kind: 'assessment', title: `${row.request.agency.name} on the risk${row.level ? `: ${LEVEL_LABELS[row.level]}` : ''}`,
      text: row.nothingKnown ? 'Nothing known' : [...BLOCKS.map(({ id }) => (row.known as Partial<Record<Block, string>>)[id]), row.levelReason].filter(Boolean).join('\n'),
      by: row.by.name, source: sourceOfAgency(row.request.agency.kind), link: { type: 'assessment', id: row.request.assessmentId }, withheld: null, childId: row.request.childId,
    }))
  },
}

export const CASE_PROVIDERS: readonly Provider[] = [opened, closed, stages, allocations, levels, assessments, parts]
