import type { ReactNode } from 'react'
import type { CaseCoverView, ChangeView, CoverView } from '@/lib/cover/queries'
import { CONTINUITY } from '@/lib/pathway/cover'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { SummaryList } from '../ui/summary-list'

const STATES = { to_come: 'To come', standing: 'Now', ended: 'Over' } as const

/** Who covers, and how the young person was told each time somebody else began to work with her. */
export function CoverCard({ caseId, view, arranges, end }: { caseId: string; view: CaseCoverView; arranges: boolean; end?: ReactNode }) {
  const [last, ...before] = view.changes
  const may = arranges && view.case.holder && view.case.stage !== 'closed'
  if (!may && !view.now && !view.past.length && !last) return null
  return (
    <Card title="Who works with the young person" id="cover">
      {view.now ? <p><CoverLine cover={view.now} /></p> : <p>{view.case.holder ? `${view.case.holder.name}. Nobody covers.` : 'Nobody yet.'}</p>}
      {view.now?.reason ? <p className="text-ink-soft">Over the maximum: {view.now.reason}</p> : null}
      {last ? <Change change={last} /> : null}
      {before.length || view.past.length ? (
        <Details summary="Earlier">
          <ul className="space-y-2">{view.past.map((cover) => <li key={cover.id}><CoverLine cover={cover} />{cover.endWhy ? ` ${cover.endWhy}.` : ''}</li>)}</ul>
          {before.map((change) => <Change key={change.id} change={change} />)}
        </Details>
      ) : null}
      {may && !view.now ? <p className="mt-4"><ButtonLink variant="secondary" href={`/cases/${caseId}/cover`}>Arrange cover</ButtonLink></p> : null}
      {may && view.now ? end : null}
    </Card>
  )
}

function CoverLine({ cover }: { cover: CoverView }) {
  return <><span className="font-semibold">{STATES[cover.state]}: {cover.cover}</span> covers for {cover.holder}, {formatDate(cover.startsOn)} to {formatDate(cover.untilOn)}.</>
}

function Change({ change }: { change: ChangeView }) {
  return (
    <section className="mt-4">
      <h3 className="text-base font-semibold">{change.what}</h3>
      <p className="text-[0.9375rem] text-ink-soft">{formatDateTime(new Date(change.at))}, {change.by}</p>
      <SummaryList rows={CONTINUITY.map(({ id, label }) => ({ key: id, label, value: <span dir="auto" className="wrap-anywhere whitespace-pre-line">{change[id]}</span> }))} />
    </section>
  )
}
