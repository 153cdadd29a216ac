import { caseWeight } from '../../lib/pathway/caseload'
import { LEVELS, type Level } from '../../lib/pathway/levels'
import type { CaseStage } from '../../lib/pathway/states'
import { DAY } from './calendar'
import { historyOf, type History } from './case-history'
import type { Child } from './children'
import { iso } from './contacts'
import type { Maker } from './maker'
import type { AllocationRow, CaseRow, LevelRow, StageMoveRow } from './rows'
import type { Size } from './sizes'

/** A case to be made: whose, from which referral (none where it is older than the year), and where it stands. */
export type CaseSeed = {
  readonly child: Child
  readonly referralId: string | null
  readonly referredAt: number
  readonly openedAt: number
  readonly stage: CaseStage
}

export type CaseRows = { cases: CaseRow[]; allocations: AllocationRow[]; moves: StageMoveRow[]; levels: LevelRow[] }

type Planned = CaseSeed & { readonly level: Level | null; readonly history: History; holder: string | null }

// most endings are that support is no longer needed
const CLOSURES: readonly (readonly [string, number])[] = [['RC7', 60], ['RC9', 20], ['RC6', 12], ['RC5', 8]]
const HANDED_OVER = 'The first worker left for another post; handed over at a joint visit.'
const OVER_MAXIMUM = 'Knows the family from earlier work and the young person asked for the same worker; to be looked at again in a month.'
// a first assessment or a first panel that has not been held belongs to a referral of the last two months
const RECENT = 60 * DAY

/** When a case that was open before the year was referred; long enough ago that its panel is past. */
export function earlierReferral(make: Maker, stage: CaseStage): number {
  const { random, calendar } = make
  const year = (calendar.anchor.getTime() - calendar.begins) / DAY
  return calendar.workingTime(year + (stage === 'closed' ? random.int(60, 330) : random.int(15, 250)), random)
}

/** Makes the cases with their histories, spread over the practitioners as the size says. */
export function makeCases(make: Maker, size: Size, seeds: readonly CaseSeed[]): CaseRows {
  const { random, calendar, staff } = make
  const ordered = [...seeds].sort((a, b) => a.openedAt - b.openedAt)
  const levels = levelsFor(make, size, ordered)
  const planned = ordered.map((seed, at): Planned => {
    const level = levels[at] ?? null
    const span = (calendar.anchor.getTime() - seed.openedAt) / DAY
    // long enough in the team to have been through everything a closed case goes through
    const endsBefore = seed.stage === 'closed' ? random.int(6, Math.max(7, Math.min(300, Math.floor(span - 130)))) : 0
    return { ...seed, level, history: historyOf(make, { ...seed, level, endsBefore }), holder: null }
  })
  share(make, size, planned)

  const rows: CaseRows = { cases: [], allocations: [], moves: [], levels: [] }
  planned.forEach((one, at) => {
    const id = random.uuid(one.openedAt)
    const { history } = one
    rows.cases.push({
      area_id: make.area.id,
      id,
      reference: `${make.area.code}-K-${String(at + 1).padStart(4, '0')}`,
      child_id: one.child.id,
      referral_id: one.referralId,
      stage: one.stage,
      level: one.level,
      allocated_to_id: one.holder,
      referred_at: iso(one.referredAt),
      opened_at: iso(one.openedAt),
      panel_due: iso(history.panelDue),
      panel_held_at: history.panelHeldAt === null ? null : iso(history.panelHeldAt),
      next_review_due: history.nextReviewDue === null ? null : iso(history.nextReviewDue),
      closed_at: history.closedAt === null ? null : iso(history.closedAt),
      closure_reason: history.closedAt === null ? null : random.weighted(CLOSURES),
      version: history.moves.length + history.levels.length,
    })
    const base = (instant: number) => ({ area_id: make.area.id, id: random.uuid(instant), case_id: id, at: iso(instant) })
    const hands = { manager: staff.manager, chair: staff.chair, practitioner: one.holder ?? staff.manager }
    for (const { from, to, by, reason, ...move } of history.moves) {
      rows.moves.push({ ...base(move.at), from_stage: from, to_stage: to, by_id: hands[by], reason })
    }
    for (const { level, by, reason, ...set } of history.levels) rows.levels.push({ ...base(set.at), level, by_id: hands[by], reason })
    if (one.holder && history.allocatedAt !== null) {
      rows.allocations.push({ ...base(history.allocatedAt), practitioner_id: one.holder, by_id: staff.manager, reason: null })
    }
  })
  handOver(make, planned, rows)
  sayWhyOver(make, planned, rows)
  return rows
}

