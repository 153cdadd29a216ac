import type { Child, StrategyMeeting } from '../database/models'
import { bornText, nameOf } from '../children/view'
import { clockState, type ClockState } from '../pathway/clocks'
import type { Level } from '../pathway/levels'
import { attendanceNow, missingFrom, STRATEGY_AWAITED, STRATEGY_CLOSE_WITHIN_HOURS, type Presence, type Section47Decision, type StrategyPart, type StrategySource, type StrategyState } from '../pathway/strategy'
import type { CaseStage } from '../pathway/states'
import type { MeetingRow } from './load'

/** A meeting as a line of a list. */
export type MeetingSummary = {
  id: string
  child: { id: string; name: string }
  caseReference: string
  state: StrategyState
  calledFrom: StrategySource
  calledAt: string
  calledBy: string
  plannedAt: string
  heldAt: string | null
  calledOff: boolean
  /** What comes next, by when, and where that stands; null where nothing does. */
  next: { what: string; due: string; clock: ClockState } | null
}

type Listed = StrategyMeeting & { child: Pick<Child, 'id' | 'givenName' | 'familyName' | 'knownAs'>; case: { reference: string }; calledBy: { name: string } }

export function summariseMeeting(row: Listed, now: Date): MeetingSummary {
  return {
    id: row.id, child: { id: row.childId, name: nameOf(row.child) }, caseReference: row.case.reference, state: row.state, calledFrom: row.calledFrom,
    calledAt: row.calledAt.toISOString(), calledBy: row.calledBy.name, plannedAt: row.plannedAt.toISOString(), heldAt: row.heldAt?.toISOString() ?? null, calledOff: row.calledOffAt !== null,
    next: nextOf(row, now),
  }
}

function nextOf({ state, awaitedBy }: Pick<StrategyMeeting, 'state' | 'awaitedBy'>, now: Date): MeetingSummary['next'] {
  const what = STRATEGY_AWAITED[state]
  if (!what || !awaitedBy) return null
  const clock = clockState({ due: awaitedBy, metAt: null, now, ...(state === 'minutes_out' ? { closeWithinHours: STRATEGY_CLOSE_WITHIN_HOURS } : {}) })
  return { what, due: awaitedBy.toISOString(), clock }
}

export type AttendanceView = { id: string; agencyId: string; agency: string; who: string; part: StrategyPart; presence: Presence; by: string; at: string }
export type FactView = { id: string; agencyId: string; agency: string; text: string; nature: 'fact' | 'opinion'; source: string; by: string; at: string }
export type DissentView = { id: string; agency: string; words: string; by: string; at: string }
export type DecisionView = {
  section47: Section47Decision
  section47Reasons: string
  criminal: boolean
  criminalWhy: string
  immediateSafety: string
  tellYoung: string
  tellParents: string
  perpetrators: string
  nextReviewAt: string | null
  resolvedWhy: string | null
  missing: StrategyPart[]
  withoutQuorumWhy: string | null
  by: string
  at: string
  conferenceDue: string | null
  assessmentDue: string | null
}

export type MeetingView = Omit<MeetingSummary, 'child'> & {
  version: number
  child: { id: string; name: string; born: string }
  case: { id: string; reference: string; stage: CaseStage }
  level: Level | null
  reason: string
  place: string
  /** Each time it was moved, in order. */
  moves: { from: string; to: string; reason: string; by: string }[]
  off: { at: string; by: string; why: string } | null
  reviewOfId: string | null
  reviewedById: string | null
  invitations: { agencyId: string; agency: string; kind: string; subjectLine: string; told: string; withdrawn: { at: string; why: string } | null }[]
  attendance: AttendanceView[]
  /** Parts of the quorum that nobody is there for. */
  missing: StrategyPart[]
  facts: FactView[]
  dissents: DissentView[]
  decision: DecisionView | null
  minutes: { at: string; by: string } | null
}

/** A meeting as its page shows it. */
export function viewMeeting(row: MeetingRow, now: Date): MeetingView {
  const decision = row.decision
  return {
    ...summariseMeeting(row, now),
    version: row.version,
    child: { id: row.childId, name: nameOf(row.child), born: bornText(row.child, now) },
    case: { id: row.caseId, reference: row.case.reference, stage: row.case.stage },
    level: row.level,
    reason: row.reason,
    place: row.place,
    moves: row.moves.map(({ fromAt, toAt, reason, by }) => ({ from: fromAt.toISOString(), to: toAt.toISOString(), reason, by: by.name })),
    off: row.calledOffAt && { at: row.calledOffAt.toISOString(), by: row.calledOffBy?.name ?? '', why: row.calledOffWhy ?? '' },
    reviewOfId: row.reviewOfId,
    reviewedById: row.reviewedBy[0]?.id ?? null,
    invitations: row.invitations.map(({ agencyId, agency, subjectLine, told, withdrawnAt, withdrawnWhy }) => ({
      agencyId, agency: agency.name, kind: agency.kind, subjectLine, told, withdrawn: withdrawnAt ? { at: withdrawnAt.toISOString(), why: withdrawnWhy ?? '' } : null,
    })),
    attendance: attendanceNow(row.attendance).map(({ id, agencyId, agency, who, part, presence, by, at }) => ({ id, agencyId, agency: agency.name, who, part, presence, by: by.name, at: at.toISOString() })),
    missing: missingFrom(row.attendance),
    facts: row.facts.map(({ id, agencyId, agency, text, nature, source, by, at }) => ({ id, agencyId, agency: agency.name, text, nature, source, by: by.name, at: at.toISOString() })),
    dissents: row.dissents.map(({ id, agency, words, by, at }) => ({ id, agency: agency.name, words, by: by.name, at: at.toISOString() })),
    decision: decision && {
      section47: decision.section47, section47Reasons: decision.section47Reasons, criminal: decision.criminal, criminalWhy: decision.criminalWhy,
      immediateSafety: decision.immediateSafety, tellYoung: decision.tellYoung, tellParents: decision.tellParents, perpetrators: decision.perpetrators,
      nextReviewAt: decision.nextReviewAt?.toISOString() ?? null, resolvedWhy: decision.resolvedWhy, missing: decision.missing, withoutQuorumWhy: decision.withoutQuorumWhy,
      by: decision.decidedBy.name, at: decision.decidedAt.toISOString(), conferenceDue: decision.conferenceDue?.toISOString() ?? null, assessmentDue: decision.assessmentDue?.toISOString() ?? null,
    },
    minutes: row.minutesOutAt && row.minutesBy ? { at: row.minutesOutAt.toISOString(), by: row.minutesBy.name } : null,
  }
}
