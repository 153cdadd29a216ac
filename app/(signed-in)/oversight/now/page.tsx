import type { Metadata } from 'next'
import { OverdueTable } from '@/components/action-plan/overdue-table'
import { TeamLoad } from '@/components/cases/team-load'
import { ListFiles } from '@/components/list/list-files'
import { LateTable } from '@/components/oversight/late-table'
import { ReturnsTable, SilentTable, UnseenTable } from '@/components/oversight/live-tables'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { readLive } from '@/lib/oversight/live'

export const metadata: Metadata = { title: 'What needs somebody now' }

export default async function LivePage() {
  const { plan, late, silent, returns, over, unseen } = await ask(readLive, {})
  const parts = [
    ['silent', 'Not acknowledged', silent.length], ['unseen', 'Not seen as expected', unseen.length], ['returns', 'Panels without returns', returns.length],
    ['over', 'Over the maximum', over.length], ['late', 'Late', late.length], ['plan', 'Action plan overdue', plan.length],
  ] as const
  return (
    <>
      <PageHeader title="What needs somebody now" lede="What is late and with whom, by reference alone. Each reference is known to whoever has the record." back={<BackLink href="/oversight">Figures</BackLink>} />
      <div className="space-y-6">
        <nav aria-label="On this page" className="no-print">
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {parts.map(([id, label, count]) => <li key={id}><a href={`#${id}`}>{label}</a> ({count})</li>)}
          </ul>
        </nav>
        <div id="silent">
          <SilentTable silent={silent} />
          {silent.length ? <ListFiles list="silent" /> : null}
        </div>
        <div id="unseen">
          <UnseenTable unseen={unseen} />
          {unseen.length ? <ListFiles list="unseen" /> : null}
        </div>
        <div id="returns">
          <ReturnsTable returns={returns} />
          {returns.length ? <ListFiles list="missing-returns" /> : null}
        </div>
        <Card id="over" title={`Practitioners over the maximum (${over.length})`}>{over.length ? <TeamLoad team={over} /> : <p className="text-ink-soft">Nobody carries more than the board’s maximum.</p>}</Card>
        <div id="late">
          <LateTable late={late} />
          {late.length ? <ListFiles list="late" /> : null}
        </div>
        <div id="plan"><OverdueTable overdue={plan} /></div>
      </div>
    </>
  )
}
