/** Levels of need, or thresholds. Source: DOMAIN 2. */

/** From lowest to highest; the order is used to compare. */
export const LEVELS_OF_NEED = ['universal', 'early_help', 'complex', 'acute'] as const
export type LevelOfNeed = (typeof LEVELS_OF_NEED)[number]

export const LEVEL_OF_NEED_LABELS: Readonly<Record<LevelOfNeed, string>> = {
  universal: 'Universal',
  early_help: 'Early help',
  complex: 'Complex',
  acute: 'Acute',
}
