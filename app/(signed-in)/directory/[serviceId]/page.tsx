import type { Metadata } from 'next'
import { RetireButton } from '@/components/services/retire-button'
import { ServiceFacts } from '@/components/services/service-facts'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readService } from '@/lib/services/queries'
import { restoreServiceAction, retireServiceAction } from '../actions'

export const metadata: Metadata = { title: 'Service' }

export default async function ServicePage({ params }: { params: Promise<{ serviceId: string }> }) {
  const service = await ask(readService, { serviceId: (await params).serviceId })
  const { role } = await signedIn()
  const { id, name, retired, version } = service
  return (
    <>
      <PageHeader
        title={name}
        tags={retired ? <Tag>Retired</Tag> : undefined}
        back={<BackLink href="/directory">Directory of services</BackLink>}
        actions={
          <>
            {retired ? null : <ButtonLink variant="secondary" href={`/directory/sheet?ids=${id}`}>Sheet for a family</ButtonLink>}
            {may(role, 'service:edit') ? (
              <>
                <ButtonLink href={`/directory/${id}/edit`}>Change</ButtonLink>
                <RetireButton serviceId={id} version={version} name={name} retired={retired} change={retired ? restoreServiceAction : retireServiceAction} />
              </>
            ) : null}
          </>
        }
      />
      <ServiceFacts service={service} />
    </>
  )
}
