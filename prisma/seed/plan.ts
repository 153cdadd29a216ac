import type { SourceCode, SourceGroup } from '../../lib/pathway/codes'
import type { Outcome, ReportedOutcome } from '../../lib/pathway/routing'
import type { ExploitationFlag } from '../../lib/pathway/words'
import { DAY, MINUTE, type Calendar } from './calendar'
import type { Child } from './children'
import type { Cohort } from './cohort'
import type { Random } from './random'
import { EXPLOITATION_SOURCES } from './scenarios'
import type { Size } from './sizes'

/** One contact of the year before it has words: when, about whom, and what must come of it. */
export type Planned = {
  readonly at: number
  readonly child: Child | null
  readonly flag: ExploitationFlag
  readonly decided: boolean
  /** Given where the figures ask for it; otherwise left to what was told. */
  readonly source: SourceCode | null
  readonly outcomes: readonly Outcome[] | null
  /** The place in the size's list of the referral to CATE that this contact leads to. */
  readonly referral: number | null
}

const HOURS = 60 * MINUTE
const UNIDENTIFIED = 0.016
const GROUPS: readonly SourceGroup[] = ['local_authority', 'police', 'education', 'other']
const REPORTED: readonly ReportedOutcome[] = ['progressed', 'other_agency', 'advice']
const OUTCOME_OF: Readonly<Record<ReportedOutcome, Outcome>> = { progressed: 'safeguarding', other_agency: 'other_service', advice: 'advice' }

/** Lays out the contacts of a year, in order of receipt. Every number of the size is met exactly. */
export function planYear(size: Size, cohort: Cohort, calendar: Calendar, random: Random): Planned[] {
  const waiting = calendar.undecided(size.undecided)
  const times = calendar.receipts(size.contacts - waiting.length, calendar.anchor.getTime() - 3 * HOURS, random)
  const exploitation = planExploitation(size, cohort, times, calendar, random)
  const taken = new Set(exploitation.map(({ index }) => index))
  const free = times.filter((_, at) => !taken.has(at))
  const slots = [...free.map((at) => ({ at, decided: true })), ...waiting.map((at) => ({ at, decided: false }))]
  const ordinary = planOrdinary(slots, cohort, exploitation, random)
  return [...exploitation.map(({ planned }) => planned), ...ordinary].sort((a, b) => a.at - b.at)
}

type Indexed = { index: number; planned: Planned }

function planExploitation(size: Size, cohort: Cohort, times: readonly number[], calendar: Calendar, random: Random): Indexed[] {
  const { sources, outcomes } = size.exploitation
  const total = GROUPS.reduce((sum, group) => sum + sources[group], 0)
  const leading = referralSlots(size, times, calendar)
  const taken = new Set(leading)
  const others = random.shuffle(times.map((_, at) => at).filter((at) => !taken.has(at))).slice(0, total - leading.length)

  const groups = random.shuffle(GROUPS.flatMap((group) => Array<SourceGroup>(sources[group]).fill(group)))
  const left = { ...outcomes, progressed: outcomes.progressed - leading.length }
  const reported = random.shuffle(REPORTED.flatMap((one) => Array<ReportedOutcome>(left[one]).fill(one)))
  const source = (at: number) => random.weighted(EXPLOITATION_SOURCES[groups[at] ?? 'other'])

  const led = leading.map((index, at): Indexed => {
    const both: Outcome[] = random.chance(0.35) ? ['cate', 'safeguarding'] : ['cate']
    const flag = random.chance(0.55) ? 'yes' : 'suspected'
    const child = cohort.referred[at] ?? null
    return { index, planned: { at: times[index] ?? 0, child, flag, decided: true, source: source(at), outcomes: both, referral: at } }
  })
  const latest = new Map(led.map(({ planned }) => [planned.child, planned.at]))
  const rest = others.map((index, at): Indexed => {
    const time = times[index] ?? 0
    // each child of concern once; further contacts about them, or about somebody before her referral
    const child = cohort.concern[at] ?? anotherTime(time, cohort, latest, random)
    const result = OUTCOME_OF[reported[at] ?? 'advice']
    const flag = random.chance(result === 'safeguarding' ? 0.4 : 0.06) ? 'yes' : 'suspected'
    return { index, planned: { at: time, child, flag, decided: true, source: source(leading.length + at), outcomes: [result], referral: null } }
  })
  return [...led, ...rest]
}

/** Which contacts lead to the referrals: those nearest to the days the size names, newest first. */
function referralSlots({ referrals }: Size, times: readonly number[], calendar: Calendar): number[] {
  const slots: number[] = []
  let at = times.length
  referrals.forEach(({ daysAgo }, place) => {
    const wanted = calendar.anchor.getTime() - daysAgo * DAY
    at -= 1
    // as near as may be, and never so old that there is no contact left for a later one in the list
    while (at > referrals.length - place - 1 && (times[at] ?? 0) > wanted) at -= 1
    slots.push(at)
  })
  return slots
}

function anotherTime(at: number, cohort: Cohort, latest: ReadonlyMap<Child | null, number>, random: Random): Child {
  for (let tries = 0; tries < 20; tries++) {
    if (!random.chance(0.45)) break
    const child = random.pick(cohort.referred)
    // once a case is open, a call is recorded on the case and is no new contact (DOMAIN 2, Rec 24)
    if ((latest.get(child) ?? 0) > at + DAY) return child
  }
  return random.pick(cohort.concern)
}

type Slot = { readonly at: number; readonly decided: boolean }

function planOrdinary(slots: readonly Slot[], cohort: Cohort, exploitation: readonly Indexed[], random: Random): Planned[] {
  const unidentified = new Set(random.shuffle(slots.map((_, at) => at)).slice(0, Math.round(slots.length * UNIDENTIFIED)))
  const named = slots.length - unidentified.size
  // a few children are on record from earlier years alone
  const active = cohort.ordinary.slice(0, Math.min(named, Math.ceil(cohort.ordinary.length * 0.96)))
  const oftener = active.slice(0, Math.ceil(active.length * 0.35))
  const again = Array.from({ length: named - active.length }, () => (random.chance(0.03) ? random.pick(cohort.concern) : random.pick(oftener)))
  const deck = random.shuffle([...active, ...again])
  const first = firstOf(exploitation)
  let next = 0
  return slots.map((slot, at): Planned => {
    const child = unidentified.has(at) ? null : draw(deck, next++, slot.at, first, random, active)
    return { ...slot, child, flag: 'no', source: null, outcomes: null, referral: null }
  })
}

/** When exploitation was first a concern for each child: ordinary contacts come before it. */
function firstOf(exploitation: readonly Indexed[]): ReadonlyMap<Child, number> {
  const first = new Map<Child, number>()
  for (const { planned } of exploitation) {
    if (planned.child) first.set(planned.child, Math.min(planned.at, first.get(planned.child) ?? Infinity))
  }
  return first
}

/** The next child of the deck who was born by then; one who was not changes places with a later one. */
function draw(deck: Child[], from: number, at: number, first: ReadonlyMap<Child, number>, random: Random, active: readonly Child[]): Child {
  const fits = (child: Child) => child.bornAt + 2 * DAY < at && at < (first.get(child) ?? Infinity)
  for (let place = from; place < Math.min(deck.length, from + 400); place++) {
    const child = deck[place] as Child
    if (!fits(child)) continue
    ;[deck[from], deck[place]] = [child, deck[from] as Child]
    return child
  }
  for (;;) {
    const child = random.pick(active)
    if (fits(child)) return child
  }
}
