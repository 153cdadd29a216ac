import type { ReactNode } from 'react'

/** Text set apart from its surroundings: a quotation, somebody's own words, a note. */
export function Inset({ children }: { children: ReactNode }) {
  return <div className="wm-prose my-4 border-l-4 border-control py-1 pl-4 whitespace-pre-line">{children}</div>
}
