import { ACTION_CLOCK_LABELS, ACTION_SOURCE_LABELS, ACTION_STATE_LABELS, type ActionClock } from '@/lib/pathway/actions'
import type { ActionView } from '@/lib/actions/view'
import { formatDate } from '@/lib/pathway/dates'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

const TONES: Readonly<Record<ActionClock, 'red' | 'amber' | 'neutral'>> = { late: 'red', today: 'amber', open: 'neutral', ended: 'neutral' }

/** Actions, each with who does it, by when and what was said of it last. `about` shows whom each is about. */
export function ActionList({ actions, about = false, linked }: { actions: readonly ActionView[]; about?: boolean; linked: boolean }) {
  return (
    <ul className="divide-y">
      {actions.map((action) => {
        const [last] = action.answers
        return (
          <li key={action.id} className="space-y-1 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2">
              {linked ? <TextLink href={`/actions/${action.id}`} className="font-semibold wrap-anywhere">{action.what}</TextLink> : <span className="font-semibold wrap-anywhere">{action.what}</span>}
              <Tag tone={action.state === 'open' ? TONES[action.clock] : 'neutral'}>{action.state === 'open' ? ACTION_CLOCK_LABELS[action.clock] : ACTION_STATE_LABELS[action.state]}</Tag>
            </p>
            {about ? <p className="wrap-anywhere">{action.about}</p> : null}
            <p className="text-[0.9375rem] text-ink-soft wrap-anywhere">{action.owner}, by {formatDate(action.dueOn)}. {ACTION_SOURCE_LABELS[action.source]}, {formatDate(new Date(action.agreedAt))}.</p>
            {last ? <p className="wrap-anywhere" dir="auto">{ACTION_STATE_LABELS[last.state]}: {last.words} <span className="text-ink-soft">({last.by})</span></p> : null}
          </li>
        )
      })}
    </ul>
  )
}
