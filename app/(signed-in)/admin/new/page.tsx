import type { Metadata } from 'next'
import { PersonForm } from '@/components/admin/person-form'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { listAgenciesOfArea } from '@/lib/people/queries'
import { addPersonAction } from '../actions'

export const metadata: Metadata = { title: 'Add a person' }

export default async function AddPersonPage() {
  const agencies = await ask(listAgenciesOfArea, {})
  return (
    <>
      <PageHeader title="Add a person" lede="For somebody who has a role already, this adds another." actions={<ButtonLink variant="secondary" href="/admin/agency">Add an agency</ButtonLink>} back={<BackLink href="/admin">People</BackLink>} />
      <PersonForm agencies={agencies} add={addPersonAction} />
    </>
  )
}
