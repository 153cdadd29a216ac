import type { AuditRow } from '@/lib/quality-audits/list'
import { formatDate } from '@/lib/pathway/dates'
import { ButtonLink } from '../ui/button'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { Tag } from '../ui/tag'

/** A period of days in words. */
export const periodText = (from: string, until: string): string => `${formatDate(from)} to ${formatDate(until)}`

const progress = (done: number, of: number) => (of === 0 ? 'None drawn' : done === of ? `All ${of}` : `${done} of ${of}`)

/** The area's audits, the last drawn first, with how far each is. */
export function AuditsTable({ audits, draws, opens }: { audits: readonly AuditRow[]; draws: boolean; /** Whether records are given to whoever reads this. */ opens: boolean }) {
  return (
    <DataTable
      caption="Audits, the last drawn first"
      captionHidden
      rows={audits}
      rowKey={({ id }) => id}
      empty={<Empty title="No audit has been drawn yet" action={draws ? <ButtonLink href="/quality-audits/new">Draw an audit</ButtonLink> : undefined}>Each draw keeps its seed, so that anybody can repeat it.</Empty>}
      columns={[
        { key: 'label', header: 'Audit', cell: ({ label }) => label, href: ({ id }) => `/quality-audits/${id}` },
        { key: 'period', header: 'Period', cell: ({ from, until }) => periodText(from, until) },
        { key: 'drawn', header: 'Drawn', cell: ({ at, by }) => `${formatDate(new Date(at))} by ${by}` },
        { key: 'answered', header: 'Read', cell: ({ answered, items }) => progress(answered, items) },
        { key: 'second', header: 'Second opinions', cell: ({ secondsDone, seconds }) => progress(secondsDone, seconds) },
        ...(opens ? [{ key: 'mine', header: 'Yours to read', cell: ({ mine }: AuditRow) => (mine ? <Tag tone="blue">{mine}</Tag> : 'None') }] : []),
      ]}
    />
  )
}
