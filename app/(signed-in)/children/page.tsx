import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChildSearch } from '@/components/children/child-search'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { signedIn } from '@/lib/access/web'
import { searchAction } from './actions'

export const metadata: Metadata = { title: 'Children' }

export default async function ChildrenPage() {
  // the page shows nobody; the search itself is refused at its own door
  const { role } = await signedIn()
  if (!may(role, 'child:search')) notFound()
  return (
    <>
      <PageHeader title="Children" actions={may(role, 'child:match') ? <ButtonLink variant="secondary" href="/children/matches">Records that may be one child</ButtonLink> : undefined} />
      <ChildSearch search={searchAction} />
    </>
  )
}
