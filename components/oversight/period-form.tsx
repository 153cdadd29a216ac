import type { OnlyGroup } from '@/lib/oversight/only'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkboxes'
import { DateInput } from '../ui/date-input'
import { Select } from '../ui/field'
import { Warning } from '../ui/warning'

type Parts = { day: string; month: string; year: string }
type Props = {
  from: Parts
  until: Parts
  problem: string | null
  /** Whether the period before is asked for; left out where there is nothing to compare. */
  compare?: boolean
  /** Whom and what the figures can be narrowed to; left out where they cannot. */
  choices?: readonly OnlyGroup[]
  only?: string
}

/** The filter of the figures: a period of London days, whether the one before stands beside it, and for whom or what alone. */
export function PeriodForm({ from, until, problem, compare, choices = [], only }: Props) {
  return (
    <>
      {problem ? <Warning>{problem} Showing the last twelve months.</Warning> : null}
      <form role="search" className="flex flex-wrap items-end gap-x-8 gap-y-3 no-print">
        <DateInput legend="From" name="from" hint="For example, 1 4 2026" defaultValue={from} />
        <DateInput legend="To" name="until" hint="For example, 31 3 2027" defaultValue={until} />
        {choices.length ? (
          <Select
            key={only}
            label="For"
            name="only"
            defaultValue={only ?? ''}
            options={[{ value: '', label: 'Everybody' }, ...choices]}
          />
        ) : null}
        {compare === undefined ? null : <Checkbox name="compare" value="yes" label="Beside the period before" defaultChecked={compare} />}
        <Button type="submit" variant="secondary">
          Show
        </Button>
      </form>
    </>
  )
}
