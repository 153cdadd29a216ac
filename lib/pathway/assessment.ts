/**
 * What a risk assessment suggests, and why. The suggestion informs and never decides; it rises with each concern
 * and never falls by one; "not known" is not "no"; nothing is called safe. Source: DOMAIN 3.
 */
import type { Block, Indicator } from './indicators'
import { compareLevels, LEVEL_LABELS, type Level } from './levels'

export const ANSWERS = [
  { id: 'yes', label: 'Yes' },
  { id: 'suspected', label: 'Suspected' },
  { id: 'no', label: 'No' },
  { id: 'not_known', label: 'Not known' },
] as const
export type AnswerWord = (typeof ANSWERS)[number]['id']
export const RECENCIES = [
  { id: 'now', label: 'Now, or in the last 6 months' },
  { id: 'earlier', label: 'Earlier than that' },
] as const
export type Recency = (typeof RECENCIES)[number]['id']

/** What is said of one indicator. `when` and the evidence stand with yes and suspected alone. */
export type IndicatorAnswer = {
  readonly answer: AnswerWord
  readonly when: Recency | null
  readonly evidence: string
  readonly source: string
  readonly nature: 'fact' | 'opinion' | null
}
/** Answers by the indicator's id. One that is missing is not known. */
export type Answers = Readonly<Record<string, Pick<IndicatorAnswer, 'answer' | 'when'>>>

export type Suggestion = {
  readonly level: Level
  /** Plain sentences, what counts most first: which answers led to the level. */
  readonly working: string[]
  /** Indicators that nobody knows the answer to, by label. */
  readonly gaps: string[]
  /** What protects, by label: it stands beside the level and never lowers it. */
  readonly protective: string[]
  /** Any yes or suspected in the harm block: has a strategy discussion / section 47 been considered? */
  readonly asksSection47: boolean
}

const wordOf = (answers: Answers, id: string): AnswerWord => answers[id]?.answer ?? 'not_known'
const isConcern = (word: AnswerWord) => word === 'yes' || word === 'suspected'

/** Indicators of a block answered yes or suspected. */
export function concernsIn(indicators: readonly Indicator[], answers: Answers, block: Block): Indicator[] {
  return indicators.filter((one) => one.block === block && isConcern(wordOf(answers, one.id)))
}

/** Whether the harm block asks "strategy discussion / section 47 considered?", whatever the total (DOMAIN 3). */
export function asksSection47(indicators: readonly Indicator[], answers: Answers): boolean {
  return concernsIn(indicators, answers, 'harm').length > 0
}

/**
 * Suggests a level with its working: the highest that any finding calls for. `age` is in whole years, null where
 * it is not known; an `estimatedAge` may be a year out. Protective factors take no part in it, so that they hide
 * nothing. Low is not suggested under 13, at an age that is not known, or while a sign of harm is not known.
 */
export function suggestLevel(indicators: readonly Indicator[], answers: Answers, { age, estimatedAge = false }: { age: number | null; estimatedAge?: boolean }): Suggestion {
  const unknown = indicators.filter(({ id }) => wordOf(answers, id) === 'not_known')
  const findings = [
    ...fromHarm(concernsIn(indicators, answers, 'harm'), answers),
    ...fromCounts(indicators, answers),
    ...fromAge(age, estimatedAge),
    ...fromGaps(unknown),
  ].sort((a, b) => compareLevels(b.level, a.level))
  const level = findings[0]?.level ?? 'low'
  const working = findings.map((finding) => finding.why)
  if (!working.length) working.push('No answer calls for more than Low. Low does not mean that the young person is safe.')
  if (unknown.length) working.push(`${unknown.length} of ${indicators.length} answers are not known. Not known is not “no”: the risk may be higher.`)
  return {
    level,
    working,
    gaps: unknown.map(({ label }) => label),
    protective: concernsIn(indicators, answers, 'protective').filter(({ id }) => wordOf(answers, id) === 'yes').map(({ label }) => label),
    asksSection47: asksSection47(indicators, answers),
  }
}

type Finding = { level: Level; why: string }
const list = (some: readonly Indicator[]) => some.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1)).join('; ')
const calls = (level: Level) => `suggests at least ${LEVEL_LABELS[level]}`

