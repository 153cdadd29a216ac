import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** What kind of page, or whose: above the title. */
  caption?: ReactNode
  /** Levels and states beside the title. */
  tags?: ReactNode
  /** One line of what this page is for. */
  lede?: ReactNode
  /** The main action first. */
  actions?: ReactNode
  /** A back link or breadcrumbs. */
  back?: ReactNode
}

/** The top of every page: where, what, its state, and what can be done here. */
export function PageHeader({ title, caption, tags, lede, actions, back }: Props) {
  return (
    <header className="mb-6">
      {back}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          {caption ? <p className="mb-0.5 text-ink-soft">{caption}</p> : null}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1>{title}</h1>
            {tags}
          </div>
          {lede ? <p className="mt-1.5 max-w-prose text-pretty text-ink-soft">{lede}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-3 no-print">{actions}</div> : null}
      </div>
    </header>
  )
}
