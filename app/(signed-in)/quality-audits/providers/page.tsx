import type { Metadata } from 'next'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFiles } from '@/components/list/list-files'
import { ProvidersTable, RateCard } from '@/components/quality-audits/providers-table'
import { PrintButton } from '@/components/services/print-button'
import { BackLink } from '@/components/ui/back-link'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateInput } from '@/components/ui/date-input'
import { PageHeader } from '@/components/ui/page-header'
import { Warning } from '@/components/ui/warning'
import { ask } from '@/lib/access/web'
import { PROVIDER_KINDS } from '@/lib/pathway/low-referrers'
import { readProviders } from '@/lib/quality-audits/providers'
import { choiceOf, dateParts, dateValues, periodProblem, type SearchParams } from '@/lib/query-string'
import { addressOf } from './address'

export const metadata: Metadata = { title: 'Schools and housing providers' }

export default async function ProvidersPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams
  const [from, until] = [dateParts(query, 'from'), dateParts(query, 'until')]
  const problem = periodProblem(from, until)
  const kind = choiceOf(query.kind, ['education', 'housing'])
  const of = choiceOf(query.of, ['exploitation', 'all'])
  const page = await ask(readProviders, { kind, of, ...(problem ? {} : { from, until }) })
  const address = (over: { kind?: string; of?: string }) => addressOf('/quality-audits/providers', { kind, of, from, until, ...over })
  return (
    <>
      <PageHeader
        title="Who tells us little"
        lede="What would be expected of each school and housing provider by its size, and what came. Few contacts may be good news, or a sign that nobody knows whom to ring: it begins a conversation and proves nothing."
        actions={<PrintButton>Print</PrintButton>}
        back={<BackLink href="/quality-audits">Quality audits</BackLink>}
      />
      <FilterTabs label="Kind" tabs={PROVIDER_KINDS.map((one) => ({ label: one.label, href: address({ kind: one.id }), current: one.id === kind }))} />
      <FilterTabs label="Which contacts" tabs={[{ label: 'Contacts where exploitation is a concern', href: address({ of: 'exploitation' }), current: of === 'exploitation' }, { label: 'All contacts', href: address({ of: 'all' }), current: of === 'all' }]} />
      <Card title="Choose a period" className="mb-6 no-print">
        {problem ? <Warning>{problem} Showing the last twelve months.</Warning> : null}
        <form className="flex flex-wrap items-end gap-x-8 gap-y-3">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="of" value={of} />
          <DateInput legend="From" name="from" hint="For example, 1 4 2026" defaultValue={from} />
          <DateInput legend="To" name="until" hint="For example, 31 3 2027" defaultValue={until} />
          <Button type="submit" variant="secondary">Show</Button>
        </form>
      </Card>
      <div className="space-y-6">
        <RateCard page={page} />
        <ListFiles list="providers" values={{ kind, of, ...(problem ? {} : { ...dateValues('from', from), ...dateValues('until', until) }) }} />
        <ProvidersTable page={page} href={(id) => addressOf(`/quality-audits/providers/${id}`, { kind, of, from, until })} />
      </div>
    </>
  )
}
