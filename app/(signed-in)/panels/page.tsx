import type { Metadata } from 'next'
import { ListFiles } from '@/components/list/list-files'
import { AskedCard, PanelTable } from '@/components/panels/panel-table'
import { FilterTabs } from '@/components/filter-tabs'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listPanels } from '@/lib/panels/list'
import { listAsked } from '@/lib/panels/own'
import { choiceOf, withQuery, type SearchParams } from '@/lib/query-string'
import { Live } from '../live'

export const metadata: Metadata = { title: 'Risk panels' }

export default async function PanelsPage({ searchParams }: { searchParams: SearchParams }) {
  const { role, agencyName, settings } = await signedIn()
  const query = await searchParams
  const reads = may(role, 'panel:read')
  const asked = may(role, 'panel:answer') ? await ask(listAsked, {}) : []
  const waiting = asked.filter(({ over }) => !over)
  const show = choiceOf(query.show, ['coming', 'past'] as const)
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = reads ? await ask(listPanels, { show, after }) : null
  const own = reads ? waiting : asked
  return (
    <>
      <Live topics={['panel']} />
      <PageHeader
        title="Risk panels"
        lede={reads ? `Every ${settings.panelCycleDays} days: the agencies judge together, and each case has its level, its actions and its next review.` : `Answers asked of ${agencyName ?? 'your agency'}. You see your own agency’s answers and nobody else’s.`}
        actions={may(role, 'panel:build') ? <ButtonLink href="/panels/new">Plan a panel</ButtonLink> : undefined}
      />
      {own.length ? (
        <section aria-labelledby="asked" className="mb-8 space-y-4">
          <h2 id="asked">Answers asked of your agency</h2>
          {own.map((panel) => <AskedCard key={panel.panelId} panel={panel} />)}
        </section>
      ) : reads ? null : <Empty title="No panel asks your agency anything">When your agency is invited to a risk panel, the young people it will discuss appear here, and what you are asked about each.</Empty>}
      {page ? (
        <>
          <FilterTabs label="Show" tabs={(['coming', 'past'] as const).map((one) => ({ label: one === 'coming' ? 'In hand' : 'Minutes issued', href: withQuery('/panels', { show: one }), current: one === show }))} />
          <PanelTable panels={page.items} empty={show === 'coming' ? 'No panel is planned' : 'No minutes have been issued yet'} />
          {page.items.length ? <ListFiles list="panels" values={{ show }} /> : null}
          <Pagination newer={after ? withQuery('/panels', { show }) : undefined} older={page.next ? withQuery('/panels', { show, after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
        </>
      ) : null}
    </>
  )
}
