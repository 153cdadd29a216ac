import type { Metadata } from 'next'
import { AuditFilter } from '@/components/oversight/audit-filter'
import { AuditTable } from '@/components/oversight/audit-table'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Warning } from '@/components/ui/warning'
import { ask } from '@/lib/access/web'
import { AUDIT_LABELS, type AuditKind } from '@/lib/audit/kinds'
import { listAuditedPeople, readAuditLog } from '@/lib/oversight/audit-log'
import { dateParts, periodProblem, textOf, withQuery, type SearchParams } from '@/lib/query-string'
import { identifyAction } from '../children/actions'

export const metadata: Metadata = { title: 'Audit log' }

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams
  const from = dateParts(query, 'from')
  const until = dateParts(query, 'until')
  const problem = periodProblem(from, until)
  const kind = (Object.keys(AUDIT_LABELS) as AuditKind[]).find((known) => known === query.kind)
  const filter = { person: textOf(query.person), child: textOf(query.child), kind, before: textOf(query.before) }
  const log = await ask(readAuditLog, { ...filter, ...(problem ? {} : { from, until }) })
  const people = await ask(listAuditedPeople, {})
  const address = {
    ...filter,
    ...Object.fromEntries(Object.entries(from).map(([part, value]) => [`from.${part}`, value])),
    ...Object.fromEntries(Object.entries(until).map(([part, value]) => [`until.${part}`, value])),
  }
  return (
    <>
      <PageHeader title={log.child ? `Who looked at ${log.child.reference}` : 'Audit log'} caption={log.child?.name} lede="Who did and saw what. Nobody can change or delete an entry." />
      <Card title="Filter">
        {problem ? <Warning>{problem} The dates are left out.</Warning> : null}
        <AuditFilter key={JSON.stringify(address)} people={people} person={filter.person} kind={kind} child={log.child} from={from} until={until} identify={identifyAction} />
      </Card>
      <div className="mt-6">
        <AuditTable lines={log.lines} />
      </div>
      <Pagination
        newer={filter.before ? withQuery('/audit', { ...address, before: undefined }) : undefined}
        older={log.next ? withQuery('/audit', { ...address, before: log.next }) : undefined}
        newerLabel="Newest"
        olderLabel="Older"
      />
    </>
  )
}
