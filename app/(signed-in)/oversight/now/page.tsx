import type { Metadata } from 'next'
import { OverdueTable } from '@/components/action-plan/overdue-table'
import { TeamLoad } from '@/components/cases/team-load'
import { ListFiles } from '@/components/list/list-files'
import { LateTable } from '@/components/oversight/late-table'
import { ReturnsTable, SilentTable, UnseenTable } from '@/components/oversight/live-tables'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { readLive } from '@/lib/oversight/live'

export const metadata: Metadata = { title: 'What needs somebody now' }

export default async function LivePage() {
  const { plan, late, silent, returns, over, unseen } = await ask(readLive, {})
  return (
    <>
      <PageHeader title="What needs somebody now" lede="What is late and with whom, by reference alone. Each reference is known to whoever has the record." />
      <div className="space-y-6">
        <div>
          <SilentTable silent={silent} />
          <ListFiles list="silent" />
        </div>
        <div>
          <UnseenTable unseen={unseen} />
          <ListFiles list="unseen" />
        </div>
        <div>
          <ReturnsTable returns={returns} />
          <ListFiles list="missing-returns" />
        </div>
        <Card title={`Practitioners over the maximum (${over.length})`}>{over.length ? <TeamLoad team={over} /> : <p className="text-ink-soft">Nobody carries more than the board’s maximum.</p>}</Card>
        <div>
          <LateTable late={late} />
          <ListFiles list="late" />
        </div>
        <OverdueTable overdue={plan} />
      </div>
    </>
  )
}
