/** The words, the quorum and the states of a strategy meeting, without its clocks: also for the browser. Source: DOMAIN 2. */
import { callsForStrategyMeeting, LEVEL_LABELS, type Level } from './levels'
import type { AreaSettings } from './settings'

/** What a meeting is called from. */
export const STRATEGY_SOURCES = [
  { id: 'level', label: 'The level' },
  { id: 'disclosure', label: 'A disclosure' },
  { id: 'safeguarding', label: 'The safeguarding lead’s own reason' },
  { id: 'review', label: 'The review of an earlier meeting' },
] as const
export type StrategySource = (typeof STRATEGY_SOURCES)[number]['id']

/** Whoever may call one: the lead, and those who work the case. */
export type StrategyCaller = 'safeguarding_lead' | 'cate_manager' | 'practitioner'

/**
 * Why a meeting may not be called from there; null where it may (DOMAIN 2, Levels and Strategy meeting). Amber and
 * red call one, or where the area has set another level that one and above; a disclosure does whatever the level.
 * For her own reason the safeguarding lead may at any level, and nobody else.
 */
export function whyNotCalled(source: StrategySource, by: { readonly role: string; readonly level: Level | null }, settings: Pick<AreaSettings, 'strategyMeetingFrom'>): string | null {
  const from = LEVEL_LABELS[settings.strategyMeetingFrom]
  if (source === 'level' && (by.level === null || !callsForStrategyMeeting(by.level, settings))) {
    return by.level === null ? `No level is agreed yet. ${from} and above call a strategy meeting` : `The level is ${LEVEL_LABELS[by.level]}. ${from} and above call a strategy meeting`
  }
  if (source === 'safeguarding' && by.role !== 'safeguarding_lead') return 'The safeguarding lead alone calls one for their own reason. Ask them, or choose what it is called from'
  return null
}

/** Parts that people take in a meeting. The first three are its quorum. */
export const STRATEGY_PARTS = [
  { id: 'social_care', label: 'Social care' },
  { id: 'health', label: 'Health' },
  { id: 'police', label: 'The police' },
  { id: 'referrer', label: 'The referrer' },
  { id: 'other', label: 'Another agency' },
] as const
export type StrategyPart = (typeof STRATEGY_PARTS)[number]['id']

/** At least these three meet (DOMAIN 2, Strategy meeting). */
export const STRATEGY_QUORUM = ['social_care', 'health', 'police'] as const satisfies readonly StrategyPart[]

const OF_PART: Partial<Record<StrategyPart, string>> = { social_care: 'council', health: 'health', police: 'police' }

/** Whether somebody of that kind of agency can take that part: a nurse does not make the police present. */
export function fitsPart(part: StrategyPart, agencyKind: string): boolean {
  const kind = OF_PART[part]
  return kind === undefined || kind === agencyKind
}

/** `mistaken` takes back what was written of somebody who was not there. */
export type Presence = 'attended' | 'apologies' | 'mistaken'
export type Attendance = { readonly agencyId: string; readonly who: string; readonly part: StrategyPart; readonly presence: Presence }

/** The last word about each person, in the order in which they came; what was a mistake is left out. Give them oldest first. */
export function attendanceNow<T extends Attendance>(said: readonly T[]): T[] {
  const last = new Map<string, T>()
  for (const one of said) last.set(`${one.agencyId} ${one.who.toLowerCase()}`, one)
  return [...last.values()].filter(({ presence }) => presence !== 'mistaken')
}

/** The parts of the quorum that nobody is there for, in the order of the rule; empty where it holds. */
export function missingFrom(said: readonly Attendance[]): StrategyPart[] {
  const there = new Set(attendanceNow(said).filter(({ presence }) => presence === 'attended').map(({ part }) => part))
  return STRATEGY_QUORUM.filter((part) => !there.has(part))
}

/** What is missing, in words: 'Health and the police are not there.' Empty where the quorum holds. */
export function missingText(missing: readonly StrategyPart[]): string {
  const names = missing.map((part) => STRATEGY_PARTS.find(({ id }) => id === part)?.label ?? part)
  if (!names.length) return ''
  const inside = names.map((name, at) => (at ? name.charAt(0).toLowerCase() + name.slice(1) : name))
  const listed = inside.length > 1 ? `${inside.slice(0, -1).join(', ')} and ${inside.at(-1)}` : inside[0]
  return `${listed} ${names.length > 1 || missing[0] === 'police' ? 'are' : 'is'} not there.`
}

