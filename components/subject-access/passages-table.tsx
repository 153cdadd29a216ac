import { formatDate } from '@/lib/pathway/dates'
import { VERDICTS } from '@/lib/pathway/redaction'
import type { PassageLine, PassageState } from '@/lib/subject-access/read'
import { DataTable } from '../ui/table'
import { Tag, type Tone } from '../ui/tag'

const STATES: Readonly<Record<PassageState, { label: string; tone: Tone }>> = {
  open: { label: 'To be decided', tone: 'neutral' }, decided: { label: 'Decided', tone: 'blue' }, agreed: { label: 'Agreed', tone: 'green' }, sent_back: { label: 'Sent back', tone: 'red' },
}
const VERDICT = new Map<string, string>(VERDICTS.map(({ id, label }) => [id, label]))

/** The passages of a request by number, with what was decided and how far each is. */
export function PassagesTable({ passages, path }: { passages: readonly PassageLine[]; path: string }) {
  return (
    <DataTable
      caption={`Passages: ${passages.length}`}
      dense
      rows={passages}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'number', header: 'Passage', cell: ({ number, kind }) => `${number}. ${kind}`, href: ({ number }) => `${path}/${number}` },
        { key: 'on', header: 'Of', cell: ({ at }) => formatDate(new Date(at)) },
        { key: 'proposed', header: 'To look at', cell: ({ marked, proposed }) => (marked ? <Tag tone="amber">Who told us is withheld</Tag> : proposed ? `${proposed} proposed` : 'Nothing found') },
        { key: 'verdict', header: 'Given', cell: ({ verdict }) => (verdict ? VERDICT.get(verdict) : 'Not decided') },
        { key: 'state', header: 'State', cell: ({ state }) => <Tag tone={STATES[state].tone}>{STATES[state].label}</Tag> },
      ]}
    />
  )
}
