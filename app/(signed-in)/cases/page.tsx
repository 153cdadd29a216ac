import type { Metadata } from 'next'
import { CaseBoard } from '@/components/cases/case-board'
import { TeamLoad } from '@/components/cases/team-load'
import { Card } from '@/components/ui/card'
import { readWorkload } from '@/lib/cases/workload'
import { CaseTable } from '@/components/cases/case-table'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFilter, type FilterField } from '@/components/list/list-filter'
import { ButtonLink } from '@/components/ui/button'
import { ClockTag } from '@/components/ui/clock-tag'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { TextLink } from '@/components/ui/text-link'
import { may } from '@/lib/access/permissions'
import type { Role } from '@/lib/access/roles'
import { ask, signedIn } from '@/lib/access/web'
import { listCaseload } from '@/lib/cases/queries'
import { caseListSchema, caseSort } from '@/lib/cases/schema'
import { LEVEL_LABELS, LEVELS } from '@/lib/pathway/levels'
import { CASE_STAGE_LABELS, CASE_STAGES } from '@/lib/pathway/states'
import { listView, sortBy, withQuery, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Caseload' }

const LEVEL: FilterField = { name: 'level', label: 'Level', any: 'Any level', options: [...LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] })), { value: 'none', label: 'Not agreed yet' }] }
const STAGE: FilterField = { name: 'stage', label: 'Stage', any: 'Any stage', options: CASE_STAGES.filter((stage) => stage !== 'closed').map((value) => ({ value, label: CASE_STAGE_LABELS[value] })) }
const DUE: FilterField = { name: 'due', label: 'Next due', any: 'Any time', options: [{ value: 'late', label: 'Late' }, { value: 'close', label: 'Within a week' }] }

const SEEN: FilterField = { name: 'seen', label: 'Last seen', any: 'Any time', options: [{ value: 'late', label: 'Later than the level asks' }] }

const SINCE: FilterField = { name: 'since', label: 'Since it closed', any: 'Anything or nothing', options: [{ value: 'any', label: 'Something came' }, { value: 'missing', label: 'A missing report came' }] }

const SORTS = {
  open: [
    { value: 'due', label: 'What is due first' },
    { value: '-due', label: 'What is due last' },
    { value: 'seen', label: 'Longest overdue to be seen' },
    { value: '-seen', label: 'Seen most recently for the level' },
    { value: '-level', label: 'Level, highest first' },
    { value: 'level', label: 'Level, lowest first' },
    { value: 'child', label: 'Name, A to Z' },
    { value: '-child', label: 'Name, Z to A' },
  ],
  closed: [
    { value: '-closed', label: 'Closed last' },
    { value: 'closed', label: 'Closed first' },
  ],
} as const

export default async function CaseloadPage({ searchParams }: { searchParams: SearchParams }) {
  const view = listView('/cases', caseListSchema, await searchParams)
  const page = await ask(listCaseload, view.asked)
  const { role } = await signedIn()
  const team = role === 'cate_manager'
  const { show, after } = view.shown
  const sort = caseSort(view.shown)
  const holder: FilterField = { name: 'practitioner', label: 'Practitioner', any: 'Anybody', options: [{ value: 'none', label: 'Not allocated' }, ...page.practitioners.map(({ id, name }) => ({ value: id, label: name }))] }
  const fields = [...(team ? [holder] : []), LEVEL, ...(show === 'open' ? [STAGE, DUE, SEEN] : [SINCE])]
  const narrowed = fields.some(({ name }) => view.values[name])
  // a stage or a due date is of open cases alone, and what came since of closed ones
  const tab = (value: 'open' | 'closed') => ({ href: view.href({ show: value, sort: undefined, stage: undefined, due: undefined, seen: undefined, since: undefined, view: undefined }), current: show === value })
  const board = show === 'open' && view.shown.view === 'board'
  const empty = <NoCase show={show} narrowed={narrowed} team={team} />
  const load = board && team ? await ask(readWorkload, {}) : null
  return (
    <>
      <PageHeader title={team ? 'Team caseload' : 'Your caseload'} lede={SORTS[show].find(({ value }) => value === sort)?.label} actions={<GlassLink role={role} />} />
      <FilterTabs label="Show" tabs={[{ label: 'Open', ...tab('open') }, { label: 'Closed', ...tab('closed') }]} />
      {show === 'open' ? <FilterTabs label="As" tabs={[{ label: 'List', href: view.href({ view: undefined }), current: !board }, { label: 'Board', href: view.href({ view: 'board' }), current: board }]} /> : null}
      <ListFilter path="/cases" file="cases" values={view.values} keep={['show', 'view']} fields={fields} sort={{ options: SORTS[show], now: sort }} />
      {page.seenLate && !view.values.seen ? (
        <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
          <ClockTag state="late">{`${page.seenLate} not seen in time`}</ClockTag>
          <TextLink href={view.href({ seen: 'late', sort: 'seen' })}>Show who is longest overdue to be seen</TextLink>
        </p>
      ) : null}
      {load ? <Card title="Who carries how much" className="mb-6"><TeamLoad team={load} handOver /></Card> : null}
      {board ? (page.items.length ? <CaseBoard cases={page.items} team={team} /> : empty) : (
        <CaseTable
          caption="Cases"
          captionHidden
          team={team}
          cases={page.items}
          sort={show === 'open' ? { child: sortBy(view, sort, 'child'), level: sortBy(view, sort, 'level'), seen: sortBy(view, sort, 'seen'), next: sortBy(view, sort, 'due') } : { next: sortBy(view, sort, 'closed') }}
          empty={empty}
        />
      )}
      <Pagination
        newer={after ? view.href() : undefined}
        older={page.next ? view.href({ after: page.next }) : undefined}
        newerLabel="First page"
        olderLabel="Next page"
        context={page.count === null ? undefined : `${page.count} in all`}
      />
    </>
  )
}

function GlassLink({ role }: { role: Role }) {
  if (may(role, 'record:break-glass')) return <ButtonLink variant="secondary" href="/cases/open-other">Open a colleague’s case</ButtonLink>
  return may(role, 'break-glass:list') ? <ButtonLink variant="secondary" href="/break-glass">Opened by breaking glass</ButtonLink> : null
}

function NoCase({ show, narrowed, team }: { show: 'open' | 'closed'; narrowed: boolean; team: boolean }) {
  if (narrowed) {
    return (
      <Empty title="No case matches" action={<ButtonLink variant="secondary" href={withQuery('/cases', { show })}>Clear the filter</ButtonLink>}>
        Take a filter away to see more of {team ? 'the team’s' : 'your'} cases.
      </Empty>
    )
  }
  return <Empty title={show === 'open' ? 'No open case' : 'No closed case'}>{team ? 'Accept a referral to open one.' : 'Cases appear here when the CATE manager allocates them to you.'}</Empty>
}
