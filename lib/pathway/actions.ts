/** Actions agreed at a panel, in a plan, at a strategy meeting or a review: who, by when, and what became of them. Source: DOMAIN 2. */
import { londonDay } from './london'

export const ACTION_SOURCES = ['panel', 'plan', 'strategy', 'review'] as const
export type ActionSource = (typeof ACTION_SOURCES)[number]
export const ACTION_SOURCE_LABELS: Readonly<Record<ActionSource, string>> = { panel: 'Risk panel', plan: 'Safety plan', strategy: 'Strategy meeting', review: 'Review' }

/** Who does it: somebody who signs in, an agency, or somebody who does not sign in and is asked by whoever holds the case. */
export const ACTION_OWNERS = [
  { id: 'person', label: 'Somebody in Waymark' },
  { id: 'agency', label: 'An agency' },
  { id: 'young_person', label: 'The young person' },
  { id: 'family', label: 'A parent, carer or relative' },
  { id: 'other', label: 'Somebody else' },
] as const
export type ActionOwner = (typeof ACTION_OWNERS)[number]['id']

export const ACTION_STATES = ['open', 'done', 'not_done'] as const
export type ActionState = (typeof ACTION_STATES)[number]
export const ACTION_STATE_LABELS: Readonly<Record<ActionState, string>> = { open: 'To do', done: 'Done', not_done: 'Not done' }

export type ActionClock = 'late' | 'today' | 'open' | 'ended'

/** Where an action stands on that instant's London day: it is in time until its day is over. */
export function actionClock({ state, dueOn }: { readonly state: ActionState; readonly dueOn: string }, now: Date): ActionClock {
  if (state !== 'open') return 'ended'
  const today = londonDay(now)
  return dueOn < today ? 'late' : dueOn === today ? 'today' : 'open'
}

export const ACTION_CLOCK_LABELS: Readonly<Record<ActionClock, string>> = { late: 'Overdue', today: 'Due today', open: 'To do', ended: 'Ended' }
