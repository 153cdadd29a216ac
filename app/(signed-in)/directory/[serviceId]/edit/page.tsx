import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ServiceForm } from '@/components/services/service-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listAgenciesOfArea } from '@/lib/people/queries'
import { readService } from '@/lib/services/queries'
import { formOfService } from '@/lib/services/view'
import { changeServiceAction } from '../../actions'

export const metadata: Metadata = { title: 'Change a service' }

export default async function EditServicePage({ params }: { params: Promise<{ serviceId: string }> }) {
  // the page shows what anybody may read; the change itself is refused at its own door
  if (!may((await signedIn()).role, 'service:edit')) notFound()
  const service = await ask(readService, { serviceId: (await params).serviceId })
  const agencies = await ask(listAgenciesOfArea, {})
  return (
    <>
      <PageHeader title="Change a service" caption={service.name} back={<BackLink href={`/directory/${service.id}`}>{service.name}</BackLink>} />
      <ServiceForm serviceId={service.id} version={service.version} service={formOfService(service)} agencies={agencies} save={changeServiceAction} />
    </>
  )
}
