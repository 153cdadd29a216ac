import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

const SUMMARY =
  'inline-flex min-h-8 list-none items-center gap-1 rounded py-0.5 pr-1 text-link underline underline-offset-[0.15em]'

/** More for whoever wants it. Printed open only if it was open. */
export function Details({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group my-3">
      <summary className={`${SUMMARY} hover:text-ink [&::-webkit-details-marker]:hidden`}>
        <ChevronRight className="size-4 flex-none group-open:rotate-90" strokeWidth={2.25} />
        {summary}
      </summary>
      <div className="wm-prose mt-1 ml-[0.4375rem] border-l-2 border-line py-1 pl-4">{children}</div>
    </details>
  )
}
