import type { Metadata } from 'next'
import { SupervisionTable } from '@/components/casework/supervision-table'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listSupervision } from '@/lib/casework/supervision'
import { textOf, withQuery, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Supervision' }

export default async function SupervisionPage({ searchParams }: { searchParams: SearchParams }) {
  const after = textOf((await searchParams).after)
  const page = await ask(listSupervision, after ? { after } : {})
  const { role } = await signedIn()
  return (
    <>
      <PageHeader
        title="Supervision"
        lede={role === 'cate_manager' ? 'The team’s, newest first.' : 'Yours, newest first. You, the other person and the CATE manager read these, and nobody else.'}
        actions={may(role, 'supervision:write') ? <ButtonLink href="/supervision/new">Record a supervision</ButtonLink> : undefined}
      />
      <SupervisionTable records={page.items} />
      <Pagination newer={after ? '/supervision' : undefined} older={page.next ? withQuery('/supervision', { after: page.next }) : undefined} newerLabel="Newest" olderLabel="Earlier" />
    </>
  )
}
