import type { ReactNode } from 'react'
import type { HandoverLine } from '@/lib/handovers/view'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

/** One thing that is handed over: what, about whom, how it stands; the note or the field for it goes beneath. */
export function LineText({ line, children }: { line: HandoverLine; children?: ReactNode }) {
  return (
    <div className="py-3.5">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        {line.danger ? <Tag tone="red">Immediate danger</Tag> : null}
        <TextLink href={line.href} className="font-semibold">
          {line.title}
        </TextLink>
        {line.child ? <span>{line.child}</span> : null}
      </p>
      <p className="mt-0.5 max-w-prose text-[0.9375rem]">{line.why}</p>
      {line.gist ? <p dir="auto" className="mt-0.5 max-w-prose text-[0.9375rem] text-ink-soft wrap-anywhere">{line.gist}</p> : null}
      {children}
    </div>
  )
}
