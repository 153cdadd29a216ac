import type { Ahead } from '@/lib/panels/ahead'
import { formatDate } from '@/lib/pathway/dates'
import type { Today } from '@/lib/today/view'
import { Stat } from '../ui/stat'

/** Answers that risk panels wait for from one's own agency. */
export function AskedStat({ asked: { waiting, late } }: { asked: Today.Enquiries }) {
  return <Stat label="Risk panel answers to give" value={waiting} href="/panels" tone={late ? 'red' : 'plain'} context={late ? `${late} late` : 'Before the panel meets'} />
}

/** Panels that are to come, and what agencies still owe them. */
export function AheadStats({ ahead: { coming, next, missing, late, minutes } }: { ahead: Ahead }) {
  return (
    <>
      <Stat label="Risk panels ahead" value={coming} href={next ? `/panels/${next.id}` : '/panels'} context={next ? `The next: ${formatDate(new Date(next.heldAt))}, ${next.cases === 1 ? 'one case' : `${next.cases} cases`}` : 'None is planned'} />
      <Stat label="Agencies’ answers awaited" value={missing} href={next ? `/panels/${next.id}#returns` : '/panels'} tone={late ? 'red' : 'plain'} context={late ? `${late} late` : 'One for each agency and case'} />
      {minutes ? <Stat label="Minutes to issue" value={minutes} href="/panels" tone="amber" context="Panels that were held" /> : null}
    </>
  )
}
