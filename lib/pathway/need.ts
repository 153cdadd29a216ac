/**
 * The level of need a contact suggests. It informs and never decides. The level rises with what is selected
 * and never falls: nothing that is added can lower it or take a reason away. Source: DOMAIN 2, Alerts and
 * Levels of need.
 */
import { type Concern, concernsOf } from './concerns'
import { LEVEL_OF_NEED_LABELS, LEVELS_OF_NEED, type LevelOfNeed } from './need-levels'
import type { ExploitationFlag } from './words'

export { LEVEL_OF_NEED_LABELS, LEVELS_OF_NEED, type LevelOfNeed }

export type NeedFacts = {
  /** Ids from `CONCERN_TYPES`; repeats and unknown ids make no difference. */
  readonly concerns: readonly string[]
  readonly exploitation: ExploitationFlag
  readonly immediateDanger: boolean
}

export type SuggestedNeed = { readonly level: LevelOfNeed; readonly reasons: string[] }

/** Below 0 when `a` is the lower level of need, 0 when the same, above 0 when `a` is the higher. */
export function compareNeed(a: LevelOfNeed, b: LevelOfNeed): number {
  return LEVELS_OF_NEED.indexOf(a) - LEVELS_OF_NEED.indexOf(b)
}

/** Whether this level notifies the safeguarding lead: complex or acute (DOMAIN 2, Alerts). */
export function notifiesSafeguardingLead(level: LevelOfNeed): boolean {
  return compareNeed(level, 'complex') >= 0
}

/**
 * Suggests the level of need and shows its working. The level is the highest that any single fact or pattern
 * calls for; with nothing selected it is universal, with no reasons. The wording of a reason never depends on
 * how many other concerns there are, which is what keeps reasons from disappearing as more is told. Reasons
 * come highest first. Source: DOMAIN 2; the weight of each concern is data in `CONCERN_TYPES`.
 */
export function levelOfNeed(facts: NeedFacts): SuggestedNeed {
  const found = [...fromTheContact(facts), ...fromPatterns(concernsOf(facts.concerns))]
  found.sort((a, b) => compareNeed(b.level, a.level))
  return { level: found[0]?.level ?? 'universal', reasons: found.map((finding) => finding.reason) }
}

type Finding = { level: LevelOfNeed; reason: string }

function fromTheContact({ exploitation, immediateDanger }: NeedFacts): Finding[] {
  const found: Finding[] = []
  if (immediateDanger) found.push({ level: 'acute', reason: 'The child may be in immediate danger' })
  if (exploitation === 'yes') found.push({ level: 'acute', reason: 'Exploitation is reported' })
  if (exploitation === 'suspected') found.push({ level: 'complex', reason: 'Exploitation is suspected' })
  return found
}

function fromPatterns(concerns: readonly Concern[]): Finding[] {
  const found: Finding[] = concerns.map(({ label, need }) => ({
    level: need,
    reason: `${label}: suggests ${LEVEL_OF_NEED_LABELS[need].toLowerCase()} need`,
  }))
  if (concerns.filter((concern) => concern.exploitation).length >= 2) {
    found.push({ level: 'complex', reason: 'Two or more signs of exploitation together' })
  }
  if (concerns.filter((concern) => compareNeed(concern.need, 'early_help') >= 0).length >= 3) {
    found.push({ level: 'complex', reason: 'Three or more concerns together' })
  }
  return found
}