/** Signs of abuse that may be happening: yes and now is High, the rest at least Medium. */
function fromHarm(harm: readonly Indicator[], answers: Answers): Finding[] {
  const now = (one: Indicator) => answers[one.id]?.when !== 'earlier'
  const yes = (one: Indicator) => answers[one.id]?.answer === 'yes'
  const groups: [Level, string, Indicator[]][] = [
    ['high', 'Possible current harm, now or in the last 6 months', harm.filter((one) => yes(one) && now(one))],
    ['medium_high', 'Possible current harm, suspected now', harm.filter((one) => !yes(one) && now(one))],
    ['medium_high', 'Harm, earlier', harm.filter((one) => yes(one) && !now(one))],
    ['medium', 'Harm, suspected earlier', harm.filter((one) => !yes(one) && !now(one))],
  ]
  return groups.filter(([, , some]) => some.length).map(([level, what, some]) => ({ level, why: `${what}: ${list(some)}. This ${calls(level)}.` }))
}

/** A yes counts two, a suspicion one; what is earlier counts half of it, so that nothing recorded counts nothing. */
function weightOf(answers: Answers, one: Indicator): number {
  const word = wordOf(answers, one.id)
  const full = word === 'yes' ? 2 : word === 'suspected' ? 1 : 0
  return answers[one.id]?.when === 'earlier' ? full / 2 : full
}

const RISK_STEPS: readonly (readonly [number, Level])[] = [[10, 'medium_high'], [4, 'medium'], [0.5, 'low_medium']]
const BACKGROUND_STEPS: readonly (readonly [number, Level])[] = [[6, 'low_medium']]
const TOGETHER_STEPS: readonly (readonly [number, Level])[] = [[16, 'medium_high'], [8, 'medium']]

function fromCounts(indicators: readonly Indicator[], answers: Answers): Finding[] {
  const [risks, background] = (['risk', 'vulnerability'] as const).map((block) => concernsIn(indicators, answers, block)) as [Indicator[], Indicator[]]
  const sum = (some: readonly Indicator[]) => some.reduce((total, one) => total + weightOf(answers, one), 0)
  const step = (steps: typeof RISK_STEPS, total: number) => steps.find(([from]) => total >= from)?.[1]
  const found: Finding[] = []
  const risk = step(RISK_STEPS, sum(risks))
  if (risk) found.push({ level: risk, why: `Risk: ${list(risks)}. ${risks.length > 1 ? 'Together these suggest' : 'This suggests'} at least ${LEVEL_LABELS[risk]}.` })
  const vulnerable = step(BACKGROUND_STEPS, sum(background))
  if (vulnerable) found.push({ level: vulnerable, why: `Vulnerability: ${list(background)}. Together these suggest at least ${LEVEL_LABELS[vulnerable]}.` })
  // neither hides behind the other: a young person with a little of each is at more risk than either says
  const both = risks.length && background.length ? step(TOGETHER_STEPS, sum(risks) + sum(background)) : undefined
  if (both) found.push({ level: both, why: `Vulnerability and risk together, ${background.length} and ${risks.length} answers: these suggest at least ${LEVEL_LABELS[both]}.` })
  return found
}

function fromAge(age: number | null, estimated: boolean): Finding[] {
  if (age === null) return [{ level: 'low_medium', why: 'The age is not known, so Low is not suggested.' }]
  if (age < 13) return [{ level: 'low_medium', why: 'Under 13, so Low is never suggested.' }]
  return estimated && age === 13 ? [{ level: 'low_medium', why: 'The date of birth is estimated and the young person may be under 13, so Low is not suggested.' }] : []
}

function fromGaps(unknown: readonly Indicator[]): Finding[] {
  const harm = unknown.filter(({ block }) => block === 'harm')
  return harm.length ? [{ level: 'low_medium', why: `${harm.length === 1 ? 'One sign' : `${harm.length} signs`} of possible current harm ${harm.length === 1 ? 'is' : 'are'} not known, so Low is not suggested.` }] : []
}

export type Direction = 'as_suggested' | 'higher' | 'lower'

/** Where the recorded level stands against the suggested one. Anything but 'as_suggested' needs a reason. */
export function directionOf(suggested: Level, recorded: Level): Direction {
  const order = compareLevels(recorded, suggested)
  return order === 0 ? 'as_suggested' : order > 0 ? 'higher' : 'lower'
}

export const DIRECTION_LABELS: Readonly<Record<Direction, string>> = {
  as_suggested: 'As suggested',
  higher: 'Higher than suggested',
  lower: 'Lower than suggested',
}
