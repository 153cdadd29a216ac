import type { ReactNode } from 'react'

/** Nothing here yet: what this place is for, and what to do. */
export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-neutral-line bg-surface px-5 py-6">
      <p className="font-semibold">{title}</p>
      {children ? <div className="mt-1 max-w-prose text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  )
}
