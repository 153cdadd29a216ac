import type { Metadata } from 'next'
import { FilterTabs } from '@/components/filter-tabs'
import { JudgedCard, PairCard } from '@/components/screening/pair-card'
import { BackLink } from '@/components/ui/back-link'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { choiceOf, withQuery, type SearchParams } from '@/lib/query-string'
import { listPairs } from '@/lib/screening/matches'
import { PAIR_FILTERS } from '@/lib/screening/schema'
import { undoJudgementAction } from '../actions'
import { keptForms } from '../../kept-forms'
import { Live } from '../../live'
import { judgeActionsFor, judgementForms } from '../judge-actions'

export const metadata: Metadata = { title: 'Records that may be one child' }

const LABELS = { waiting: 'Waiting for somebody to judge', judged: 'Judged' } as const

export default async function MatchesPage({ searchParams }: { searchParams: SearchParams }) {
  const show = choiceOf((await searchParams).show, PAIR_FILTERS)
  const { waiting, judged } = await ask(listPairs, { show })
  const { role } = await signedIn()
  const actions = judgeActionsFor(role)
  const undoes = may(role, 'child:merge')
  const drafts = await keptForms([
    ...(actions ? waiting : []).flatMap(({ first, second }) => judgementForms(first.id, [{ child: second }])),
    ...(undoes ? judged : []).map(({ id }) => ['undone', id] as const),
  ])
  return (
    <>
      <PageHeader
        title="Records that may be one child"
        lede="Proposed for what they have in common, likeliest first. Records are never joined by the system: somebody judges, and it can be undone."
        back={<BackLink href="/children">Children</BackLink>}
      />
      <Live topics={['child']} />
      <FilterTabs label="Show" tabs={PAIR_FILTERS.map((one) => ({ label: LABELS[one], href: withQuery('/children/matches', { show: one }), current: one === show }))} />
      {show === 'waiting' && !waiting.length ? <Empty title="No two records look like one child">They appear here as records are added or changed, until somebody says that they are the same child or that they are not.</Empty> : null}
      {show === 'judged' && !judged.length ? <Empty title="Nothing has been judged yet">What somebody says of two records appears here, with the reason, and can be undone by the safeguarding lead.</Empty> : null}
      <ul className="space-y-4">
        {waiting.map((pair) => (
          <li key={pair.first.id + pair.second.id}>
            <PairCard pair={pair} actions={actions} drafts={drafts} />
          </li>
        ))}
        {judged.map((one) => (
          <li key={one.id}>
            <JudgedCard judged={one} undo={undoes ? undoJudgementAction : null} drafts={drafts} />
          </li>
        ))}
      </ul>
    </>
  )
}
