import type { CallView } from '@/lib/contacts/call-view'
import { CONSENT_LABELS, MEDICAL_CONSENT_LABELS } from '@/lib/contacts/call-schema'
import { labelOf } from '@/lib/pathway/codes'
import { formatDateTime } from '@/lib/pathway/dates'
import { SUBJECT_KINDS } from '@/lib/pathway/subjects'
import { concernsOf, KNOWS } from '@/lib/pathway/words'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { SummaryList } from '../ui/summary-list'
import { Tag } from '../ui/tag'
import { OffPaper, WithheldWarning } from './off-paper'

/** What was said, in the words it was said in. */
export function SaidCard({ contact }: { contact: CallView }) {
  return (
    <Card title="What was said">
      <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">{contact.whatWasSaid}</p>
      {contact.childWords ? (
        <>
          <h3 className="mt-4 mb-1">In the child’s own words</h3>
          <blockquote dir="auto" className="max-w-prose border-l-4 border-primary pl-4 whitespace-pre-line wrap-anywhere">{contact.childWords}</blockquote>
        </>
      ) : null}
      {contact.concerns.length ? (
        <>
          <h3 className="mt-4 mb-1.5">Concerns</h3>
          <ul className="flex flex-wrap gap-1.5">
            {concernsOf(contact.concerns).map((concern) => (
              <li key={concern.id}>
                <Tag tone={concern.exploitation ? 'purple' : 'neutral'}>{concern.label}</Tag>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {contact.schoolDaysMissed === null ? null : <p className="mt-3">School days missed: {contact.schoolDaysMissed}</p>}
      {contact.template ? (
        <Details summary={`Asked with the prompts for: ${contact.template.title}`}>
          <ul>
            {contact.template.prompts.map((prompt) => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Card>
  )
}

/** The people, places and vehicles it is about, besides a child or without one. */
export function SubjectsCard({ contact }: { contact: CallView }) {
  if (!contact.subjects.length) return null
  return (
    <Card title="People, places and vehicles">
      <ul className="divide-y">
        {contact.subjects.map((subject) => (
          <li key={subject.id} className="py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Tag>{labelOf(SUBJECT_KINDS, subject.kind)}</Tag>
              <span dir="auto" className="font-semibold wrap-anywhere">{subject.label}</span>
            </p>
            {subject.note ? <p dir="auto" className="mt-0.5 whitespace-pre-line wrap-anywhere">{subject.note}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type Written = CallView & { loggedBy: string; loggedAt: string; separateReason?: string | null }

/** Who told us, how, and what the family knows. A withheld identity is not printed. */
export function CircumstancesCard({ contact }: { contact: Written }) {
  const { toldBy } = contact
  const { withheld } = toldBy
  const answer = (words: string, reason: string | null) => [words, reason].filter(Boolean).join(': ')
  return (
    <Card title="Who told us, and what the family knows">
      {withheld ? <WithheldWarning /> : null}
      <SummaryList
        rows={[
          { key: 'who', label: 'Who told us', value: <OffPaper withheld={withheld}>{toldBy.who}</OffPaper> },
          { key: 'source', label: 'Source', value: <OffPaper withheld={withheld}>{toldBy.source}</OffPaper> },
          ...(toldBy.anonymous || (withheld && !toldBy.reach.length) ? [] : [{ key: 'reach', label: 'How to reach them', value: toldBy.reach.length ? <OffPaper withheld={withheld}>{toldBy.reach.join('\n')}</OffPaper> : null }]),
          { key: 'how', label: 'How it came', value: `${contact.channel}, ${formatDateTime(new Date(contact.receivedAt))}` },
          { key: 'logged', label: 'Written down by', value: `${contact.loggedBy}, ${formatDateTime(new Date(contact.loggedAt))}` },
          ...(contact.separateReason ? [{ key: 'separate', label: 'Why not on the open case', value: contact.separateReason }] : []),
          ...(contact.dangerAction ? [{ key: 'danger', label: 'Done about the danger', value: contact.dangerAction }] : []),
          { key: 'where', label: 'Where the child is', value: contact.whereabouts },
          { key: 'others', label: 'Others at risk', value: contact.othersAtRisk },
          { key: 'child-knows', label: 'The child knows', value: labelOf(KNOWS, contact.childKnows) },
          { key: 'parents-know', label: 'The parents know', value: labelOf(KNOWS, contact.parentsKnow) },
          { key: 'views', label: 'What they think', value: contact.familyViews },
          { key: 'consent', label: 'Agree to help', value: answer(CONSENT_LABELS[contact.consent], contact.consentReason) },
          ...(contact.medicalConsent ? [{ key: 'medical', label: 'Medical care', value: answer(MEDICAL_CONSENT_LABELS[contact.medicalConsent], contact.medicalConsentNote) }] : []),
          { key: 'sharing', label: 'Basis for sharing', value: contact.sharing },
        ]}
      />
    </Card>
  )
}
