import type { Metadata } from 'next'
import { OverdueTable } from '@/components/action-plan/overdue-table'
import { TeamLoad } from '@/components/cases/team-load'
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
        <SilentTable silent={silent} />
        <UnseenTable unseen={unseen} />
        <ReturnsTable returns={returns} />
        <Card title={`Practitioners over the maximum (${over.length})`}>{over.length ? <TeamLoad team={over} /> : <p className="text-ink-soft">Nobody carries more than the board’s maximum.</p>}</Card>
        <LateTable late={late} />
        <OverdueTable overdue={plan} />
      </div>
    </>
  )
}
