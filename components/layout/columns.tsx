import type { ReactNode } from 'react'

type Props = { children: ReactNode; aside: ReactNode; asideLabel?: string }

/** The work on the left, what helps with it on the right; under each other on a narrow screen. */
export function Columns({ children, aside, asideLabel }: Props) {
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem] print:block">
      <div className="min-w-0 space-y-6">{children}</div>
      <aside aria-label={asideLabel} className="min-w-0 space-y-6 print:mt-6">
        {aside}
      </aside>
    </div>
  )
}
