import { formatDateTime } from '@/lib/pathway/dates'
import { LEVEL_LABELS } from '@/lib/pathway/levels'
import { STRATEGY_SOURCES } from '@/lib/pathway/strategy-words'
import type { MeetingView } from '@/lib/strategy/view'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'
import { TextLink } from '../ui/text-link'

/** Why a meeting was called, by whom, for when; the meeting before it and after it. */
export function CalledCard({ meeting }: { meeting: MeetingView }) {
  const source = STRATEGY_SOURCES.find(({ id }) => id === meeting.calledFrom)?.label
  return (
    <Card title="Why it was called">
      <SummaryList
        rows={[
          { key: 'child', label: 'Young person', value: <><TextLink href={`/children/${meeting.child.id}`}>{meeting.child.name}</TextLink>, {meeting.child.born}</> },
          { key: 'from', label: 'Called from', value: meeting.level ? `${source}: ${LEVEL_LABELS[meeting.level]}` : source },
          { key: 'why', label: 'What has happened', value: <span dir="auto" className="wrap-anywhere">{meeting.reason}</span> },
          { key: 'by', label: 'Called by', value: `${meeting.calledBy}, ${formatDateTime(new Date(meeting.calledAt))}` },
          { key: 'when', label: meeting.heldAt ? 'Held' : 'Planned for', value: <span className="wrap-anywhere">{formatDateTime(new Date(meeting.heldAt ?? meeting.plannedAt))}. {meeting.place}</span> },
          ...meeting.moves.map((move, at) => ({ key: `moved-${at}`, label: 'Moved', value: <span className="wrap-anywhere">From {formatDateTime(new Date(move.from))} by {move.by}: {move.reason}</span> })),
          ...(meeting.off ? [{ key: 'off', label: 'Called off', value: <span className="wrap-anywhere">{formatDateTime(new Date(meeting.off.at))} by {meeting.off.by}: {meeting.off.why}</span> }] : []),
          ...(meeting.reviewOfId ? [{ key: 'before', label: 'Reviews', value: <TextLink href={`/strategy/${meeting.reviewOfId}`}>The earlier meeting</TextLink> }] : []),
          ...(meeting.reviewedById ? [{ key: 'after', label: 'Reviewed in', value: <TextLink href={`/strategy/${meeting.reviewedById}`}>The next meeting</TextLink> }] : []),
          ...(meeting.minutes ? [{ key: 'minutes', label: 'Minutes', value: `Out since ${formatDateTime(new Date(meeting.minutes.at))}, issued by ${meeting.minutes.by}` }] : []),
        ]}
      />
    </Card>
  )
}
