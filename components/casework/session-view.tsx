import type { SessionView } from '@/lib/casework/view'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { SummaryList } from '../ui/summary-list'
import { lasted } from './session-entry'
import { SafetyTag, typeLabel } from './words'

const words = (text: string) => <span dir="auto" className="block max-w-prose whitespace-pre-line wrap-anywhere">{text}</span>

/** One entry of a case's log in full. */
export function SessionFacts({ session }: { session: SessionView }) {
  const { happenedAt, minutes, place, type, present, childWords, safety, account, nextStep, nextOn, by, at } = session
  return (
    <SummaryList
      rows={[
        { key: 'when', label: 'When', value: `${formatDateTime(new Date(happenedAt))}, ${lasted(minutes).toLowerCase()}` },
        { key: 'where', label: 'Where', value: words(place) },
        { key: 'type', label: 'Kind', value: typeLabel(type) },
        { key: 'present', label: 'Who else was there', value: present ? words(present) : 'Nobody' },
        ...(safety ? [
          { key: 'said', label: 'In their own words', value: childWords ? words(childWords) : 'Nothing written down' },
          { key: 'safety', label: 'How safe they feel', value: <SafetyTag safety={safety} /> },
        ] : []),
        { key: 'account', label: 'Done and noticed', value: words(account) },
        { key: 'next', label: 'Next step', value: nextStep || nextOn ? words([nextStep, nextOn ? formatDate(nextOn) : null].filter(Boolean).join(', ')) : 'None written down' },
        { key: 'by', label: 'Written down by', value: `${by}, ${formatDateTime(new Date(at))}` },
      ]}
    />
  )
}
