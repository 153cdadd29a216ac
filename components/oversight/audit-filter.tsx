'use client'

import { AUDIT_LABELS } from '@/lib/audit/labels'
import type { Outcome } from '@/lib/access/outcome'
import { Autocomplete } from '../ui/autocomplete'
import { Button, ButtonLink } from '../ui/button'
import { DateInput } from '../ui/date-input'
import { Select } from '../ui/field'

type Parts = { day: string; month: string; year: string }
type Found = { id: string; reference: string; name: string }

type Props = {
  people: readonly { id: string; name: string }[]
  person?: string
  kind?: string
  child: Found | null
  from: Parts
  until: Parts
  identify: (query: string) => Promise<Outcome<Found[]>>
}

/** Whose events, about which child, of what kind, when. The address carries ids and dates, never a name. */
export function AuditFilter({ people, person, kind, child, from, until, identify }: Props) {
  return (
    <form className="grid gap-x-6 gap-y-3 md:grid-cols-2 lg:grid-cols-4" role="search">
      <Select label="Person" name="person" defaultValue={person ?? ''} options={[{ value: '', label: 'Everybody' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} />
      <Select
        label="What happened"
        name="kind"
        defaultValue={kind ?? ''}
        options={[{ value: '', label: 'Everything' }, ...Object.entries(AUDIT_LABELS).map(([value, label]) => ({ value, label: label[0]?.toUpperCase() + label.slice(1) }))]}
      />
      <div className="md:col-span-2">
        <Autocomplete
          name="child"
          id="child"
          label="Child"
          optional
          initialItem={child ? { id: child.id, title: child.name, description: child.reference } : null}
          search={async (query) => {
            const answer = await identify(query)
            if (!answer.ok) throw new Error(answer.kind)
            return answer.output.map(({ id, name, reference }) => ({ id, title: name, description: reference }))
          }}
        />
      </div>
      <DateInput legend="From" name="from" defaultValue={from} />
      <DateInput legend="To" name="until" defaultValue={until} />
      <div className="flex items-end gap-3 md:col-span-2">
        <Button type="submit" variant="secondary">
          Show
        </Button>
        <ButtonLink href="/audit" variant="quiet">
          Clear
        </ButtonLink>
      </div>
    </form>
  )
}