/** The level of each case, so that the open ones meet the size's table; those that near their end have the lower ones. */
function levelsFor({ random, calendar }: Maker, size: Size, seeds: readonly CaseSeed[]): (Level | null)[] {
  const stock = LEVELS.flatMap((level) => Array<Level>(size.open.levels[level]).fill(level))
  const recent = (seed: CaseSeed) => calendar.anchor.getTime() - seed.referredAt < RECENT
  const unassessed = (seed: CaseSeed) => seed.stage === 'allocation' || (seed.stage === 'assessment' && recent(seed))
  const given = new Map<CaseSeed, Level>()
  const take = (some: readonly CaseSeed[], from: () => number) => some.forEach((seed) => given.set(seed, stock.splice(from(), 1)[0] ?? 'medium'))
  const assessed = random.shuffle(seeds.filter((seed) => seed.stage !== 'closed' && !unassessed(seed)))
  take(assessed.filter(({ stage }) => stage === 'exit'), () => 0)
  take(assessed.filter(({ stage }) => stage !== 'exit'), () => random.int(0, stock.length - 1))
  const atTheEnd = () => random.weighted<Level>([['low', 60], ['low_medium', 32], ['medium', 8]])
  return seeds.map((seed) => (seed.stage === 'closed' ? atTheEnd() : (given.get(seed) ?? null)))
}

/** Gives each case to the practitioner who has most room up to the load the size names. */
function share({ random, staff }: Maker, size: Size, planned: readonly Planned[]): void {
  const loads = staff.practitioners.map((id, at) => ({ id, left: size.loads[at] ?? 0 }))
  const open = planned.filter(({ stage }) => stage !== 'closed' && stage !== 'allocation')
  // the heaviest first, so that the small ones fill what is left
  for (const one of random.shuffle(open).sort((a, b) => caseWeight(b.level, b.stage) - caseWeight(a.level, a.stage))) {
    const roomiest = loads.reduce((best, load) => (load.left > best.left ? load : best))
    roomiest.left -= caseWeight(one.level, one.stage)
    one.holder = roomiest.id
  }
  for (const one of planned) if (one.stage === 'closed') one.holder = random.pick(staff.practitioners)
}

/** One case in nine was held by somebody else first. */
function handOver({ random, staff, calendar }: Maker, planned: readonly Planned[], rows: CaseRows): void {
  planned.forEach((one, at) => {
    const first = rows.allocations.find(({ case_id }) => case_id === rows.cases[at]?.id)
    const others = staff.practitioners.filter((id) => id !== one.holder)
    if (!first || one.stage === 'closed' || at % 9 !== 4 || others.length === 0) return
    const from = Date.parse(first.at)
    const time = calendar.afterOffice(from, Math.floor(calendar.officeMinutes(from, calendar.anchor.getTime()) * 0.6))
    rows.allocations.push({ ...first, id: random.uuid(time), at: iso(time), reason: HANDED_OVER })
    first.practitioner_id = random.pick(others)
  })
}

/** Where somebody carries more than the maximum, their latest allocation says why (Rec 28). */
function sayWhyOver({ calendar, staff }: Maker, planned: readonly Planned[], rows: CaseRows): void {
  for (const id of staff.practitioners) {
    const open = planned.filter((one) => one.holder === id && one.stage !== 'closed')
    const weight = open.reduce((sum, one) => sum + caseWeight(one.level, one.stage), 0)
    if (weight <= calendar.settings.caseloadMaximum) continue
    const own = rows.allocations.filter((one) => one.practitioner_id === id)
    const latest = own.sort((a, b) => a.at.localeCompare(b.at)).at(-1)
    if (latest) latest.reason = OVER_MAXIMUM
  }
}
