/** What is put on a panel's agenda and when, and whose answers are late. Source: DOMAIN 2, CATE case and Risk panel. */
import { formatDate } from './dates'
import { LEVEL_LABELS, type Level } from './levels'
import { addDaysTo, instantAt, londonParts } from './london'
import type { AreaSettings } from './settings'
import type { CaseStage } from './states'
import { addWorkingDays } from './working-days'

/** Why a case is on an agenda, the most pressing first. */
export const AGENDA_REASONS = [
  { id: 'overdue', label: 'Due before the panel' },
  { id: 'due', label: 'Due at a panel' },
  { id: 'review', label: 'Review due' },
  { id: 'deferred', label: 'Put off by an earlier panel' },
  { id: 'new', label: 'New' },
  { id: 'asked', label: 'Asked for by another authority' },
  { id: 'chosen', label: 'Put on by the coordinator' },
] as const
export type AgendaReason = (typeof AGENDA_REASONS)[number]['id']

export type Candidate = {
  readonly id: string
  readonly stage: CaseStage
  readonly level: Level | null
  readonly panelDue: Date
  readonly panelHeldAt: Date | null
  readonly nextReviewDue: Date | null
  /** When an earlier panel put it off, and no panel has had it since. */
  readonly deferredAt: Date | null
}

export type AgendaSuggestion = { readonly caseId: string; readonly reason: Exclude<AgendaReason, 'asked' | 'chosen'>; readonly why: string }

/**
 * What speaks for having each case at a panel that meets at `heldAt`, before the one after it at `nextAt`; the most
 * pressing first, then as given. A closed case is never suggested, and one that nobody holds is not ready.
 */
export function suggestAgenda(cases: readonly Candidate[], { heldAt, nextAt }: { readonly heldAt: Date; readonly nextAt: Date }): AgendaSuggestion[] {
  const place = (reason: AgendaReason) => AGENDA_REASONS.findIndex(({ id }) => id === reason)
  return cases.flatMap((one) => reasonFor(one, heldAt, nextAt) ?? []).sort((a, b) => place(a.reason) - place(b.reason))
}

function reasonFor({ id: caseId, stage, level, panelDue, panelHeldAt, nextReviewDue, deferredAt }: Candidate, heldAt: Date, nextAt: Date): AgendaSuggestion | null {
  if (stage === 'closed' || stage === 'allocation') return null
  const day = formatDate
  if (!panelHeldAt) {
    if (panelDue < heldAt) return { caseId, reason: 'overdue', why: `Its first panel is due by ${day(panelDue)}, before this one meets.` }
    if (panelDue < nextAt) return { caseId, reason: 'due', why: `Its first panel is due by ${day(panelDue)}: the one after this would be too late.` }
    if (deferredAt) return { caseId, reason: 'deferred', why: `A panel put it off on ${day(deferredAt)}.` }
    return stage === 'panel' ? { caseId, reason: 'new', why: `It waits for its first panel, due by ${day(panelDue)}.` } : null
  }
  if (nextReviewDue && nextReviewDue < heldAt) return { caseId, reason: 'overdue', why: `Its review is due by ${day(nextReviewDue)}${level ? `, at ${LEVEL_LABELS[level]}` : ''}: before this panel meets.` }
  if (nextReviewDue && nextReviewDue < nextAt) return { caseId, reason: 'review', why: `Its review is due by ${day(nextReviewDue)}${level ? `, at ${LEVEL_LABELS[level]}` : ''}.` }
  return deferredAt ? { caseId, reason: 'deferred', why: `A panel put it off on ${day(deferredAt)}.` } : null
}

/** When the panel after one at `heldAt` meets: the same London time, `panelCycleDays` calendar days on. */
export function nextPanelAt(heldAt: Date, { panelCycleDays }: Pick<AreaSettings, 'panelCycleDays'>): Date {
  const { day, minute } = londonParts(heldAt)
  return instantAt(addDaysTo(day, panelCycleDays), minute * 60_000)
}

/** By when the agencies answer before a panel: that many working days before it, so that there is time to read and to chase. */
export function returnsDue(heldAt: Date, { panelReturnDays }: Pick<AreaSettings, 'panelReturnDays'>): Date {
  return addWorkingDays(heldAt, -panelReturnDays)
}

type Asked = { readonly returnsDue: Date; readonly heldAt: Date; readonly missing: number; readonly chased: number }

/**
 * Which reminder of missing returns an agency should have had by now: the first as they become late, the second a
 * working day later, none once the meeting has begun. Null where nothing is missing or it had it.
 */
export function returnsReminder({ returnsDue: due, heldAt, missing, chased }: Asked, now: Date): number | null {
  if (!missing || now >= heldAt || now <= due) return null
  const number = now >= addWorkingDays(due, 1) ? 2 : 1
  return number > chased ? number : null
}
