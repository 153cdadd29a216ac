/**
 * How much work a practitioner carries. A breach of the board's maximum is shown, never hidden (DOMAIN 2, Rec
 * 28).
 */
import type { Level } from './levels'
import type { AreaSettings } from './settings'
import type { CaseStage } from './states'

/**
 * The maximum is written in high-priority cases (DOMAIN 2: 8 to 10, national guidance), so a case is weighed
 * as a share of one. The shares are ours: High and Medium-High see the young person most often; below that
 * contact thins out, but no open case weighs less than half.
 */
const WEIGHTS: Readonly<Record<Level, number>> = {
  low: 0.5,
  low_medium: 0.5,
  medium: 0.75,
  medium_high: 1,
  high: 1,
}

const WORDS: Readonly<Record<CaseloadState, string>> = {
  room: 'room for more',
  near: 'near the maximum',
  full: 'full',
  over: 'over the maximum',
}

export type CaseInHand = { readonly level: Level | null; readonly stage: CaseStage }

export type CaseloadState = 'room' | 'near' | 'full' | 'over'

export type Caseload = {
  /** Open cases. */
  readonly count: number
  /** Open cases weighed, in high-priority cases, to a quarter. */
  readonly weight: number
  readonly maximum: number
  readonly state: CaseloadState
  readonly text: string
}

/**
 * What one case weighs, 0 to 1. A case not yet assessed counts in full, because its risk is not known and the
 * first weeks are the busiest; a closed one counts 0.
 */
export function caseWeight(level: Level | null, stage: CaseStage): number {
  if (stage === 'closed') return 0
  return level === null ? 1 : WEIGHTS[level]
}

/**
 * A practitioner's load against the board's maximum. 'over' is above it; 'full' leaves no room for one more
 * high-priority case; 'near' is four fifths of it or more. Source: DOMAIN 2, CATE case.
 */
export function caseload(
  cases: readonly CaseInHand[],
  settings: Pick<AreaSettings, 'caseloadMaximum'>,
): Caseload {
  const count = cases.filter((one) => one.stage !== 'closed').length
  const weight = cases.reduce((total, one) => total + caseWeight(one.level, one.stage), 0)
  const maximum = settings.caseloadMaximum
  const state = stateOf(weight, maximum)
  const cased = count === 1 ? '1 open case' : `${count} open cases`
  const text = `${cased}, weighing ${weight} of ${maximum}: ${WORDS[state]}`
  return { count, weight, maximum, state, text }
}

function stateOf(weight: number, maximum: number): CaseloadState {
  if (weight > maximum) return 'over'
  if (weight + 1 > maximum) return 'full'
  return weight >= maximum * 0.8 ? 'near' : 'room'
}
