import clsx from 'clsx'
import type { ReactNode } from 'react'

/** Running text from plain elements: paragraphs, headings, lists, spaced and of a readable width. */
export function Prose({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={clsx('wm-prose max-w-prose', className)}>{children}</div>
}
