import type { Metadata } from 'next'
import { CasesCard, ChronologyCard, PeopleCard, SummaryCard } from '@/components/children/record-view'
import { ContactTable } from '@/components/contacts/contact-table'
import { RefuseSharingForm } from '@/components/sharing/refuse-form'
import { SharingCard } from '@/components/sharing/sharing-card'
import { Columns } from '@/components/layout/columns'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { withQuery } from '@/lib/query-string'
import { readChild } from '@/lib/records/queries'
import { listSharing } from '@/lib/sharing/queries'
import { refuseSharingAction } from '../../referrals/actions'

export const metadata: Metadata = { title: 'Child record' }

type Props = { params: Promise<{ childId: string }> }

export default async function ChildPage({ params }: Props) {
  const { childId } = await params
  const child = await ask(readChild, { childId })
  const sharings = await ask(listSharing, { childId })
  const { role } = await signedIn()
  const caseLinks = may(role, 'case:read')
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{child.name}</span>}
        caption={`${child.reference}. ${child.born}`}
        tags={child.exploitation === 'no' ? undefined : <Tag tone="purple">{child.exploitation === 'yes' ? 'Exploitation' : 'Exploitation suspected'}</Tag>}
        actions={
          may(role, 'audit:read') ? (
            <ButtonLink variant="secondary" href={withQuery('/audit', { child: child.id })}>
              Who looked at this record
            </ButtonLink>
          ) : undefined
        }
        back={<BackLink href="/children">Children</BackLink>}
      />
      <Columns
        asideLabel="Cases and people"
        aside={
          <>
            <CasesCard child={child} links={caseLinks} />
            <PeopleCard child={child} />
          </>
        }
      >
        <SummaryCard child={child} edit={may(role, 'child:edit')} />
        <ContactTable caption="Contacts about this young person" contacts={child.contacts} withChild={false} empty={null} />
        <SharingCard sharings={sharings} referralLinks={may(role, 'referral:read')}>
          {may(role, 'sharing:decide') ? <RefuseSharingForm childId={child.id} refuse={refuseSharingAction} /> : null}
        </SharingCard>
        <ChronologyCard child={child} caseLinks={caseLinks} referralLinks={may(role, 'referral:read')} />
      </Columns>
    </>
  )
}