export const STRATEGY_STATES = ['called', 'held', 'minutes_out', 'reviewed', 'resolved'] as const
export type StrategyState = (typeof STRATEGY_STATES)[number]
export const STRATEGY_STATE_LABELS: Readonly<Record<StrategyState, string>> = {
  called: 'Planned',
  held: 'Held, minutes to come',
  minutes_out: 'Minutes out, review to come',
  reviewed: 'Minutes out, review called',
  resolved: 'Resolved',
}

const MOVES: Readonly<Record<StrategyState, readonly StrategyState[]>> = { called: ['held'], held: ['minutes_out', 'resolved'], minutes_out: ['reviewed'], reviewed: [], resolved: [] }

/**
 * The states that may follow: held once, then its minutes; after them it is reviewed by a meeting of its own, or it
 * is resolved because its decision said so. No time and no birthday moves it (DOMAIN 2, Exit).
 */
export function strategyMovesFrom(state: StrategyState): readonly StrategyState[] {
  return MOVES[state]
}

/** Throws a RangeError for a move that is not among them: the caller has looked before. */
export function assertStrategyMove(from: StrategyState, to: StrategyState): void {
  if (!MOVES[from].includes(to)) throw new RangeError(`a strategy meeting cannot go from ${from} to ${to}`)
}

/** The state once the minutes are out: resolved where the decision was, else waiting for its review. */
export const afterMinutes = ({ resolved }: { readonly resolved: boolean }): StrategyState => (resolved ? 'resolved' : 'minutes_out')

/** What is awaited of a meeting in that state, for a list and an alert; null where nothing is. */
export const STRATEGY_AWAITED: Readonly<Record<StrategyState, string | null>> = { called: 'The meeting', held: 'Minutes', minutes_out: 'Review', reviewed: null, resolved: null }

/** The answers to "is the section 47 threshold met?". */
export const SECTION47_ANSWERS = [
  { id: 'begins', label: 'Yes: section 47 begins with this meeting' },
  { id: 'goes_on', label: 'Yes: it has begun already and goes on' },
  { id: 'not_met', label: 'No' },
] as const
export type Section47Decision = (typeof SECTION47_ANSWERS)[number]['id']

/**
 * Why that answer does not fit what was decided before; null where it does. `begun` is ever before on the case,
 * `running` while its conference or its assessment is to come. Beginning it twice would start its clocks again: they
 * run from the discussion that began it (Working Together). Section 47 is about a child, under 18 (Children Act 1989
 * s47 and s105): `adult` where the person was 18 when the meeting was held; what has begun before goes on.
 */
export function whyNotSection47(answer: Section47Decision, { begun, running, adult }: { readonly begun: boolean; readonly running: boolean; readonly adult: boolean }): string | null {
  if (answer === 'begins' && adult) return 'Section 47 is for a child under 18, and this young person was 18 when the meeting was held. Choose no, and say in the reasons what adult safeguarding (Care Act 2014, section 42) is asked to do'
  if (answer === 'begins' && running) return 'Section 47 has begun already. Choose that it goes on: its times run from when it began'
  if (answer === 'goes_on' && !begun) return 'No earlier meeting on this case began section 47. Choose that it begins now, or no'
  return null
}

/** What ends a clock of child protection. */
export const PROTECTION_STEPS = [
  { id: 'conference_held', label: 'The initial child protection conference was held', ends: 'conference' },
  { id: 'conference_not_needed', label: 'No conference is needed', ends: 'conference' },
  { id: 'assessment_finished', label: 'The assessment is finished', ends: 'assessment' },
] as const
export type ProtectionStep = (typeof PROTECTION_STEPS)[number]['id']

export type StrategyOutcome = {
  section47: Section47Decision
  criminal: boolean
  nextReviewAt: string | null
  /** For the police alone, who investigate: why, and what is done about those who harm. */
  police: { criminalWhy: string; perpetrators: string } | null
}

/** What an invited agency is given of a decision (DOMAIN 4: what is theirs, and no more). Actions reach it as its own. */
export function outcomeFor(agencyKind: string, decision: { section47: Section47Decision; criminal: boolean; criminalWhy: string; perpetrators: string; nextReviewAt: Date | null }): StrategyOutcome {
  const { section47, criminal, criminalWhy, perpetrators, nextReviewAt } = decision
  return { section47, criminal, nextReviewAt: nextReviewAt?.toISOString() ?? null, police: agencyKind === 'police' ? { criminalWhy, perpetrators } : null }
}
