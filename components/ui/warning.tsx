import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** Something that goes wrong for somebody if it is not read. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <div className="my-4 flex items-start gap-3">
      <TriangleAlert className="mt-px size-6 flex-none text-ink" strokeWidth={2.25} />
      <div className="font-semibold">
        <span className="sr-only">Warning: </span>
        {children}
      </div>
    </div>
  )
}
