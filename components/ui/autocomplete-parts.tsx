'use client'

import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

export type AutocompleteItem = {
  id: string
  title: string
  description?: string | readonly string[]
  /** Something short on the right: a level, a state. */
  aside?: ReactNode
}

/** One result: a title, then its lines. */
export function AutocompleteOption({
  item, highlighted, props,
}: { item: AutocompleteItem; highlighted: boolean; props: ComponentProps<'li'> }) {
  const lines = typeof item.description === 'string' ? [item.description] : (item.description ?? [])
  return (
    <li
      {...props}
      className={clsx(
        'flex cursor-pointer items-start justify-between gap-3 border-b px-3 py-2 last:border-b-0',
        highlighted && 'bg-primary-wash outline-2 -outline-offset-2 outline-primary',
      )}
    >
      <span className="min-w-0">
        <span className="block font-semibold">{item.title}</span>
        {lines.map((line) => (
          <span key={line} className="block text-[0.9375rem] text-ink-soft">
            {line}
          </span>
        ))}
      </span>
      {item.aside ? <span className="flex-none">{item.aside}</span> : null}
    </li>
  )
}

/** What the search has to say: shown in the list's place, or only spoken. Always present, so that it is heard. */
export function SearchMessage({ visible, spoken }: { visible: ReactNode; spoken: string | null }) {
  return (
    <div
      role="status"
      className={clsx(
        visible &&
          'absolute inset-x-0 top-full z-20 mt-1 rounded border border-control bg-surface shadow-md',
        visible && 'px-3 py-2.5 text-ink-soft',
      )}
    >
      {visible ?? (spoken ? <span className="sr-only">{spoken}</span> : null)}
    </div>
  )
}
