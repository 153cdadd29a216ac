import type { ReactNode } from 'react'
import { formatDate } from '@/lib/pathway/dates'
import { RELEASE_KIND_LABELS, RELEASE_STATE_LABELS, type ReleaseState, type ReleaseView } from '@/lib/releases/view'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { SummaryList, type SummaryRow } from '../ui/summary-list'
import { Tag, type Tone } from '../ui/tag'
import { When } from '../when'

const TONES: Record<ReleaseState, Tone> = { asked: 'amber', refused: 'neutral', let_out: 'blue', made: 'green', failed: 'red', deleted: 'neutral' }

const number = (value: number) => value.toLocaleString('en-GB')

/** One file that was asked for: why, by whom, and where it stands. `answer` is the form of whoever may answer it. */
export function ReleaseCard({ release, answer }: { release: ReleaseView; answer: ReactNode }) {
  const { id, kind, state, reason, period, askedBy, askedAt, answered, made, taken, progress, total, mayTake } = release
  const rows: (SummaryRow | false)[] = [
    { key: 'why', label: 'Why, and to whom', value: reason },
    period !== null && { key: 'period', label: 'Period', value: `${formatDate(period.from)} to ${formatDate(period.until)}` },
    { key: 'asked', label: 'Asked', value: <>{askedBy}, <When at={askedAt} /></> },
    answered !== null && { key: 'answered', label: state === 'refused' ? 'Refused' : 'Let out', value: <>{answered.by}, <When at={answered.at} />{answered.why ? `\n${answered.why}` : ''}</> },
    state === 'let_out' && { key: 'progress', label: 'How far', value: total ? `${number(progress)} of ${number(total)} parts` : 'Begins in a moment' },
    made !== null && { key: 'made', label: 'In it', value: `${number(made.rows)} rows in ${number(made.parts)} parts, ${size(made.bytes)}` },
    made !== null && { key: 'hash', label: 'Fingerprint (SHA-256)', value: <span className="break-all font-mono text-[0.9375rem]">{made.hash}</span> },
    made !== null && { key: 'taken', label: 'Taken by', value: taken.length ? taken.join(' and ') : 'Nobody yet' },
    made !== null && state === 'made' && { key: 'until', label: 'Deleted on', value: <When at={made.until} /> },
  ]
  return (
    <Card title={RELEASE_KIND_LABELS[kind]} actions={<Tag tone={TONES[state]}>{state === 'deleted' && !made ? 'Nobody answered in time' : RELEASE_STATE_LABELS[state]}</Tag>}>
      <div className="space-y-6">
        <SummaryList rows={rows.filter((row) => row !== false)} />
        {answer}
        {state === 'failed' ? <p>Nothing left Waymark. Whoever needs the file asks for it again.</p> : null}
        {mayTake ? (
          <form method="post" action={`/admin/take-out/${id}/file`}>
            <p className="mb-3 max-w-form">You may take this file once. Keep it where only those may read it who may read every record in it.</p>
            <Button type="submit">Take the file</Button>
          </form>
        ) : null}
      </div>
    </Card>
  )
}

const size = (bytes: number) => (bytes < 100_000 ? `${number(Math.max(1, Math.round(bytes / 1000)))} kB` : `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`)
