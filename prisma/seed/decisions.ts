import { reportedOutcome, suggestRoutes, type Outcome } from '../../lib/pathway/routing'
import type { LevelOfNeed } from '../../lib/pathway/need'
import type { ReferralState } from '../../lib/pathway/states'
import { teamId } from './agencies'
import { DAY, MINUTE } from './calendar'
import { iso, type Told } from './contacts'
import type { Maker } from './maker'
import type { DecisionRow, ReferralRow } from './rows'
import type { Fate } from './sizes'
import { about, DECLINED, EXPLOITATION_RATIONALE, NOT_THE_FIRST, RATIONALE, SERVICES, SUMMARY, TOLD_CANNOT, TOLD_YES } from './wording'

/** What was known of the child when the contact came: contacts of this year, and those about exploitation. */
export type Earlier = { readonly contacts: number; readonly exploitation: number }

// what the front door most often does about a need, where exploitation plays no part
const USUAL: Readonly<Record<LevelOfNeed, readonly (readonly [Outcome, number])[]>> = {
  acute: [['safeguarding', 94], ['other_service', 6]],
  complex: [['safeguarding', 30], ['other_service', 44], ['advice', 26]],
  early_help: [['safeguarding', 3], ['other_service', 55], ['advice', 42]],
  universal: [['other_service', 8], ['advice', 92]],
}

/** Decides a contact: mostly within a working day, some eight in a hundred later. */
export function decide(make: Maker, told: Told, earlier: Earlier): DecisionRow {
  const { random, staff } = make
  const { planned, row, age } = told
  const at = decidedAt(make, told)
  const outcomes = [...(planned.outcomes ?? [random.weighted(USUAL[row.level_of_need])])]
  const main = outcomes[0] ?? 'advice'
  const suggested = suggestRoutes(
    {
      concerns: row.concerns,
      exploitation: row.exploitation,
      immediateDanger: row.immediate_danger,
      ageYears: age,
      childIdentified: planned.child !== null,
    },
    { earlierContacts: earlier.contacts, earlierExploitationContacts: earlier.exploitation, openCase: null },
  )
  const grave = row.level_of_need === 'acute' || row.level_of_need === 'complex'
  const inOffice = make.calendar.isOffice(at)
  const reasons = (row.exploitation === 'no' ? undefined : EXPLOITATION_RATIONALE[main]) ?? RATIONALE[main]
  const again = main === 'safeguarding' && earlier.contacts > 0 && random.chance(0.5)
  return {
    area_id: row.area_id,
    contact_id: row.id,
    decided_by_id: inOffice ? (random.chance(grave ? 0.6 : 0.12) ? staff.safeguarding : staff.advisor) : staff.outOfHours,
    decided_at: iso(at),
    outcomes,
    reported_as: reportedOutcome(outcomes),
    suggested: suggested.map(({ outcome }) => outcome),
    rationale: again ? NOT_THE_FIRST : about(random.pick(reasons), planned.child?.sex ?? 'U'),
    ...reply(make, told),
  }
}

function decidedAt({ random, calendar }: Maker, { planned, row }: Told): number {
  const logged = Date.parse(row.logged_at)
  const late = random.chance(row.exploitation === 'no' ? 0.083 : 0.05)
  const quick = row.immediate_danger || row.level_of_need === 'acute'
  const minutes = late ? random.int(485, 1300) : quick ? random.int(8, 150) : 12 + Math.floor(455 * random.next() ** 1.5)
  const limit = calendar.anchor.getTime() - 5 * MINUTE
  const soon = Math.min(logged + random.int(15, 75) * MINUTE, limit)
  // out of hours the Emergency Duty Team decides what cannot wait
  if (!calendar.isOffice(planned.at) && quick && !late) return soon
  const decided = calendar.afterOffice(planned.at, minutes)
  if (decided <= limit) return Math.max(decided, logged + MINUTE)
  // the year ends first: within what office time is left, or else out of hours
  const left = calendar.officeMinutes(logged, limit)
  return left > 10 ? Math.max(calendar.afterOffice(logged, Math.floor(left * random.next())), logged + MINUTE) : soon
}

function reply({ random }: Maker, { row }: Told): Pick<DecisionRow, 'referrer_told' | 'told_note'> {
  if (row.anonymous || row.source_code === '10') return { referrer_told: 'cannot', told_note: TOLD_CANNOT[0] ?? '' }
  if (random.chance(0.01)) return { referrer_told: 'cannot', told_note: TOLD_CANNOT[1] ?? '' }
  return random.chance(0.07) ? { referrer_told: 'not_yet', told_note: null } : { referrer_told: 'yes', told_note: random.pick(TOLD_YES) }
}

