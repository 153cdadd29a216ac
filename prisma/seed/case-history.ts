import { panelDue } from '../../lib/pathway/clocks'
import { LEVELS, compareLevels, reviewDue, type Level } from '../../lib/pathway/levels'
import type { CaseStage } from '../../lib/pathway/states'
import { DAY } from './calendar'
import type { Maker } from './maker'

export type Move = {
  readonly from: CaseStage | null
  readonly to: CaseStage
  readonly at: number
  readonly by: 'manager' | 'practitioner' | 'chair'
  readonly reason: string | null
}
export type LevelSet = { readonly level: Level; readonly at: number; readonly by: 'practitioner' | 'chair'; readonly reason: string }

/** What happened in a case, in order, up to the anchor. */
export type History = {
  readonly moves: readonly Move[]
  readonly levels: readonly LevelSet[]
  readonly allocatedAt: number | null
  readonly panelDue: number
  readonly panelHeldAt: number | null
  readonly nextReviewDue: number | null
  readonly closedAt: number | null
}

// the longest time between reviews, with the most that one may be late
const LONGEST_CYCLE = (12 * 7 + 20) * DAY
// a case that has not had its first panel by then is not left waiting in these seeds
const FIRST_TIME = 60 * DAY

const REASONS: Readonly<Record<'first' | 'confirmed' | 'up' | 'down' | 'same', readonly string[]>> = {
  first: [
    'Assessed with the young person over three meetings: several risks together, and one trusted adult.',
    'First assessment. What school and health know points the same way; the parents are acting to protect.',
    'First assessment. Not everything is known yet, and what is not known is not counted as absent.',
  ],
  confirmed: [
    'The panel agrees with the practitioner’s assessment.',
    'The panel heard from five agencies and confirms the level.',
    'Confirmed, with actions for school and health.',
  ],
  up: [
    'Missing twice since the last review, and a new adult is named.',
    'New information from the police; contact is more frequent.',
    'A disclosure since the last review. A strategy meeting follows.',
  ],
  down: [
    'No missing episodes for two months and back in school every day.',
    'The young person speaks openly with the worker, and the parents are part of the plan.',
    'Contact with the person of concern has stopped and the plan is working.',
  ],
  same: [],
}

const CLOSING_REASON = 'The panel agreed; what would bring the case back is written down.'
const BACK_REASON = {
  panel: 'Back to the panel: new information since the last review.',
  assessment: 'A fresh assessment after a change of school and home.',
} as const
const EXIT_REASON = 'Sustained reduction, the young person and a parent agree, and a named adult stays in touch.'

/** From when to when a case ran, and where it came to. */
export type Course = {
  readonly referredAt: number
  readonly openedAt: number
  readonly stage: CaseStage
  readonly level: Level | null
  readonly endsBefore: number
}

/**
 * Makes up the history of a case that stands at `stage` now. Its last level is `level`: none where it has not
 * been assessed. `endsBefore` is how many days before the anchor a closed case ended; 0 for an open one.
 */
export function historyOf(make: Maker, { referredAt, openedAt, stage, level, endsBefore }: Course): History {
  const { random, calendar } = make
  const due = panelDue(new Date(referredAt), calendar.settings).getTime()
  const end = stage === 'closed' ? calendar.workingTime(endsBefore, random) : calendar.anchor.getTime()
  const moves: Move[] = [{ from: null, to: 'allocation', at: openedAt, by: 'manager', reason: null }]
  const none = { levels: [], allocatedAt: null, panelDue: due, panelHeldAt: null, nextReviewDue: null, closedAt: null }
  if (stage === 'allocation') return { ...none, moves }

  const allocatedAt = Math.min(calendar.afterOffice(openedAt, random.int(60, 1400)), end - 2 * DAY)
  moves.push({ from: 'allocation', to: 'assessment', at: allocatedAt, by: 'manager', reason: null })
  if (level === null) return { ...none, moves, allocatedAt }

  const firstPanelToCome = stage === 'panel' && end - referredAt < FIRST_TIME
  const panelAt = firstPanelToCome ? null : panelTime(make, due, allocatedAt, end)
  const assessedBy = Math.min((panelAt ?? end) - random.int(3, 9) * DAY, referredAt + random.int(26, 36) * DAY)
  const assessedAt = workdayNear(make, assessedBy, allocatedAt)
  moves.push({ from: 'assessment', to: 'panel', at: assessedAt, by: 'practitioner', reason: null })
  if (panelAt === null) {
    return { ...none, moves, allocatedAt, levels: [{ level, at: assessedAt, by: 'practitioner', reason: random.pick(REASONS.first) }] }
  }

  moves.push({ from: 'panel', to: 'plan', at: panelAt, by: 'chair', reason: null })
  const exitAt = stage === 'exit' || stage === 'closed' ? workdayNear(make, end - random.int(8, 40) * DAY, panelAt) : null
  const reviewed = reviews(make, { assessedAt, panelAt, until: exitAt ?? end, level })
  if (exitAt !== null) moves.push({ from: 'plan', to: 'exit', at: exitAt, by: 'practitioner', reason: EXIT_REASON })
  if (stage === 'closed') moves.push({ from: 'exit', to: 'closed', at: end, by: 'manager', reason: CLOSING_REASON })
  if (stage === 'assessment' || stage === 'panel') {
    const back = workdayNear(make, end - random.int(2, 12) * DAY, panelAt)
    moves.push({ from: 'plan', to: stage, at: back, by: 'practitioner', reason: BACK_REASON[stage] })
  }
  // an exit was agreed at a review, and the next one looks at whether it held
  const nextReview = exitAt === null ? reviewed.nextReviewDue : reviewDue(level, new Date(exitAt), calendar.settings).getTime()
  const standing = stage === 'closed' ? { nextReviewDue: null, closedAt: end } : { nextReviewDue: nextReview, closedAt: null }
  return { moves, levels: reviewed.levels, allocatedAt, panelDue: due, panelHeldAt: panelAt, ...standing }
}

