import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ServiceForm } from '@/components/services/service-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listAgenciesOfArea } from '@/lib/people/queries'
import type { ServiceForm as Form } from '@/lib/services/schema'
import { addServiceAction } from '../actions'

export const metadata: Metadata = { title: 'Add a service' }

const EMPTY: Form = {
  name: '', agencyId: '', help: [], needs: [], forWhom: [], ageFrom: '', ageTo: '', offers: '', howToRefer: '', openingHours: '', phone: '', outOfHoursPhone: '', web: '', address: '', access: '',
}

export default async function AddServicePage() {
  if (!may((await signedIn()).role, 'service:edit')) notFound()
  const agencies = await ask(listAgenciesOfArea, {})
  return (
    <>
      <PageHeader title="Add a service" lede="Everybody who works in this area can find it, and print it for a family." back={<BackLink href="/directory">Directory of services</BackLink>} />
      <ServiceForm serviceId={randomUUID()} service={EMPTY} agencies={agencies} save={addServiceAction} />
    </>
  )
}
