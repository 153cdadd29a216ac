import { formatDate } from '@/lib/pathway/dates'
import type { OpenAccess } from '@/lib/subject-access/count'
import { Stat } from '../ui/stat'

/** Open requests to see a record, and by when the next is answered. */
export function AccessStat({ access: { open, late, second, nextDue } }: { access: OpenAccess }) {
  const context = [late ? `${late} late` : `The next by ${formatDate(nextDue)}`, second ? `${second} for a second reading` : null].filter(Boolean).join('; ')
  return <Stat label="Requests to see a record" value={open} href="/subject-access" tone={late ? 'red' : 'plain'} context={context} />
}
