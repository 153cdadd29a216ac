import type { OwnRequest } from '@/lib/enquiries/own'
import type { Outcome } from '@/lib/access/outcome'
import { Card } from '../ui/card'
import { Empty } from '../ui/empty'
import { SummaryList } from '../ui/summary-list'
import { When } from '../when'
import { CorrectForm } from './correct-form'
import { Entries, Entry } from './entries'

/** What an agency is asked, and by when. */
export function RequestCard({ request }: { request: OwnRequest }) {
  return (
    <Card title="What you are asked">
      <SummaryList
        rows={[
          { key: 'about', label: 'About', value: <span className="wrap-anywhere">{request.about}</span> },
          { key: 'told', label: 'What you need to know', value: <span dir="auto" className="wrap-anywhere">{request.told}</span> },
          { key: 'question', label: 'The question', value: <span dir="auto" className="wrap-anywhere">{request.question}</span> },
          ...(request.besides ? [{ key: 'besides', label: 'Asked of you alone', value: <span dir="auto" className="wrap-anywhere">{request.besides}</span> }] : []),
          { key: 'by', label: 'Asked by', value: <>{request.askedBy}, <When at={request.askedAt} /></> },
          { key: 'due', label: 'Answer by', value: <When at={request.dueAt} /> },
        ]}
      />
    </Card>
  )
}

type Props = { request: OwnRequest; keys: readonly string[]; correct: (input: never) => Promise<Outcome<unknown>> }

/** What one's own agency has written, each to be corrected by a new entry. `keys` has a fresh one for each. */
export function OwnEntries({ request, keys, correct }: Props) {
  const answered = request.answeredAt ? <>{request.answer === 'nothing_known' ? 'Nothing known' : 'Answered'} by {request.answeredBy}, <When at={request.answeredAt} />{request.clock === 'met_late' ? '. It came late, and counts' : ''}</> : null
  return (
    <Card title={`What ${request.agency} has said`}>
      {answered ? <p className={request.entries.length ? 'mb-4' : undefined}>{answered}.</p> : null}
      {request.entries.length ? (
        <Entries label="Your agency’s entries">
          {request.entries.map((entry, at) => (
            <Entry key={entry.id} entry={entry}>
              {entry.correctedBy ? null : <CorrectForm entry={entry} submissionKey={keys[at] ?? ''} correct={correct} />}
            </Entry>
          ))}
        </Entries>
      ) : answered ? null : (
        <Empty title="Nothing yet">Only your agency and the safeguarding lead see what you write. You do not see what others say.</Empty>
      )}
    </Card>
  )
}
