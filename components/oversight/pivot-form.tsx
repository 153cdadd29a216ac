import { DIMENSIONS, figureOf, type DimensionName } from '@/lib/oversight/definitions'
import { PIVOT_FIGURES, PIVOTS, type PivotFigure } from '@/lib/oversight/pivots'
import { Button } from '../ui/button'
import { DateInput } from '../ui/date-input'
import { Select } from '../ui/field'

type Parts = { day: string; month: string; year: string }
type Props = { figure: PivotFigure; rows: DimensionName; columns: DimensionName; from: Parts; until: Parts }

/** What to count, down and across, and when. */
export function PivotForm({ figure, rows, columns, from, until }: Props) {
  const every = [...new Set(PIVOT_FIGURES.flatMap((one): readonly DimensionName[] => PIVOTS[one]))]
  const options = every.map((value) => ({ value, label: DIMENSIONS[value].header }))
  return (
    <form role="search" className="grid items-end gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3 no-print">
      <Select label="Count" name="figure" defaultValue={figure} options={PIVOT_FIGURES.map((value) => ({ value, label: value === 'exploitation_source' ? 'Exploitation contacts' : figureOf(value).title }))} />
      <Select label="Down the side" name="rows" defaultValue={rows} options={options} />
      <Select label="Across the top" name="columns" defaultValue={columns} options={options} />
      <DateInput legend="From" name="from" defaultValue={from} />
      <DateInput legend="To" name="until" defaultValue={until} />
      <div>
        <Button type="submit" variant="secondary">
          Show
        </Button>
      </div>
    </form>
  )
}
