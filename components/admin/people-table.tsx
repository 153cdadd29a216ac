'use client'

import { useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { ROLE_LABELS } from '@/lib/access/roles'
import { hasWords } from '@/lib/pathway/find'
import type { PersonRole } from '@/lib/people/queries'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { TextInput } from '../ui/field'
import { DataTable, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { RoleButton } from './role-button'

type Change = (assignmentId: string) => Promise<Outcome<unknown>>
type Props = {
  people: readonly PersonRole[]
  sort: Record<'name' | 'role' | 'agency', Column<PersonRole>['sort']>
  revoke: Change
  restore: Change
}

/** People and their roles, found by name as one types: a name goes into no address. */
export function PeopleTable({ people, sort, revoke, restore }: Props) {
  const [words, setWords] = useState('')
  const found = people.filter(({ name, email }) => hasWords(`${name} ${email}`, words))
  return (
    <>
      <form role="search" onSubmit={(event) => event.preventDefault()} className="mb-3 max-w-md">
        <TextInput name="words" label="Find a person" hint="Name or e-mail address" spellCheck={false} value={words} onChange={(event) => setWords(event.target.value)} />
      </form>
      <p aria-live="polite" className="mb-2 min-h-6 text-ink-soft">
        {found.length === 1 ? '1 role' : `${found.length} roles`}
      </p>
      <DataTable
        caption="People and their roles"
        captionHidden
        rows={found}
        rowKey={(person) => person.assignmentId}
        empty={
          <Empty title="Nobody matches" action={words ? <Button variant="secondary" onClick={() => setWords('')}>Clear the name</Button> : undefined}>
            Try part of the name, or take a filter away. Whoever is not here can be added.
          </Empty>
        }
        columns={[
          { key: 'name', header: 'Name', sort: sort.name, cell: (person) => <>{person.name}<span className="block font-normal text-ink-soft">{person.email}</span></> },
          { key: 'role', header: 'Role', sort: sort.role, cell: (person) => ROLE_LABELS[person.role] },
          { key: 'agency', header: 'Agency', sort: sort.agency, cell: (person) => person.agency ?? '' },
          { key: 'state', header: 'State', cell: (person) => (person.revoked ? <Tag tone="red">Taken away</Tag> : <Tag tone="green">In use</Tag>) },
          {
            key: 'change',
            header: 'Change',
            headerHidden: true,
            cell: (person) =>
              person.own ? null : (
                <RoleButton assignmentId={person.assignmentId} revoked={person.revoked} about={`${person.name}, ${ROLE_LABELS[person.role]}`} change={person.revoked ? restore : revoke} />
              ),
          },
        ]}
      />
    </>
  )
}