/** When the panel met: four times in five within the six weeks, otherwise up to two and a half weeks late. */
function panelTime(make: Maker, due: number, allocatedAt: number, end: number): number {
  const { random } = make
  const wanted = random.chance(0.8) ? due - random.int(1, 10) * DAY : due + random.int(3, 18) * DAY
  return workdayNear(make, Math.min(wanted, end - 2 * DAY), allocatedAt + 8 * DAY)
}

/** A working time on or just before that instant, and after the other. */
function workdayNear({ random, calendar }: Maker, wanted: number, after: number): number {
  const time = calendar.workingTime((calendar.anchor.getTime() - wanted) / DAY + 1, random)
  return time > after ? time : calendar.afterOffice(after, random.int(30, 400))
}

type Span = { assessedAt: number; panelAt: number; until: number; level: Level }

/** Panels and reviews up to `until`: levels go up or down one step at a time and end at `level`. */
function reviews(make: Maker, { assessedAt, panelAt, until, level }: Span): { levels: LevelSet[]; nextReviewDue: number } {
  const { random, calendar } = make
  // at least so many occasions to change the level: the panel, and a review in each longest cycle
  const occasions = 1 + Math.floor((until - panelAt) / LONGEST_CYCLE)
  const path = pathTo(make, level, occasions)
  const levels: LevelSet[] = [{ level: path[0] as Level, at: assessedAt, by: 'practitioner', reason: random.pick(REASONS.first) }]
  let current = path.shift() as Level
  const agree = (at: number) => {
    const next = path.shift() ?? current
    const change = compareLevels(next, current)
    const kind = change > 0 ? 'up' : change < 0 ? 'down' : at === panelAt ? 'confirmed' : 'same'
    if (kind !== 'same') levels.push({ level: next, at, by: 'chair', reason: random.pick(REASONS[kind]) })
    current = next
  }
  agree(panelAt)
  for (let at = panelAt; ; ) {
    const due = reviewDue(current, new Date(at), calendar.settings).getTime()
    // a few reviews are late, some so late that they have not been held
    const wanted = due + (random.chance(0.85) ? -random.int(1, 6) : random.int(2, 15)) * DAY
    const overdue = path.length === 0 && due < until && until - due < 16 * DAY && random.chance(0.35)
    if (wanted >= until - DAY || overdue) return { levels, nextReviewDue: due }
    const held = workdayNear(make, wanted, at)
    agree(held)
    at = held
  }
}

/** The levels a case goes through, one for the assessment and one for each occasion, so far as it changes. */
function pathTo({ random }: Maker, level: Level, occasions: number): Level[] {
  const target = LEVELS.indexOf(level)
  const at = (place: number) => LEVELS[Math.max(0, Math.min(LEVELS.length - 1, place))] as Level
  if (occasions >= 3 && random.chance(0.3)) return [at(target), at(target), at(target + 1), level]
  const steps = Math.min(occasions, random.weighted([[0, 30], [1, 45], [2, 25]]))
  // more often down than up: the work helps
  const direction = random.chance(0.68) ? 1 : -1
  const path = Array.from({ length: steps + 1 }, (_, place) => at(target + direction * (steps - place)))
  // an occasion without a change here and there, where there are enough of them
  return occasions > steps + 1 && random.chance(0.5) ? [path[0] as Level, ...path] : path
}
