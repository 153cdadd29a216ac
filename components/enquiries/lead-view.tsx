import { ENTRY_NATURE_LABELS, topicOf, ENQUIRY_ROUTE_LABELS } from '@/lib/pathway/enquiry-words'
import type { EnquiryView } from '@/lib/enquiries/read'
import { formatDate } from '@/lib/pathway/dates'
import { OUTCOME_LABELS } from '@/lib/pathway/routing'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Empty } from '../ui/empty'
import { SummaryList } from '../ui/summary-list'
import { TextLink } from '../ui/text-link'
import { When } from '../when'
import { Entries, Entry } from './entries'
import { AnswerTag } from './tags'

/** Who has answered and who has not, with their clocks. */
export function AnswersCard({ enquiry }: { enquiry: EnquiryView }) {
  return (
    <Card title="Who has answered">
      <ul className="space-y-3">
        {enquiry.answers.map((one) => (
          <li key={one.agencyId}>
            <p className="font-semibold">{one.agency}</p>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.9375rem]">
              <AnswerTag answer={one.answer} clock={one.clock} />
              {one.answeredAt ? <span className="text-ink-soft">{one.answeredBy}, <When at={one.answeredAt} /></span> : null}
              {one.answer === 'entries' ? <span className="text-ink-soft">{one.entries} {one.entries === 1 ? 'entry' : 'entries'}</span> : null}
              {!one.answer ? <span className="text-ink-soft">due <When at={one.dueAt} /></span> : null}
              {!one.answer && one.reminders ? <span className="text-ink-soft">reminded {one.reminders === 1 ? 'once' : `${one.reminders} times`}</span> : null}
            </p>
            {besides(enquiry, one.agencyId).map((text) => <p key={text} dir="auto" className="text-[0.9375rem] wrap-anywhere">Also asked: {text}</p>)}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function besides(enquiry: EnquiryView, agencyId: string): string[] {
  return enquiry.besides.filter((one) => one.agencyId === agencyId).map(({ text }) => text)
}

/** What was asked, of whom, and what the agencies were told. */
export function AskedCard({ enquiry }: { enquiry: EnquiryView }) {
  return (
    <Card title="What was asked">
      <SummaryList
        rows={[
          { key: 'about', label: 'About', value: enquiry.child ? <><TextLink href={`/children/${enquiry.child.id}`}>{enquiry.child.name}</TextLink>, {enquiry.child.born}</> : enquiry.about },
          ...(enquiry.personDetails ? [{ key: 'details', label: 'What is known', value: <span dir="auto">{enquiry.personDetails}</span> }] : []),
          { key: 'question', label: 'The question', value: <span dir="auto" className="wrap-anywhere">{enquiry.question}</span> },
          { key: 'told', label: 'Agencies were told', value: <span dir="auto" className="wrap-anywhere">{enquiry.subjectLine}{'\n'}{enquiry.told}</span> },
          ...(enquiry.contact ? [{ key: 'contact', label: 'Contact', value: <TextLink href={`/contacts/${enquiry.contact.id}`}>{enquiry.contact.reference}</TextLink> }] : []),
          { key: 'opened', label: 'Opened', value: <>{enquiry.openedBy}, <When at={enquiry.openedAt} /></> },
          { key: 'due', label: 'Answers due', value: <When at={enquiry.dueAt} /> },
          ...enquiry.moved.map((one) => ({ key: one.at, label: 'Time moved', value: <span className="wrap-anywhere">From <When at={one.from} /> to <When at={one.to} />, by {one.by}, <When at={one.at} />: <span dir="auto">{one.reason}</span></span> })),
        ]}
      />
    </Card>
  )
}

/** What agencies say differently, side by side. It points; it does not say who is right. */
export function DisagreementsCard({ enquiry }: { enquiry: EnquiryView }) {
  const entryOf = (id: string) => enquiry.entries.find((entry) => entry.id === id)
  if (!enquiry.disagreements.length) return null
  return (
    <Card title="What does not fit together">
      <ul className="space-y-6">
        {enquiry.disagreements.map((one) => (
          <li key={one.kind + (one.kind === 'differs' ? `${one.topic} ${one.day}` : one.agencyId)}>
            <h3>{one.kind === 'differs' ? `${topicOf(one.topic)?.label}${one.day ? ` on ${formatDate(one.day)}` : ''}` : `${enquiry.answers.find(({ agencyId }) => agencyId === one.agencyId)?.agency ?? 'An agency'} knows nothing, and others name it`}</h3>
            <ul className="mt-2 grid gap-3 sm:grid-cols-2">
              {one.sides.map(entryOf).map((entry) =>
                entry ? (
                  <li key={entry.id} className="rounded border bg-sunk px-3.5 py-2.5">
                    <p className="text-[0.9375rem] text-ink-soft">{entry.agency}, {entry.when}, {ENTRY_NATURE_LABELS[entry.nature].toLowerCase()}</p>
                    {entry.topicValue ? <p dir="auto" className="font-semibold wrap-anywhere">{entry.topicValue}</p> : null}
                    <p dir="auto" className="whitespace-pre-line wrap-anywhere">{entry.text}</p>
                    <p className="text-sm text-ink-soft wrap-anywhere">Source: {entry.source}</p>
                  </li>
                ) : null,
              )}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Every agency's entries as one chronology. */
export function ChronologyCard({ enquiry }: { enquiry: EnquiryView }) {
  return (
    <Card title="Chronology">
      {enquiry.entries.length ? (
        <Entries label="All entries, in the order in which things happened">
          {enquiry.entries.map((entry) => <Entry key={entry.id} entry={entry} />)}
        </Entries>
      ) : (
        <Empty title="No agency has written anything yet">Entries appear here as they come; the page refreshes itself.</Empty>
      )}
    </Card>
  )
}

/** The route out, once it is decided, and the referrals the enquiry went with. */
export function RouteCard({ enquiry }: { enquiry: EnquiryView }) {
  const { decision } = enquiry
  if (!decision) return null
  return (
    <Card title="The route out">
      <SummaryList
        rows={[
          { key: 'route', label: 'Goes to', value: ENQUIRY_ROUTE_LABELS[decision.route] },
          { key: 'reasons', label: 'Reasons', value: <span dir="auto" className="wrap-anywhere">{decision.reasons}</span> },
          { key: 'by', label: 'Decided by', value: <>{decision.by}, <When at={decision.at} /></> },
          ...(decision.unanswered ? [{ key: 'unanswered', label: 'Before all had answered', value: `${decision.unanswered} ${decision.unanswered === 1 ? 'agency had' : 'agencies had'} not answered` }] : []),
          ...decision.referrals.map((referral) => ({
            key: referral.id + referral.takenAt,
            label: `Referral: ${OUTCOME_LABELS[referral.outcome]}`,
            value: <><TextLink href={`/referrals/${referral.id}`}>To {referral.to}</TextLink>, with the enquiry as it stood <When at={referral.takenAt} /></>,
          })),
        ]}
      />
      {enquiry.contact?.undecided ? <Details summary="The contact still waits for its decision"><p>No further action was decided on the enquiry alone. <TextLink href={`/contacts/${enquiry.contact.id}`}>Decide {enquiry.contact.reference}</TextLink>.</p></Details> : null}
    </Card>
  )
}
