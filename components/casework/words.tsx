import { ISVA_STATES, SAFETY_FEELINGS, SESSION_TYPES, type IsvaState } from '@/lib/pathway/sessions'
import type { SeenView } from '@/lib/casework/seen-view'
import { ClockTag } from '../ui/clock-tag'
import { Tag, type Tone } from '../ui/tag'

const labelIn = (list: readonly { id: string; label: string }[], id: string) => list.find((one) => one.id === id)?.label ?? id

export const typeLabel = (type: string): string => labelIn(SESSION_TYPES, type)
export const safetyLabel = (safety: string): string => labelIn(SAFETY_FEELINGS, safety)
export const isvaLabel = (state: string): string => labelIn(ISVA_STATES, state)

const WORRYING = ['unsafe', 'afraid']

/** How safe the young person feels. Nothing is green: a feeling of safety is not a finding. */
export function SafetyTag({ safety }: { safety: string }) {
  return <Tag tone={WORRYING.includes(safety) ? 'red' : safety === 'unsure' ? 'amber' : 'neutral'}>{safetyLabel(safety)}</Tag>
}

const ISVA_TONES: Record<IsvaState, Tone> = { not_yet: 'amber', offered: 'blue', accepted: 'blue', declined: 'neutral', in_touch: 'green' }

/** Where the offer of an adviser stands; nothing said yet is for somebody to do. */
export function IsvaTag({ state }: { state: IsvaState | null }) {
  return <Tag tone={state ? ISVA_TONES[state] : 'amber'}>Adviser: {state ? isvaLabel(state).toLowerCase() : 'offer one now'}</Tag>
}

/** When the young person was last seen, against what the level asks. */
export function SeenText({ seen, short }: { seen: SeenView; short?: boolean }) {
  return (
    <span className="inline-flex flex-col items-start gap-1">
      <span>{seen.text.charAt(0).toUpperCase() + seen.text.slice(1)}</span>
      {seen.state === 'late' ? <ClockTag state="late">{seen.late}</ClockTag> : null}
      {seen.state === 'due' ? <ClockTag state="close">See today</ClockTag> : null}
      {short ? null : <span className="text-[0.9375rem] text-ink-soft">Expected {seen.expected}</span>}
    </span>
  )
}
