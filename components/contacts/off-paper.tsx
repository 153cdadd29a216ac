import type { ReactNode } from 'react'
import { WITHHELD, WITHHELD_WARNING } from '@/lib/pathway/told-by'
import { Warning } from '../ui/warning'

/** What may be read on a screen and must not be printed, because paper reaches the family: in its place stands that it is withheld. */
export function OffPaper({ withheld, instead = WITHHELD, children }: { withheld: boolean; instead?: string; children: ReactNode }) {
  if (!withheld) return <>{children}</>
  return (
    <span data-on-paper={instead}>
      <span>{children}</span>
    </span>
  )
}

/** Stands wherever a withheld identity is shown. */
export function WithheldWarning() {
  return (
    <div className="mb-3 no-print">
      <Warning>{WITHHELD_WARNING} Their name is left out when this page is printed.</Warning>
    </div>
  )
}
