import type { SessionView } from '@/lib/casework/view'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { SafetyTag, typeLabel } from './words'

/** How long it took: '45 minutes', '2 hours', '1 hour 15 minutes'. */
export function lasted(minutes: number): string {
  const [hours, left] = [Math.floor(minutes / 60), minutes % 60]
  const part = (count: number, unit: string) => (count ? `${count} ${unit}${count === 1 ? '' : 's'}` : '')
  return [part(hours, 'hour'), part(left, 'minute')].filter(Boolean).join(' ') || 'No time'
}

/** One line of a case's log: when and what kind, how safe they feel, and what they said or was done. */
export function SessionLine({ session }: { session: SessionView }) {
  const { id, happenedAt, type, place, minutes, by, safety, childWords, account, nextStep, nextOn, disclosed, corrects } = session
  return (
    <li className="space-y-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TextLink href={`/sessions/${id}`} className="font-semibold">{formatDateTime(new Date(happenedAt))}</TextLink>
        <span>{typeLabel(type)}</span>
        {disclosed ? <Tag tone="red">Told of abuse</Tag> : null}
        {safety ? <SafetyTag safety={safety} /> : null}
      </p>
      <p dir="auto" className="line-clamp-3 max-w-prose wrap-anywhere">{childWords ? `“${childWords}”` : account}</p>
      <p className="text-[0.9375rem] wrap-anywhere text-ink-soft">
        {place}, {lasted(minutes).toLowerCase()}. {by}{corrects ? ', corrected' : ''}
      </p>
      {nextStep ? <p dir="auto" className="text-[0.9375rem] wrap-anywhere">Next: {nextStep}{nextOn ? `, ${formatDate(nextOn)}` : ''}</p> : null}
    </li>
  )
}
