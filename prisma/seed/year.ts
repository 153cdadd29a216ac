import type { AreaSettings } from '../../lib/pathway/settings'
import { londonDay } from '../../lib/pathway/london'
import type { AreaCode } from './agencies'
import { Calendar, DAY } from './calendar'
import { earlierReferral, makeCases, type CaseRows, type CaseSeed } from './cases'
import { Nursery, type Child } from './children'
import { makeCohort, type Cohort } from './cohort'
import { tellContact, type Told } from './contacts'
import { followUp } from './follow-up'
import { decide, refer, type Earlier } from './decisions'
import type { Maker } from './maker'
import { planYear, type Planned } from './plan'
import { Random } from './random'
import { recordsOf, type ChildRows } from './records'
import { Referrers } from './referrers'
import type { ContactRow, CounterRow, DecisionRow, MoveRow, ReferralRow, SharingRow } from './rows'
import type { Size } from './sizes'
import { staffOf } from './staff'
import { writeOneDownTwice } from './twice'

/** Every row of a seeded year. */
export type Year = ChildRows & CaseRows & { contacts: ContactRow[]; decisions: DecisionRow[]; referrals: ReferralRow[]; referralMoves: MoveRow[]; sharings: SharingRow[]; counters: CounterRow[] }

const HOW_TO_SPEAK = [
  'Prefers a message before a call, and not before ten.',
  'Likes to walk while talking. Asks to be told the truth, also when it is not good.',
  'Will talk about football first; take your time.',
  'Asks that nobody comes to school in a lanyard.',
  'Finds written words easier than spoken ones.',
]

/**
 * Makes up a lifelike year of an area that ends at the anchor. Pure: the same area, size and anchor give the
 * same rows, and nothing is read or written.
 */
export function makeYear(area: { id: string; code: AreaCode }, size: Size, anchor: Date, settings: AreaSettings): Year {
  const calendar = new Calendar(anchor, settings)
  const stream = (of: string) => new Random(`${area.code} ${of}`)
  const nursery = new Nursery(area.code, calendar, stream('children'))
  const cohort = makeCohort(size, nursery, stream('cohort'))
  const planned = planYear(size, cohort, calendar, stream('plan'))
  const make: Maker = { area, calendar, staff: staffOf(area.code), referrers: new Referrers(area.code), random: stream('words') }

  const everybody = [...cohort.referred, ...cohort.before.map(({ child }) => child), ...cohort.concern, ...cohort.ordinary]
  putOnRecord(make, everybody, planned)
  const numbers = new Map<number, number>()
  const contacts: ContactRow[] = []
  const decisions: DecisionRow[] = []
  const referrals: ReferralRow[] = []
  const led: CaseSeed[] = []
  const earlier = new Map<Child, Earlier>()
  for (const one of planned) {
    const told = tellContact(make, one, nextReference(area.code, one.at, numbers))
    contacts.push(told.row)
    const known = (one.child && earlier.get(one.child)) ?? { contacts: 0, exploitation: 0 }
    if (one.child) earlier.set(one.child, { contacts: known.contacts + 1, exploitation: known.exploitation + (one.flag === 'no' ? 0 : 1) })
    if (!one.decided) continue
    const decision = decide(make, told, known)
    decisions.push(decision)
    const sent = refer(make, told, decision, size.referrals[one.referral ?? -1]?.fate ?? null)
    referrals.push(...sent)
    led.push(...caseFrom(size, told, sent))
  }
  const cases = makeCases(make, size, [...led, ...casesBefore(make, cohort)])
  const counters = countersOf(area.id, numbers, everybody.length, cases.cases.length)
  const records = recordsOf(make, everybody)
  if (size.inHand) writeOneDownTwice(records, contacts, cases.cases)
  const followed = followUp(make, referrals, contacts, records.children, size.inHand)
  return { ...records, ...cases, contacts, decisions, referrals, referralMoves: followed.moves, sharings: followed.sharings, counters }
}

/** Gives each child an id, the time it was put on record, by whom, and the flag that contacts have raised. */
function putOnRecord(make: Maker, children: readonly Child[], planned: readonly Planned[]): void {
  const { calendar, staff } = make
  const random = new Random(`${make.area.code} on record`)
  const first = new Map<Child, number>()
  for (const { at, child, flag } of planned) {
    if (!child) continue
    if (!first.has(child)) first.set(child, at)
    if (flag === 'yes' || (flag === 'suspected' && child.exploitation === 'no')) child.exploitation = flag
  }
  for (const child of children) {
    const at = first.get(child)
    // some were known to the front door before this year; whoever has had no contact was
    const known = at === undefined || random.chance(0.3)
    const earliest = Math.max(child.bornAt + DAY, calendar.begins - random.int(20, 1000) * DAY)
    child.since = known ? Math.min(earliest, at ?? calendar.anchor.getTime() - DAY) : at
    child.by = calendar.isOffice(child.since) ? staff.advisor : staff.outOfHours
    child.id = random.uuid(child.since)
    if (child.exploitation !== 'no' && random.chance(0.45)) child.howToSpeak = random.pick(HOW_TO_SPEAK)
  }
}

function nextReference(area: AreaCode, at: number, numbers: Map<number, number>): string {
  const year = Number(londonDay(new Date(at)).slice(0, 4))
  const number = (numbers.get(year) ?? 0) + 1
  numbers.set(year, number)
  return `${area}-${year}-${String(number).padStart(5, '0')}`
}

/** The case that an accepted referral to CATE opened. */
function caseFrom(size: Size, { planned }: Told, sent: readonly ReferralRow[]): CaseSeed[] {
  const fate = size.referrals[planned.referral ?? -1]?.fate
  const referral = sent.find(({ outcome }) => outcome === 'cate')
  if (!fate || fate === 'sent' || fate === 'declined' || !referral?.responded_at || !planned.child) return []
  const [referredAt, openedAt] = [Date.parse(referral.sent_at), Date.parse(referral.responded_at)]
  return [{ child: planned.child, referralId: referral.id, referredAt, openedAt, stage: fate }]
}

function casesBefore(make: Maker, cohort: Cohort): CaseSeed[] {
  return cohort.before.map(({ child, stage }) => {
    const referredAt = earlierReferral(make, stage)
    child.exploitation = 'yes'
    child.since = Math.min(child.since, referredAt - DAY)
    return { child, referralId: null, referredAt, openedAt: make.calendar.afterOffice(referredAt, make.random.int(120, 900)), stage }
  })
}

function countersOf(areaId: string, contacts: ReadonlyMap<number, number>, children: number, cases: number): CounterRow[] {
  const counter = (kind: string, year: number, taken: number): CounterRow => ({ area_id: areaId, kind, year, next: taken + 1 })
  return [...[...contacts].map(([year, taken]) => counter('contact', year, taken)), counter('child', 0, children), counter('case', 0, cases)]
}
