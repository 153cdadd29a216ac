import type { ReactNode } from 'react'
import { Lock } from 'lucide-react'
import type { ChronologyEntry } from '@/lib/enquiries/load'
import type { EntryView } from '@/lib/enquiries/view'
import { When } from '../when'
import { EntryTags } from './tags'

type Shown = EntryView & Partial<Pick<ChronologyEntry, 'agency' | 'afterDecision'>>

/** One entry: when, whose, what, and from where. */
export function Entry({ entry, children }: { entry: Shown; children?: ReactNode }) {
  return (
    <li id={`entry-${entry.id}`} className="border-t py-3.5 first:border-t-0 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-2 text-[0.9375rem]">
        <span className="font-semibold">{entry.when}</span>
        {entry.agency ? <span>{entry.agency}</span> : null}
      </p>
      <div className={entry.correctedBy ? 'mt-1 text-ink-soft line-through' : 'mt-1'}>
        {entry.topicValue ? <p dir="auto" className="font-semibold wrap-anywhere">{entry.topicValue}</p> : null}
        <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">{entry.text}</p>
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <EntryTags entry={entry} />
        <span className="text-sm text-ink-soft wrap-anywhere">
          Source: {entry.source}. Written by {entry.by}, <When at={entry.at} />
          {entry.corrects ? ', to correct an earlier entry' : ''}
        </span>
      </div>
      {children}
    </li>
  )
}

/** What stands in place of an entry that is withheld: that it is, and whom to ask. */
export function Withheld({ note }: { note: string }) {
  return (
    <li className="flex items-start gap-2.5 border-t py-3.5 first:border-t-0 first:pt-0 last:pb-0">
      <Lock className="mt-1 size-4 flex-none" />
      <p>{note}</p>
    </li>
  )
}

/** Entries under each other. */
export function Entries({ label, children }: { label: string; children: ReactNode }) {
  return <ol aria-label={label}>{children}</ol>
}
