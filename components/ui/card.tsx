import clsx from 'clsx'
import { createElement, type ReactNode } from 'react'

type Props = {
  title?: ReactNode
  headingLevel?: 2 | 3 | 4
  /** Links or buttons beside the title. */
  actions?: ReactNode
  /** For a table or a list that reaches the edges. */
  flush?: boolean
  /** For a form: its fields stand apart. */
  fields?: boolean
  footer?: ReactNode
  className?: string
  id?: string
  children: ReactNode
}

/** A white sheet on the page holding one thing, with its title. Not broken across printed pages. */
export function Card({ title, headingLevel = 2, actions, flush, fields, footer, className, id, children }: Props) {
  return (
    <section
      id={id}
      data-card=""
      data-flush={flush ? '' : undefined}
      className={clsx('rounded-lg border bg-surface', className)}
    >
      {title || actions ? (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b px-4 py-2.5 sm:px-5">
          {title ? createElement(`h${headingLevel}`, { className: 'text-[1.0625rem]' }, title) : <span />}
          {actions ? <div className="flex flex-wrap gap-x-4 gap-y-1 text-[0.9375rem] no-print">{actions}</div> : null}
        </div>
      ) : null}
      <div className={clsx(!flush && 'px-4 py-4 sm:px-5', fields && 'space-y-5')}>{children}</div>
      {footer ? <div className="border-t px-4 py-2.5 text-[0.9375rem] sm:px-5">{footer}</div> : null}
    </section>
  )
}
