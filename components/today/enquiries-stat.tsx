import type { Today } from '@/lib/today/view'
import { Stat } from '../ui/stat'

/** Enquiries that wait for the answer of one's own agency. */
export function EnquiriesStat({ enquiries: { waiting, late } }: { enquiries: Today.Enquiries }) {
  return <Stat label="Enquiries to answer" value={waiting} href="/enquiries" tone={late ? 'red' : 'plain'} context={late ? `${late} late` : 'What your agency knows'} />
}
