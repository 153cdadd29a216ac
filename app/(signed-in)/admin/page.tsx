import type { Metadata } from 'next'
import { PeopleTable } from '@/components/admin/people-table'
import { ListFilter, type FilterField } from '@/components/list/list-filter'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { ROLE_LABELS } from '@/lib/access/roles'
import { ask } from '@/lib/access/web'
import { listAgenciesOfArea, listPeople } from '@/lib/people/queries'
import { GIVEN_ROLES, peopleListSchema } from '@/lib/people/schema'
import { listView, sortBy, type SearchParams } from '@/lib/query-string'
import { restoreRoleAction, revokeRoleAction } from './actions'

export const metadata: Metadata = { title: 'People' }

const ROLE: FilterField = { name: 'role', label: 'Role', any: 'Any role', options: GIVEN_ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })) }
const STATE: FilterField = { name: 'state', label: 'State', any: 'Any state', options: [{ value: 'in_use', label: 'In use' }, { value: 'taken_away', label: 'Taken away' }] }

const SORTS = [
  { value: 'name', label: 'Name, A to Z' },
  { value: '-name', label: 'Name, Z to A' },
  { value: 'role', label: 'Role, A to Z' },
  { value: '-role', label: 'Role, Z to A' },
  { value: 'agency', label: 'Agency, A to Z' },
  { value: '-agency', label: 'Agency, Z to A' },
] as const

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const view = listView('/admin', peopleListSchema, await searchParams)
  const people = await ask(listPeople, view.asked)
  const agencies = await ask(listAgenciesOfArea, {})
  const { sort } = view.shown
  const agency: FilterField = { name: 'agency', label: 'Agency', any: 'Any agency', options: agencies.map(({ id, name }) => ({ value: id, label: name })) }
  return (
    <>
      <PageHeader title="People" lede="Who may work in this area, and as what. Case records are not open to administrators." actions={<><ButtonLink href="/admin/room" variant="secondary">Agencies in the room</ButtonLink> <ButtonLink href="/admin/area" variant="secondary">What the enquiry is called</ButtonLink> <ButtonLink href="/admin/indicators" variant="secondary">Indicators of risk</ButtonLink> <ButtonLink href="/admin/audit-questions" variant="secondary">Questions of audits</ButtonLink> <ButtonLink href="/admin/sizes" variant="secondary">Sizes of schools and housing</ButtonLink> <ButtonLink href="/admin/jobs" variant="secondary">Background jobs</ButtonLink> <ButtonLink href="/admin/new">Add a person</ButtonLink></>} />
      <ListFilter path="/admin" file="people" values={view.values} fields={[ROLE, agency, STATE]} sort={{ options: SORTS, now: sort }} />
      <PeopleTable
        people={people}
        sort={{ name: sortBy(view, sort, 'name'), role: sortBy(view, sort, 'role'), agency: sortBy(view, sort, 'agency') }}
        revoke={revokeRoleAction}
        restore={restoreRoleAction}
      />
    </>
  )
}
