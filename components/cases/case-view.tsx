import type { AssessmentSummary } from '@/lib/assessments/queries'
import type { CaseView } from '@/lib/cases/queries'
import { CLOSURE_REASONS, labelOf } from '@/lib/pathway/codes'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { LEVEL_LABELS } from '@/lib/pathway/levels'
import { CASE_STAGE_LABELS } from '@/lib/pathway/states'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { Timeline, type TimelineItem } from '../ui/timeline'
import { NextDue } from './case-table'

/** Who the case is about, and its clocks. */
export function CaseSummaryCard({ one, contactLink }: { one: CaseView; contactLink: boolean }) {
  return (
    <Card title="The case">
      <SummaryList
        rows={[
          { key: 'child', label: 'Young person', value: <><TextLink href={`/children/${one.child.id}`}>{one.child.name}</TextLink>, {one.child.born}</> },
          { key: 'with', label: 'Practitioner', value: one.practitioner?.name ?? 'Not allocated yet' },
          { key: 'opened', label: 'Opened', value: formatDate(new Date(one.openedAt)) },
          { key: 'panel', label: 'Risk panel', value: one.panelHeldAt ? `Met ${formatDate(new Date(one.panelHeldAt))}, due by ${formatDate(new Date(one.panelDue))}` : `Due by ${formatDate(new Date(one.panelDue))}` },
          { key: 'next', label: one.closedAt ? 'Ended' : 'Next', value: <NextDue one={one} /> },
          ...(one.closureReason ? [{ key: 'closed', label: 'Why closed', value: labelOf(CLOSURE_REASONS, one.closureReason) }] : []),
          ...(one.referralId && contactLink ? [{ key: 'referral', label: 'Referral', value: <TextLink href={`/referrals/${one.referralId}`}>What it came from</TextLink> }] : []),
        ]}
      />
    </Card>
  )
}

/** Calls about the young person that Family Connect recorded on the case. They are no contacts and are not counted. */
export function CaseCallsCard({ one }: { one: CaseView }) {
  if (!one.calls.length) return null
  return (
    <Card title="Calls recorded on this case">
      <ul className="divide-y">
        {one.calls.map((call) => (
          <li key={call.id} className="py-2.5 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2">
              <TextLink href={`/case-notes/${call.id}`} className="font-semibold">{formatDateTime(new Date(call.at))}</TextLink>
              {call.danger ? <Tag tone="red">Immediate danger</Tag> : null}
            </p>
            <p dir="auto" className="wrap-anywhere">{call.gist}</p>
            <p className="text-[0.9375rem] text-ink-soft">Written down by {call.by}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Levels, assessments, stages and hands the case went through, newest first. Never rewritten. What an assessment proposes is no agreed level. */
export function CaseHistory({ one, assessments = [] }: { one: CaseView; assessments?: readonly AssessmentSummary[] }) {
  const items: (TimelineItem & { at: string })[] = [
    ...one.levels.map((agreed, index) => entry(`level-${index}`, 'level', agreed.at, `Level agreed: ${LEVEL_LABELS[agreed.level]}`, agreed.by, agreed.reason)),
    ...assessments.flatMap(({ id, finished }) => (finished ? [{ ...entry(`assessment-${id}`, 'assessment', finished.at, proposal(finished), '', finished.reason), href: `/assessments/${id}` }] : [])),
    ...one.allocations.map((given, index) => entry(`hand-${index}`, 'other', given.at, `Allocated to ${given.practitioner}`, given.by, given.reason)),
    ...one.stages.map((move, index) => entry(`stage-${index}`, 'other', move.at, move.from ? `Moved to ${CASE_STAGE_LABELS[move.to].toLowerCase()}` : 'Opened', move.by, move.reason)),
  ]
  items.sort((a, b) => b.at.localeCompare(a.at))
  return (
    <Card title="History">
      {items.length ? <Timeline label="History, newest first" items={items} /> : <p className="text-ink-soft">Nothing yet.</p>}
    </Card>
  )
}

const proposal = ({ by, level, suggested }: NonNullable<AssessmentSummary['finished']>) => `Assessment by ${by}: proposed ${LEVEL_LABELS[level]}, suggested ${LEVEL_LABELS[suggested]}`

function entry(id: string, kind: 'level' | 'assessment' | 'other', at: string, title: string, who: string, body: string | null): TimelineItem & { at: string } {
  return { id, kind, at, dateTime: at, date: formatDateTime(new Date(at)), title, who, body: body ?? undefined }
}
