import { formatDate } from '@/lib/pathway/dates'
import type { Talk } from '@/lib/quality-audits/providers'
import { Card } from '../ui/card'
import { Timeline } from '../ui/timeline'
import { periodText } from './audits-table'

/** The talks with a provider, the last first, each with the figures that it was about as they were then. */
export function TalksCard({ talks }: { talks: readonly Talk[] }) {
  return (
    <Card title="Conversations">
      {talks.length ? (
        <Timeline
          label="Conversations, the last first"
          items={talks.map((talk) => ({
            id: talk.id, kind: 'message', date: formatDate(talk.on), dateTime: talk.on, who: talk.by, title: `With ${talk.withWhom}`,
            body: (
              <>
                <p dir="auto" className="wrap-anywhere">{talk.said}</p>
                <p className="wrap-anywhere"><strong>Next:</strong> {talk.nextStep}{talk.nextOn ? ` (by ${formatDate(talk.nextOn)})` : ''}</p>
                <p className="text-sm text-ink-soft">About {periodText(talk.from, talk.until)}: {talk.seen} seen{talk.expected === null ? '' : `, ${talk.expected.toFixed(1)} expected`}, where exploitation is a concern</p>
              </>
            ),
          }))}
        />
      ) : <p className="text-ink-soft">Nobody has written one down.</p>}
    </Card>
  )
}
