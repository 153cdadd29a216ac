import type { Today } from '@/lib/today/view'
import { CaseTable } from '../cases/case-table'
import { TeamLoad } from '../cases/team-load'
import { Card } from '../ui/card'
import { Empty } from '../ui/empty'
import { Meter } from '../ui/meter'
import { PageHeader } from '../ui/page-header'
import { Stat, StatGroup } from '../ui/stat'
import { DataTable } from '../ui/table'
import { When } from '../when'
import { EnquiriesStat } from './enquiries-stat'
import { AheadStats, AskedStat } from './panels-stat'

/** A practitioner's day: their caseload, what is due first. */
export function PractitionerToday({ page }: { page: Today.Practitioner }) {
  const late = page.cases.filter((one) => one.next?.state === 'late').length
  const unseen = page.cases.filter(({ log }) => log?.seen.state === 'late').length
  const lede = [late ? `${late} of your cases ${late === 1 ? 'has' : 'have'} something late.` : '', unseen ? `${unseen} of your young people ${unseen === 1 ? 'was' : 'were'} not seen as often as the level asks.` : ''].filter(Boolean).join(' ')
  return (
    <>
      <PageHeader title="Today" lede={lede || 'Your caseload, what is due first.'} />
      <div className="space-y-6">
        <Card title="What you carry">
          <Meter label="Your caseload" value={page.load.weight} max={page.load.maximum} unit={`(${page.load.count} open ${page.load.count === 1 ? 'case' : 'cases'})`} />
        </Card>
        <CaseTable caption="Your young people" cases={page.cases} empty={<Empty title="You have no open case">When the CATE manager allocates one to you it appears here.</Empty>} />
      </div>
    </>
  )
}

/** The CATE manager's day: referrals to answer, cases to allocate, what is late, who carries what. */
export function CateManagerToday({ page }: { page: Today.CateManager }) {
  return (
    <>
      <PageHeader title="Today" lede="Referrals to answer, cases to allocate, and what your team carries." />
      <div className="space-y-6">
        <StatGroup>
          <Stat label="Alerts for you" value={page.alerts} href="/alerts" tone={page.alerts ? 'amber' : 'plain'} context={page.alerts ? 'Contacts about one person that add up, and more' : 'Nothing waits for your answer'} />
          <EnquiriesStat enquiries={page.enquiries} />
          {page.asked.waiting ? <AskedStat asked={page.asked} /> : null}
          <AheadStats ahead={page.ahead} />
        </StatGroup>
        <DataTable
          caption="Referrals waiting for your answer"
          rows={page.referrals}
          rowKey={(referral) => referral.id}
          empty={
            <Card title="Referrals waiting for your answer">
              <Empty title="No referral is waiting">Referrals from Family Connect appear here.</Empty>
            </Card>
          }
          columns={[
            { key: 'child', header: 'Young person', cell: (referral) => referral.child, href: (referral) => `/referrals/${referral.id}` },
            { key: 'contact', header: 'Contact', cell: (referral) => referral.contact },
            { key: 'sent', header: 'Sent', cell: (referral) => <When at={referral.sentAt} /> },
            { key: 'waited', header: 'Waited', cell: (referral) => referral.waited },
          ]}
        />
        {page.unallocated.length ? <CaseTable caption="Cases to allocate" cases={page.unallocated} empty={null} /> : null}
        {page.late.length ? <CaseTable caption="Late" cases={page.late} empty={null} team /> : null}
        <Card title="Your team">
          <TeamLoad team={page.team} />
        </Card>
      </div>
    </>
  )
}

/** The panel chair's day: panels to come, answers that are awaited, and the cases that wait for the panel. */
export function ChairToday({ page }: { page: Today.Chair }) {
  return (
    <>
      <PageHeader title="Today" lede="Risk panels to come, and the cases that wait for one." />
      <div className="space-y-6">
        <StatGroup><AheadStats ahead={page.ahead} /></StatGroup>
        <CaseTable caption="Waiting for the panel" cases={page.cases} team empty={<Empty title="No case is waiting for the panel">A case appears here once it is put on the agenda of a panel.</Empty>} />
      </div>
    </>
  )
}
