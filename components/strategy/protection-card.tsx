import type { ReactNode } from 'react'
import { CLOCK_STATE_LABELS } from '@/lib/pathway/clocks'
import { formatDate } from '@/lib/pathway/dates'
import { PROTECTION_STEPS } from '@/lib/pathway/strategy-words'
import type { Protection } from '@/lib/strategy/protection'
import { Card } from '../ui/card'
import { ClockTag } from '../ui/clock-tag'
import { SummaryList } from '../ui/summary-list'
import { TextLink } from '../ui/text-link'

const day = (iso: string) => formatDate(new Date(iso))

/** Section 47 as it stands: since when, and its two times. The work of CATE goes on beside it. */
export function ProtectionCard({ protection, here, children }: { protection: readonly Protection[]; here?: string; children?: ReactNode }) {
  return protection.map((one) => (
    <Card key={one.meetingId} title="Child protection" actions={here === one.meetingId ? undefined : <TextLink href={`/strategy/${one.meetingId}`}>The meeting that began it</TextLink>}>
      <p className="mb-3">
        <strong>Section 47 begun on {day(one.begunOn)}.</strong> Case {one.caseReference} goes on beside it: the two work together.
      </p>
      <SummaryList
        rows={[
          { key: 'conference', label: 'Conference', value: <ClockLine clock={one.conference} /> },
          { key: 'assessment', label: 'Assessment', value: <ClockLine clock={one.assessment} /> },
        ]}
      />
      {children}
    </Card>
  ))
}

function ClockLine({ clock: { due, state, done } }: { clock: Protection['conference'] }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span>Due by {day(due)}</span>
      <ClockTag state={state}>{CLOCK_STATE_LABELS[state]}</ClockTag>
      {done ? <span className="basis-full wrap-anywhere">{PROTECTION_STEPS.find(({ id }) => id === done.kind)?.label}, {formatDate(done.on)}. {done.note} ({done.by})</span> : null}
    </span>
  )
}
