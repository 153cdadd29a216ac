import { CAVEAT_TAGS, NAMEABLE, type Caveat } from '@/lib/pathway/caveats'
import { CLOCK_STATE_LABELS, type ClockState } from '@/lib/pathway/clocks'
import { ENTRY_NATURE_LABELS, topicOf, type EntryNature, type EntryTopic } from '@/lib/pathway/enquiry-words'
import { ClockTag } from '../ui/clock-tag'
import { Tag } from '../ui/tag'

type Marked = { nature: EntryNature; topic: EntryTopic | null; caveat: Caveat; caveatFor: readonly string[]; late: boolean; correctedBy: string | null; afterDecision?: boolean }

/** What must be seen of an entry beside its words: fact or opinion, its caveat, whether it came late. */
export function EntryTags({ entry }: { entry: Marked }) {
  const named = entry.caveat === 'named' ? `: ${entry.caveatFor.map((id) => NAMEABLE.find((one) => one.id === id)?.label ?? id).join(', ')}` : ''
  return (
    <span className="flex flex-wrap gap-1.5">
      <Tag tone={entry.nature === 'fact' ? 'blue' : 'neutral'}>{ENTRY_NATURE_LABELS[entry.nature]}</Tag>
      {entry.topic ? <Tag>{topicOf(entry.topic)?.label}</Tag> : null}
      {entry.caveat === 'none' ? null : <Tag tone="red">{CAVEAT_TAGS[entry.caveat]}{named}</Tag>}
      {entry.late ? <Tag tone="purple">Came late</Tag> : null}
      {entry.afterDecision ? <Tag tone="amber">After the decision</Tag> : null}
      {entry.correctedBy ? <Tag tone="amber">Corrected since</Tag> : null}
    </span>
  )
}

/** How an answer stands against its limit. */
export function AnswerTag({ answer, clock }: { answer: 'entries' | 'nothing_known' | null; clock: ClockState }) {
  const words = answer === null ? { late: 'Late, no answer', close: 'Due soon', on_time: 'Waiting', met: '', met_late: '' }[clock] : `${answer === 'entries' ? 'Answered' : 'Nothing known'}${clock === 'met_late' ? ', late' : ''}`
  return <ClockTag state={clock}>{words || CLOCK_STATE_LABELS[clock]}</ClockTag>
}
