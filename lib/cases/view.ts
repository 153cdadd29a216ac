import type { CateCase, Child } from '../database/models'
import { bornText, nameOf } from '../children/view'
import { clockState, PANEL_CLOSE_WITHIN_HOURS, type ClockState } from '../pathway/clocks'
import { compareLevels, type Level } from '../pathway/levels'
import { readSort } from '../paging'
import type { CaseStage } from '../pathway/states'
import type { CaseSort } from './schema'

/** One line of a caseload. */
export type CaseSummary = {
  id: string
  reference: string
  version: number
  child: { id: string; name: string; born: string }
  stage: CaseStage
  /** Empty until assessed, and for the front door, which does not see levels: `levelHidden` tells which. */
  level: Level | null
  levelHidden: boolean
  practitioner: { id: string; name: string } | null
  openedAt: string
  closedAt: string | null
  /** What falls due next, or empty where nothing does. */
  next: { what: string; due: string; state: ClockState } | null
}

type Row = CateCase & {
  child: Pick<Child, 'id' | 'givenName' | 'familyName' | 'knownAs' | 'dateOfBirth' | 'birthEstimated'>
  allocatedTo: { name: string } | null
}

/** A row as one line of a caseload. `levels` says whether the person asking sees levels. */
export function summariseCase(one: Row, { levels, now }: { levels: boolean; now: Date }): CaseSummary {
  return {
    id: one.id,
    reference: one.reference,
    version: one.version,
    child: { id: one.child.id, name: nameOf(one.child), born: bornText(one.child, now) },
    stage: one.stage,
    level: levels ? one.level : null,
    levelHidden: !levels,
    practitioner: one.allocatedToId && one.allocatedTo ? { id: one.allocatedToId, name: one.allocatedTo.name } : null,
    openedAt: one.openedAt.toISOString(),
    closedAt: one.closedAt?.toISOString() ?? null,
    next: nextDue(one, now),
  }
}

/** What falls due next on a case: the panel until it has met, then the review. */
export function nextDue(one: Pick<CateCase, 'stage' | 'panelDue' | 'panelHeldAt' | 'nextReviewDue'>, now: Date): CaseSummary['next'] {
  if (one.stage === 'closed') return null
  const due = one.panelHeldAt ? one.nextReviewDue : one.panelDue
  if (!due) return null
  const state = clockState({ due, metAt: null, now, closeWithinHours: PANEL_CLOSE_WITHIN_HOURS })
  return { what: one.panelHeldAt ? 'Review' : 'Risk panel', due: due.toISOString(), state }
}

type Order = (a: CaseSummary, b: CaseSummary) => number
// what has no value stands last, whichever way it is sorted
const valued = (value: (one: CaseSummary) => unknown): Order => (a, b) => Number(value(a) === null) - Number(value(b) === null)

const ORDERS: Readonly<Record<string, { first: Order; then: Order }>> = {
  due: { first: valued(({ next, stage }) => (stage === 'allocation' ? '' : next)), then: (a, b) => (a.next?.due ?? '').localeCompare(b.next?.due ?? '') },
  child: { first: () => 0, then: (a, b) => a.child.name.localeCompare(b.child.name, 'en-GB') },
  level: { first: valued(({ level }) => level), then: (a, b) => (a.level && b.level ? compareLevels(a.level, b.level) : 0) },
}

/** Cases in that order; those that wait to be allocated come before all where what is due comes first. */
export function sortCases(cases: readonly CaseSummary[], sort: CaseSort): CaseSummary[] {
  const { column, direction } = readSort<string>(sort)
  const { first, then } = ORDERS[column] ?? { first: () => 0, then: () => 0 }
  const way = direction === 'asc' ? 1 : -1
  const waiting: Order = (a, b) => (sort === 'due' ? Number(b.stage === 'allocation') - Number(a.stage === 'allocation') : 0)
  return [...cases].sort((a, b) => waiting(a, b) || first(a, b) || way * then(a, b) || a.reference.localeCompare(b.reference))
}
