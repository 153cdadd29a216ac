import { dimensionOf, figureOf, type DimensionName, type FigureName } from './definitions'

/**
 * What may be counted by two things at once: nothing that names anybody. The totals of a table are those that the
 * pages of figures show, withheld by the same rule; a breakdown that is shown there in another table, as the months
 * are, is not here, because two ways of withholding one number undo each other.
 */
export const PIVOTS = {
  exploitation_source: ['source_group', 'outcome', 'age', 'sex', 'ethnicity'],
  children: ['age', 'sex', 'ethnicity'],
  cate_referrals: ['source_group', 'age', 'sex', 'ethnicity'],
  open_cases: ['level', 'age', 'sex', 'ethnicity'],
} as const satisfies Partial<Record<FigureName, readonly DimensionName[]>>

export type PivotFigure = keyof typeof PIVOTS
export const PIVOT_FIGURES = Object.keys(PIVOTS) as PivotFigure[]

/** What can be chosen, in words. */
export const PIVOT_CHOICES = {
  figures: PIVOT_FIGURES.map((value) => ({ value, label: value === 'exploitation_source' ? 'Exploitation contacts' : figureOf(value).title })),
  parts: [...new Set(PIVOT_FIGURES.flatMap((one): readonly DimensionName[] => PIVOTS[one]))].map((value) => ({ value, label: dimensionOf(value).header })),
}