/** The referrals a decision sends: one for each outcome but advice. `fate` is that of a referral to CATE. */
export function refer(make: Maker, told: Told, decision: DecisionRow, fate: Fate | null): ReferralRow[] {
  const { random, area } = make
  const sentAt = Date.parse(decision.decided_at)
  return decision.outcomes.flatMap((outcome): ReferralRow[] => {
    if (outcome === 'advice') return []
    const fitting = told.concerns.flatMap((concern) => SERVICES[concern] ?? [])
    const service = outcome === 'other_service' ? (fitting.length > 0 ? random.pick(fitting) : 'Early help') : null
    const answer = answerTo(make, outcome, sentAt, fate)
    return [
      {
        area_id: area.id,
        id: random.uuid(sentAt),
        contact_id: told.row.id,
        child_id: told.row.child_id,
        outcome,
        to_team_id: outcome === 'other_service' ? null : teamId(area.code, outcome),
        to_service: service,
        summary: random.pick(SUMMARY[outcome]),
        sent_at: iso(sentAt),
        sent_by_id: decision.decided_by_id,
        ...answer,
        to_agency_id: null,
        acknowledged_at: null,
        awaited_by: null,
        closed_at: null,
        decline_reason: answer.decline_reason && about(answer.decline_reason, told.planned.child?.sex ?? 'U'),
      },
    ]
  })
}

type Answer = Pick<ReferralRow, 'state' | 'responded_at' | 'responded_by_id' | 'decline_reason' | 'version'>

const NO_ANSWER: Answer = { state: 'sent', responded_at: null, responded_by_id: null, decline_reason: null, version: 1 }

function answerTo(make: Maker, outcome: Outcome, sentAt: number, fate: Fate | null): Answer {
  if (outcome === 'cate') return cateAnswer(make, sentAt, fate)
  return outcome === 'safeguarding' ? teamAnswer(make, sentAt) : serviceAnswer(make, sentAt)
}

function cateAnswer(make: Maker, sentAt: number, fate: Fate | null): Answer {
  if (fate === 'sent') return NO_ANSWER
  const declined = fate === 'declined'
  const reason = declined ? make.random.pick(DECLINED) : null
  return answered(make, declined ? 'declined' : 'accepted', { sentAt, minutes: make.random.int(120, 900), by: make.staff.manager, reason })
}

function teamAnswer(make: Maker, sentAt: number): Answer {
  const { random, calendar, staff } = make
  const recent = calendar.anchor.getTime() - sentAt < 4 * DAY
  if (recent && random.chance(0.6)) return NO_ANSWER
  const state = recent ? 'acknowledged' : random.weighted<ReferralState>([['accepted', 30], ['action_taken', 42], ['closed', 28]])
  return answered(make, state, { sentAt, minutes: random.int(20, 700), by: staff.safeguarding, reason: null })
}

/** How long the slowest services take to answer: days that may pass without a word, and minutes of office time. */
const SLOW_DAYS = 21
const SLOW_MINUTES = 4_800

function serviceAnswer(make: Maker, sentAt: number): Answer {
  const { random, calendar, staff } = make
  const since = calendar.anchor.getTime() - sentAt
  const recent = since < 9 * DAY
  // some services are slow: that nobody heard back is what the front door now follows up (Rec 23)
  if (random.chance(recent ? 0.6 : 0.09)) return since < SLOW_DAYS * DAY ? NO_ANSWER : answered(make, 'closed', { sentAt, minutes: SLOW_MINUTES, by: staff.advisor, reason: null })
  const later = () => random.weighted<ReferralState>([['acknowledged', 24], ['accepted', 22], ['action_taken', 30], ['closed', 24]])
  return answered(make, recent ? 'acknowledged' : later(), { sentAt, minutes: random.int(240, 2900), by: staff.advisor, reason: null })
}

type Reply = { sentAt: number; minutes: number; by: string; reason: string | null }

function answered({ calendar }: Maker, state: ReferralState, { sentAt, minutes, by, reason }: Reply): Answer {
  const at = Math.min(calendar.afterOffice(sentAt, minutes), calendar.anchor.getTime() - MINUTE)
  const version = state === 'closed' || state === 'action_taken' ? 3 : 2
  return { state, responded_at: iso(at), responded_by_id: by, decline_reason: reason, version }
}
