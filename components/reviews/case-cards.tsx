import type { ReactNode } from 'react'
import { EXIT_EVIDENCE, EXIT_KIND_LABELS, EXIT_STATE_LABELS, type ExitState } from '@/lib/pathway/exit'
import { formatDate } from '@/lib/pathway/dates'
import { compareLevels, LEVEL_LABELS } from '@/lib/pathway/levels'
import type { CaseReviews, ExitView, ReviewView } from '@/lib/reviews/queries'
import type { HeardView } from '@/lib/heard'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { LevelTag } from '../ui/level-tag'
import { SummaryList } from '../ui/summary-list'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

const TONES: Readonly<Record<ExitState, 'amber' | 'red' | 'neutral'>> = { asked: 'amber', agreed: 'neutral', disagreed: 'red', withdrawn: 'neutral', carried_out: 'neutral' }

/** The reviews of a case, newest first, and the way to the next. */
export function ReviewsCard({ caseId, reviews, holds }: { caseId: string; reviews: readonly ReviewView[]; holds: boolean }) {
  return (
    <Card title="Reviews" id="reviews">
      {reviews.length ? null : <p className="mb-3 text-ink-soft">No review has been held yet.</p>}
      <ul className="divide-y">
        {reviews.map((one) => (
          <li key={one.id} className="space-y-2 py-3 first:pt-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{formatDate(new Date(one.at))}</span>
              <LevelTag level={one.level} />
              <span className="text-ink-soft">{stepOf(one)}</span>
              {one.dueAt && one.at > one.dueAt ? <Tag tone="red">Held late</Tag> : null}
            </p>
            <p className="wrap-anywhere whitespace-pre-line" dir="auto">{one.changed}</p>
            <Details summary="Views, why this level, and what is next">
              <SummaryList
                rows={[
                  { key: 'young', label: 'Young person', value: heardText(one.young) },
                  { key: 'parents', label: 'Parents or carers', value: heardText(one.parents) },
                  { key: 'reason', label: 'Why this level', value: one.reason },
                  ...(one.transition ? [{ key: 'transition', label: 'At 18 and after', value: one.transition }] : []),
                  { key: 'next', label: 'Next review by', value: formatDate(new Date(one.nextDue)) },
                  { key: 'by', label: 'Held by', value: one.by },
                ]}
              />
            </Details>
          </li>
        ))}
      </ul>
      {holds ? <p className="mt-3"><TextLink href={`/cases/${caseId}/review`}>Hold a review</TextLink></p> : null}
    </Card>
  )
}

function stepOf({ levelBefore, level }: ReviewView): string {
  if (!levelBefore) return 'First level'
  const order = compareLevels(level, levelBefore)
  return order === 0 ? 'No change' : `${order > 0 ? 'Stepped up' : 'Stepped down'} from ${LEVEL_LABELS[levelBefore]}`
}

const heardText = ({ view, notHeard, plan }: HeardView) => view ?? `Not heard: ${notHeard ?? ''}. What will be tried: ${plan ?? ''}`

/** What is proposed about the end of the work, with its evidence and the second agency's word. */
export function ExitsCard({ reviews: { case: { id }, exits }, proposes, withdraw }: { reviews: CaseReviews; proposes: boolean; withdraw?: (exit: ExitView) => ReactNode }) {
  if (!exits.length && !proposes) return null
  return (
    <Card title="Ending the work" id="exit">
      {exits.length ? null : <p className="mb-3 text-ink-soft">A case closes, or its level falls to Low, with evidence and a second agency’s agreement. Nothing ends by itself or on a birthday.</p>}
      <ul className="divide-y">
        {exits.map((exit) => (
          <li key={exit.id} className="space-y-2 py-3 first:pt-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{EXIT_KIND_LABELS[exit.kind]}</span>
              <Tag tone={TONES[exit.state]}>{EXIT_STATE_LABELS[exit.state]}</Tag>
            </p>
            <p className="text-[0.9375rem] text-ink-soft">Proposed {formatDate(new Date(exit.askedAt))} by {exit.askedBy}; {exit.agency} was asked</p>
            {exit.answer ? <p className="wrap-anywhere" dir="auto">{exit.agency}: {exit.answer.words} <span className="text-ink-soft">({exit.answer.by}, {formatDate(new Date(exit.answer.at))})</span></p> : null}
            <Details summary="The evidence">
              <SummaryList rows={EXIT_EVIDENCE.map(({ id: key, label }) => ({ key, label, value: exit.evidence[key] }))} />
            </Details>
            {withdraw && (exit.state === 'asked' || exit.state === 'agreed' || exit.state === 'disagreed') ? withdraw(exit) : null}
          </li>
        ))}
      </ul>
      {proposes ? <p className="mt-3"><TextLink href={`/cases/${id}/exit`}>Propose an ending</TextLink></p> : null}
    </Card>
  )
}
