import type { Metadata } from 'next'
import { RoleButton } from '@/components/admin/role-button'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { DataTable } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { ROLE_LABELS } from '@/lib/access/roles'
import { ask } from '@/lib/access/web'
import { listPeople } from '@/lib/people/queries'
import { restoreRoleAction, revokeRoleAction } from './actions'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const people = await ask(listPeople, {})
  return (
    <>
      <PageHeader title="People" lede="Who may work in this area, and as what. Case records are not open to administrators." actions={<><ButtonLink href="/admin/jobs" variant="secondary">Background jobs</ButtonLink> <ButtonLink href="/admin/new">Add a person</ButtonLink></>} />
      <DataTable
        caption="People and their roles"
        captionHidden
        rows={people}
        rowKey={(person) => person.assignmentId}
        columns={[
          { key: 'name', header: 'Name', cell: (person) => <>{person.name}<span className="block font-normal text-ink-soft">{person.email}</span></> },
          { key: 'role', header: 'Role', cell: (person) => ROLE_LABELS[person.role] },
          { key: 'agency', header: 'Agency', cell: (person) => person.agency ?? '' },
          { key: 'state', header: 'State', cell: (person) => (person.revoked ? <Tag tone="red">Taken away</Tag> : <Tag tone="green">In use</Tag>) },
          {
            key: 'change',
            header: 'Change',
            headerHidden: true,
            cell: (person) =>
              person.own ? null : (
                <RoleButton assignmentId={person.assignmentId} revoked={person.revoked} about={`${person.name}, ${ROLE_LABELS[person.role]}`} change={person.revoked ? restoreRoleAction : revokeRoleAction} />
              ),
          },
        ]}
      />
    </>
  )
}
