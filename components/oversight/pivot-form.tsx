import { Button } from '../ui/button'
import { DateInput } from '../ui/date-input'
import { Select, type SelectOption } from '../ui/field'

type Parts = { day: string; month: string; year: string }
type Props = { figures: readonly SelectOption[]; parts: readonly SelectOption[]; figure: string; rows: string; columns: string; from: Parts; until: Parts }

/** What to count, down and across, and when. */
export function PivotForm({ figures, parts, figure, rows, columns, from, until }: Props) {
  return (
    <form role="search" className="grid items-end gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3 no-print">
      <Select label="Count" name="figure" defaultValue={figure} options={figures} />
      <Select label="Down the side" name="rows" defaultValue={rows} options={parts} />
      <Select label="Across the top" name="columns" defaultValue={columns} options={parts} />
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
