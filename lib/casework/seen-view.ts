import { daysAgo, type LastSeen, type SeenState } from '../pathway/sessions'

/** When a young person was last seen, for a screen. */
export type SeenView = {
  /** Null where never. */
  at: string | null
  days: number
  state: SeenState
  /** '5 days ago', or 'Not seen yet: 5 days since the case opened'. */
  text: string
  /** 'two to three times a week'. */
  expected: string
  /** '2 days late'; empty where it is not. */
  late: string
}

export function viewSeen({ at, days, over, state, expected }: LastSeen): SeenView {
  const since = days === 1 ? '1 day' : `${days} days`
  return {
    at: at?.toISOString() ?? null, days, state, expected: expected.words,
    text: at ? daysAgo(days) : `Not seen yet, ${since} since the case opened`,
    late: state === 'late' ? `${over === 1 ? '1 day' : `${over} days`} late` : '',
  }
}
