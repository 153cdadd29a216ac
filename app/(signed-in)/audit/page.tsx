import type { Metadata } from 'next'
import { ListFiles } from '@/components/list/list-files'
import { AuditFilter } from '@/components/oversight/audit-filter'
import { AuditTable } from '@/components/oversight/audit-table'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Warning } from '@/components/ui/warning'
import { ask } from '@/lib/access/web'
import { auditFilterSchema, listAuditedPeople, readAuditLog } from '@/lib/oversight/audit-log'
import { dateParts, listView, sortBy, type SearchParams } from '@/lib/query-string'
import { identifyAction } from '../children/actions'

export const metadata: Metadata = { title: 'Audit log' }

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const view = listView('/audit', auditFilterSchema, await searchParams)
  const log = await ask(readAuditLog, view.asked)
  const people = await ask(listAuditedPeople, {})
  const { person, kind, before, sort } = view.shown
  const datePartsOf = (end: string) => dateParts(view.values, end)
  const problem = Object.values(view.problems).join('. ')
  return (
    <>
      <PageHeader title={log.child ? `Who looked at ${log.child.reference}` : 'Audit log'} caption={log.child?.name} lede="Who did and saw what. Nobody can change or delete an entry." actions={<ButtonLink variant="secondary" href="/break-glass">Opened by breaking glass</ButtonLink>} />
      <Card title="Filter">
        {problem ? <Warning>{problem}. The date is left out.</Warning> : null}
        <AuditFilter key={JSON.stringify(view.values)} people={people} person={person} kind={kind} child={log.child} from={datePartsOf('from')} until={datePartsOf('until')} identify={identifyAction} />
      </Card>
      <ListFiles list="audit" values={view.values} />
      <div className="mt-6">
        <AuditTable lines={log.lines} sort={sortBy(view, sort, 'at')} />
      </div>
      <Pagination
        newer={before ? view.href() : undefined}
        older={log.next ? view.href({ before: log.next }) : undefined}
        newerLabel={sort === 'at' ? 'Oldest' : 'Newest'}
        olderLabel={sort === 'at' ? 'Newer' : 'Older'}
      />
    </>
  )
}
