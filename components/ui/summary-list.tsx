import type { ReactNode } from 'react'
import { TextLink } from './text-link'

export type SummaryRow = {
  key: string
  label: ReactNode
  value: ReactNode
  /** A link such as Change; `about` says to a screen reader what it changes. */
  action?: { href: string; label: string; about: string }
}

/** Facts about one thing, label and value: side by side where there is room for both. A fact that is not known says so rather than being left out. */
export function SummaryList({ rows, unknown = 'Not recorded' }: { rows: readonly SummaryRow[]; unknown?: string }) {
  return (
    <dl className="@container divide-y border-y in-data-card:border-y-0">
      {rows.map((row) => (
        <div key={row.key} className="gap-x-6 py-2.5 in-data-card:first:pt-0 in-data-card:last:pb-0 @md:flex">
          <dt className="font-semibold @md:w-[32%] @md:flex-none">{row.label}</dt>
          <dd className="min-w-0 flex-1 whitespace-pre-line">
            {isBlank(row.value) ? <span className="text-ink-soft">{unknown}</span> : row.value}
          </dd>
          {row.action ? (
            <dd className="mt-1 flex-none @md:mt-0">
              <TextLink href={row.action.href} data-print="hide">
                {row.action.label}
                <span className="sr-only"> {row.action.about}</span>
              </TextLink>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}

function isBlank(value: ReactNode) {
  return value === null || value === undefined || value === '' || value === false
}
