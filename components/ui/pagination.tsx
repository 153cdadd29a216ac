import { ArrowLeft, ArrowRight } from 'lucide-react'
import { TextLink } from './text-link'

type Props = {
  /** Addresses of the neighbouring pages; leave out what there is not. */
  newer?: string
  older?: string
  newerLabel?: string
  olderLabel?: string
  /** e.g. 25 shown, oldest 3 Oct 2026 */
  context?: string
  label?: string
}

/** Page by key rather than by number: newer and older stay right while records are being added. */
export function Pagination({
  newer, older, newerLabel = 'Newer', olderLabel = 'Older', context, label = 'Pages',
}: Props) {
  if (!newer && !older) return null
  const look = 'inline-flex min-h-8 items-center gap-1.5 font-semibold'
  return (
    <nav aria-label={label} className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
      {newer ? (
        <TextLink href={newer} rel="prev" className={look}>
          <ArrowLeft className="size-4" />
          {newerLabel}
        </TextLink>
      ) : null}
      {older ? (
        <TextLink href={older} rel="next" className={look}>
          {olderLabel}
          <ArrowRight className="size-4" />
        </TextLink>
      ) : null}
      {context ? <p className="text-[0.9375rem] text-ink-soft">{context}</p> : null}
    </nav>
  )
}
