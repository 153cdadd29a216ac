import type { ReactNode } from 'react'
import type { AssessmentSummary } from '@/lib/assessments/queries'
import { DIRECTION_LABELS } from '@/lib/pathway/assessment'
import { formatDate } from '@/lib/pathway/dates'
import { Card } from '../ui/card'
import { LevelTag } from '../ui/level-tag'
import { TextLink } from '../ui/text-link'

/** The assessments of a case. A level here is a proposal: the panel confirms it. */
export function AssessmentsCard({ assessments, begin }: { assessments: readonly AssessmentSummary[]; begin?: ReactNode }) {
  const open = assessments.some(({ finished }) => !finished)
  return (
    <Card title="Risk assessment" id="assessment">
      {assessments.length ? null : <p className="mb-3 text-ink-soft">Not assessed here yet.</p>}
      <ul className="divide-y">
        {assessments.map(({ id, begunAt, begunBy, finished }) => (
          <li key={id} className="space-y-1 py-2.5 first:pt-0">
            <p className="flex flex-wrap items-center gap-2">
              <TextLink href={`/assessments/${id}`} className="font-semibold">{finished ? `Finished ${formatDate(new Date(finished.at))}` : `Being filled in since ${formatDate(new Date(begunAt))}`}</TextLink>
              {finished ? <LevelTag level={finished.level} prefix="Proposed:" /> : null}
            </p>
            <p className="text-[0.9375rem] text-ink-soft">{finished ? `${finished.by}. ${DIRECTION_LABELS[finished.direction]}.` : `Begun by ${begunBy}`}</p>
          </li>
        ))}
      </ul>
      {open ? null : begin}
    </Card>
  )
}
