import { formatDate, formatDateTime } from '@/lib/pathway/dates'

/** An instant as a London date and time, e.g. 22 Nov 2026, 14:05. */
export function When({ at, day }: { at: string; day?: boolean }) {
  const instant = new Date(at)
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {day ? formatDate(instant) : formatDateTime(instant)}
    </time>
  )
}
