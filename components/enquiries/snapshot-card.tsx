import type { SnapshotView } from '@/lib/enquiries/snapshot'
import { ENQUIRY_ROUTE_LABELS } from '@/lib/pathway/enquiry-words'
import { NAME_KIND_LABELS } from '@/lib/pathway/names'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { SummaryList } from '../ui/summary-list'
import { Warning } from '../ui/warning'
import { When } from '../when'
import { Entries, Entry, Withheld } from './entries'

/** The enquiry that came with a referral, as it stood then. What a caveat keeps back says whom to ask. */
export function SnapshotCard({ label, snapshot }: { label: string; snapshot: SnapshotView }) {
  const { head } = snapshot
  return (
    <Card title={`${label} ${head.reference}`}>
      <p className="mb-4">As it stood on <When at={head.takenAt} />, when {snapshot.sentBy} sent it.</p>
      {snapshot.whole ? null : <Warning>This no longer matches its seal. Do not rely on it; tell your administrator.</Warning>}
      <SummaryList
        rows={[
          { key: 'question', label: 'The question', value: <span dir="auto" className="wrap-anywhere">{head.question}</span> },
          { key: 'route', label: 'Decided', value: <>{ENQUIRY_ROUTE_LABELS[head.decision.route]}, by {head.decision.by}</> },
          { key: 'reasons', label: 'Reasons', value: <span dir="auto" className="wrap-anywhere">{head.decision.reasons}</span> },
          { key: 'answers', label: 'Agencies', value: <ul>{head.answers.map((one) => <li key={one.agency}>{one.agency}: {one.answer === null ? 'no answer by then' : one.answer === 'nothing_known' ? 'nothing known' : 'answered'}{one.late ? ', late' : ''}</li>)}</ul> },
          ...(head.names.length ? [{ key: 'names', label: 'People, places and links', value: <ul>{head.names.map((one) => <li key={one.kind + one.shown}>{one.shown} ({NAME_KIND_LABELS[one.kind].toLowerCase()})</li>)}</ul> }] : []),
        ]}
      />
      <h3 className="mt-5 mb-3">What the agencies said</h3>
      <Entries label="Entries, in the order in which things happened">
        {snapshot.entries.map((one) => (one.shown ? <Entry key={one.key} entry={one.shown} /> : <Withheld key={one.key} note={one.withheld ?? ''} />))}
      </Entries>
      <Details summary="Its seal"><p className="wrap-anywhere">SHA-256 {snapshot.sha256}</p></Details>
    </Card>
  )
}
