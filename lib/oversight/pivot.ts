import { z } from 'zod'
import { operation } from '../access/operation'
import { Invalid } from '../access/errors'
import { oneOf, period, periodInOrder } from '../input'
import { isSmall, roughly, withheldTable, type Count } from '../pathway/suppression'
import { restOf } from './amounts'
import { countFact } from './count'
import { DIMENSIONS, dimensionOf, figureOf, type Dimension, type DimensionName } from './definitions'
import { isFinishedYear, periodFor, type Period } from './period'
import { PIVOT_CHOICES, PIVOT_FIGURES, PIVOTS, type PivotFigure } from './pivots'

export type Pivot = { figure: PivotFigure; title: string; period: Period; withheld: boolean; rough: boolean; rows: Axis; columns: Axis; cells: Count[][]; total: Count }
type Axis = { by: DimensionName; header: string; parts: { id: string; label: string; total: Count }[] }

const dimension = oneOf(Object.keys(DIMENSIONS) as DimensionName[], 'Choose from the list')

export const pivotSchema = z.strictObject({
  figure: oneOf(PIVOT_FIGURES, 'Choose from the list').default('exploitation_source'),
  rows: dimension.default('age'),
  columns: dimension.default('sex'),
  ...period,
})

/** A figure by two things at once. Small numbers, and what would give them back, are withheld from an analyst. */
export const readPivot = operation({
  name: 'oversight.pivot',
  effect: 'read',
  permission: 'figures:read',
  input: pivotSchema.refine(...periodInOrder),
  audit: ['figures.seen'],
  async work({ tx, actor, now }, { figure, rows: down, columns: across, ...given }) {
    const allowed: readonly DimensionName[] = PIVOTS[figure]
    if (!allowed.includes(down)) throw new Invalid({ rows: 'This figure is not broken down by that' })
    if (!allowed.includes(across) || across === down) throw new Invalid({ columns: 'Choose something else than the rows' })
    const { fact, among = [] } = figureOf(figure)
    const title = PIVOT_CHOICES.figures.find(({ value }) => value === figure)?.label ?? ''
    const period = periodFor(actor, given, now)
    const [row, column] = [dimensionOf(down), dimensionOf(across)]
    const both = `${row.column},${column.column}`
    const all = await countFact(tx, actor, now, fact, period, [both])
    const counted = all.filter(({ part, flags }) => part === both && among.every((flag) => flags.includes(flag)))
    const cells = counted.map(({ keys, number }) => ({ r: partOf(row, keys[0] ?? ''), c: partOf(column, keys[1] ?? ''), number }))
    const [rs, cs] = [partsOf(row, cells.map(({ r }) => r)), partsOf(column, cells.map(({ c }) => c))]
    const table = rs.map(({ id: r }) => cs.map(({ id: c }) => cells.reduce((sum, cell) => sum + (cell.r === r && cell.c === c ? cell.number : 0), 0)))
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
    const withheld = actor.role === 'analyst'
    const rough = withheld && !isFinishedYear(period, now)
    const told = rough ? roughly : (count: Count) => count
    // what is left of the wider whole that another figure tells would give a small number back
    const rest = restOf(figureOf(figure), all.filter(({ part }) => part === ''), withheld)
    const nothing = { cells: table.map((line) => line.map(() => null)), rows: table.map(() => null), columns: cs.map(() => null), total: null }
    const shown = withheld ? (isSmall(rest ?? 0) ? nothing : withheldTable(table)) : { cells: table, rows: table.map(sum), columns: cs.map((_, at) => sum(table.map((line) => line[at] ?? 0))), total: sum(table.flat()) }
    const output: Pivot = {
      figure, title, period, withheld, rough, cells: shown.cells.map((line) => line.map(told)), total: told(shown.total),
      rows: { by: down, header: row.header, parts: rs.map((part, at) => ({ ...part, total: told(shown.rows[at] ?? null) })) },
      columns: { by: across, header: column.header, parts: cs.map((part, at) => ({ ...part, total: told(shown.columns[at] ?? null) })) },
    }
    return { output, kind: 'figures.seen', facts: { terms: { pivot: figure, rows: down, columns: across, ...period } } }
  },
})

const partOf = (by: Dimension, value: string) => by.group?.(value) ?? value

/** The parts of an axis in their order; those that are always shown, and others that were found. */
function partsOf(by: Dimension, found: readonly string[]): { id: string; label: string }[] {
  const fixed = by.parts ?? []
  const others = [...new Set(found)].filter((id) => !fixed.some((one) => one.id === id)).sort()
  return [...fixed, ...others.map((id) => ({ id, label: by.label?.(id) ?? id }))]
}

/** A pivot as rows of a file: a cell each, and the totals. */
export function pivotLines({ rows, columns, cells, total }: Pivot): { row: string; column: string; number: string }[] {
  const line = (row: string, column: string, count: Count) => ({ row, column, number: count?.toString() ?? 'withheld' })
  return [
    ...rows.parts.flatMap((row, r) => [...columns.parts.map((column, c) => line(row.label, column.label, cells[r]?.[c] ?? null)), line(row.label, 'All', row.total)]),
    ...columns.parts.map((column) => line('All', column.label, column.total)),
    line('All', 'All', total),
  ]
}
