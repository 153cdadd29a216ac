import type { Today } from '@/lib/today/view'
import { OverdueTable } from '../action-plan/overdue-table'
import { TeamLoad } from '../cases/team-load'
import { FiguresView } from '../oversight/figures-view'
import { LateTable } from '../oversight/late-table'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { Empty } from '../ui/empty'
import { PageHeader } from '../ui/page-header'
import { Stat, StatGroup } from '../ui/stat'
import { AccessStat } from './access-stat'
import { EnquiriesStat } from './enquiries-stat'
import { AskedStat } from './panels-stat'

/** A manager's day: what is late and with whom, who carries what, the year's figures. */
export function ManagerToday({ page }: { page: Today.Manager }) {
  return (
    <>
      <PageHeader title="Today" lede="What is late and with whom, what the team carries, and the last twelve months." actions={<ButtonLink href="/oversight/now">What needs somebody now</ButtonLink>} />
      <div className="space-y-6">
        <LateTable late={page.late} />
        {page.plan.length ? <OverdueTable overdue={page.plan} /> : null}
        <Card title="CATE team">
          <TeamLoad team={page.team} />
        </Card>
        <section aria-labelledby="figures">
          <h2 id="figures">The last twelve months</h2>
          <FiguresView figures={page.figures} />
        </section>
      </div>
    </>
  )
}

/** An auditor's day: what is late, the audit log, the year's figures. */
export function AuditorToday({ page }: { page: Today.Auditor }) {
  return (
    <>
      <PageHeader title="Today" lede="You can read everything in this area, and change nothing." actions={<ButtonLink href="/audit">Open the audit log</ButtonLink>} />
      <div className="space-y-6">
        <StatGroup>
          <Stat label="Entries in the audit log today" value={page.eventsToday} href="/audit" />
          <Stat label="Records to read for an audit" value={page.toRead} href="/quality-audits" context="Given to you" />
          <Stat label="Late now" value={page.late.length} tone={page.late.length ? 'red' : 'plain'} />
          <Stat label="Overdue in the action plan" value={page.plan.length} tone={page.plan.length ? 'red' : 'plain'} href="/action-plan?show=overdue" />
          {page.access ? <AccessStat access={page.access} /> : null}
        </StatGroup>
        <LateTable late={page.late} />
        <FiguresView figures={page.figures} />
      </div>
    </>
  )
}

/** An analyst's day: figures, and nothing about anybody. */
export function AnalystToday({ page }: { page: Today.Analyst }) {
  return (
    <>
      <PageHeader title="Today" lede="Figures for the last twelve months." actions={<ButtonLink href="/oversight">Choose another period</ButtonLink>} />
      <FiguresView figures={page.figures} />
    </>
  )
}

/** A partner professional's or the police's day. */
export function PartnerToday({ page }: { page: Today.Partner }) {
  return (
    <>
      <PageHeader title="Today" lede={page.agency} />
      <StatGroup>
        <Stat label="Waiting for us" value={page.waiting} href="/waiting" tone={page.late ? 'red' : 'plain'} context={page.late ? `${page.late} late` : 'Referrals to your agency'} />
        <EnquiriesStat enquiries={page.enquiries} />
        {page.asked.waiting ? <AskedStat asked={page.asked} /> : null}
        {page.parts.waiting ? <Stat label="Risk assessments to answer for" value={page.parts.waiting} href="/waiting" tone={page.parts.late ? 'red' : 'plain'} context={page.parts.late ? `${page.parts.late} late` : 'Your agency’s part'} /> : null}
        <Stat label="Contacts your agency told us about" value={page.contacts} href="/our-contacts" />
        {page.open === null ? null : <Stat label="Open exploitation cases" value={page.open} href="/children" context="Search for a child to see a case" />}
      </StatGroup>
    </>
  )
}

/** A licensing officer's day. */
export function LicensingToday() {
  return (
    <>
      <PageHeader title="Today" />
      <Empty title="Nothing is waiting for you">When somebody asks for what licensing knows about premises, vehicles or drivers, it appears here.</Empty>
    </>
  )
}

/** An administrator's day: people and agencies, and no case. */
export function AdminToday({ page }: { page: Today.Admin }) {
  return (
    <>
      <PageHeader title="Today" lede="People and agencies of this area. Case records are not open to administrators." />
      <StatGroup>
        <Stat label="Roles in use" value={page.people} href="/admin" />
        <Stat label="Agencies" value={page.agencies} />
      </StatGroup>
    </>
  )
}
