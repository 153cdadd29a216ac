import type { Metadata } from 'next'
import { AgencyForm } from '@/components/admin/agency-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { listAgenciesOfArea } from '@/lib/people/queries'
import { addAgencyAction } from '../actions'

export const metadata: Metadata = { title: 'Add an agency' }

export default async function AddAgencyPage() {
  const agencies = await ask(listAgenciesOfArea, {})
  return (
    <>
      <PageHeader title="Add an agency" lede={`This area has ${agencies.length}. People are given roles for an agency.`} back={<BackLink href="/admin/new">Add a person</BackLink>} />
      <AgencyForm add={addAgencyAction} />
    </>
  )
}
