/**
 * What must be there before a case closes or its level falls to Low, and what a review asks. Nothing closes by
 * itself, and never because of a birthday. Source: DOMAIN 2, Exit.
 */
import { compareLevels, type Level } from './levels'

/** The evidence that is asked for, each in writing. */
export const EXIT_EVIDENCE = [
  { id: 'reduction', label: 'What shows that the risk has fallen and stayed down?', missing: 'Say what shows that the risk has fallen and stayed down', hint: 'Since when, and who has seen it: more than one quiet month' },
  { id: 'young_view', label: 'What does the young person say about it?', missing: 'Say what the young person says about it, or why they were not heard', hint: 'In their own words. If they were not heard: why, and what was tried' },
  { id: 'parents_view', label: 'What do the parents or carers say?', missing: 'Say what the parents or carers say, or why they were not heard', hint: 'Each of them. If they were not heard: why, and what was tried' },
  { id: 'contact', label: 'Who stays in touch?', missing: 'Say who stays in touch', hint: 'The name of the person, how often, and that they have agreed' },
  { id: 'support', label: 'Which support is in place?', missing: 'Say which support is in place', hint: 'For the young person and the family; after the 18th birthday too' },
  { id: 'gp', label: 'When and how was the GP told?', missing: 'Say when and how the GP was told', hint: 'For example: by letter on 3 Nov 2026' },
  { id: 'return', label: 'What would bring the case back?', missing: 'Say what would bring the case back', hint: 'What anybody should look out for, and whom they call' },
] as const
export type ExitEvidence = Record<(typeof EXIT_EVIDENCE)[number]['id'], string>

export type ExitKind = 'low' | 'close'
export const EXIT_KIND_LABELS: Readonly<Record<ExitKind, string>> = { low: 'The level falls to Low', close: 'The case closes' }

export type ExitState = 'asked' | 'agreed' | 'disagreed' | 'withdrawn' | 'carried_out'
export const EXIT_STATE_LABELS: Readonly<Record<ExitState, string>> = {
  asked: 'Waiting for the second agency',
  agreed: 'Agreed by the second agency',
  disagreed: 'The second agency does not agree',
  withdrawn: 'Withdrawn',
  carried_out: 'Carried out',
}

type Proposal = { readonly kind: ExitKind; readonly agreed: boolean | null; readonly endedAt: Date | null; readonly carriedOut: boolean | null }

/** Where a proposal stands. */
export function exitState({ agreed, endedAt, carriedOut }: Omit<Proposal, 'kind'>): ExitState {
  if (endedAt) return carriedOut ? 'carried_out' : 'withdrawn'
  return agreed === null ? 'asked' : agreed ? 'agreed' : 'disagreed'
}

/** Whether going from one level to the other needs the evidence: a fall to Low does; a first level of Low does not. */
export function fallsToLow(before: Level | null, after: Level): boolean {
  return after === 'low' && before !== null && compareLevels(before, after) > 0
}

/**
 * What stands in the way of closing, or of falling to Low: one sentence, or null where nothing does. It needs one
 * proposal of that kind that the second agency agreed to and that has not ended.
 */
export function exitProblem(kind: ExitKind, proposals: readonly Proposal[]): string | null {
  const what = kind === 'close' ? 'A case closes' : 'The level falls to Low'
  const live = proposals.find((one) => one.kind === kind && !one.endedAt)
  if (!live) return `${what} only with the evidence written down and a second agency’s agreement. Propose it on the case’s page first.`
  if (live.agreed === null) return `The second agency has not answered yet. ${what} when it agrees.`
  return live.agreed ? null : 'The second agency does not agree. Withdraw the proposal, talk to them, and propose it again when something has changed.'
}

/** Whether a review asks what becomes of the support at 18: from 17 on, and where the age is not known. */
export function asksTransition(age: number | null): boolean {
  return age === null || age >= 17
}
