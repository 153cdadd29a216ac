import type { Amount, Measured } from './figure-view'

type Cells = { number: string; of: string; share: string }

/** A figure, or one part of it, as a row of a file: numbers without commas, and 'withheld' where one is. */
export type FigureLine = Cells & { figure: string; by: string | null; part: string | null; before: Cells | null; words: string | null }

const WITHHELD = 'withheld'

function cellsOf({ count, of, percent }: Amount, isShare: boolean): Cells {
  return { number: count?.toString() ?? WITHHELD, of: of?.toString() ?? (isShare ? WITHHELD : ''), share: percent ?? '' }
}

/** Figures with their parts, in the order of their page. */
export function figureLines(figures: readonly Measured[]): FigureLine[] {
  return figures.flatMap(({ title, words, share, amount, before, breakdowns }) => {
    const line = (now: Amount, then: Amount | null, isShare: boolean) => ({ figure: title, ...cellsOf(now, isShare), before: then && cellsOf(then, isShare) })
    return [
      { ...line(amount, before, share !== null), by: null, part: null, words },
      ...breakdowns.flatMap(({ header, parts }) => parts.map((part) => ({ ...line(part, part.before, true), by: header, part: part.label, words: null }))),
    ]
  })
}
