import { Tag } from '../ui/tag'
import { ClockTag } from '../ui/clock-tag'
import type { ContactSummary } from '@/lib/contacts/view'
import { LEVEL_OF_NEED_LABELS } from '@/lib/pathway/need'
import { OUTCOME_LABELS } from '@/lib/pathway/routing'

type Flagged = Pick<ContactSummary, 'immediateDanger' | 'exploitation' | 'identityWithheld' | 'levelOfNeed'>

/** What must be seen first about a contact: danger, exploitation, a withheld identity, the level of need. */
export function ContactFlags({ contact, need }: { contact: Flagged; need?: boolean }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {contact.immediateDanger ? <Tag tone="red">Immediate danger</Tag> : null}
      {contact.exploitation === 'yes' ? <Tag tone="purple">Exploitation</Tag> : null}
      {contact.exploitation === 'suspected' ? <Tag tone="purple">Exploitation suspected</Tag> : null}
      {contact.identityWithheld ? <span className="no-print"><Tag tone="amber">Withhold identity from family</Tag></span> : null}
      {need ? <Tag>{LEVEL_OF_NEED_LABELS[contact.levelOfNeed]}</Tag> : null}
    </span>
  )
}

/** Where the decision stands: its clock while it is awaited, the outcome afterwards. */
export function DecisionState({ contact }: { contact: Pick<ContactSummary, 'state' | 'outcomes' | 'clock'> }) {
  if (contact.state === 'decided') return <>{contact.outcomes.map((outcome) => OUTCOME_LABELS[outcome]).join(' and ')}</>
  const { state, waited } = contact.clock
  const words = { late: `Late, waited ${waited}`, close: `Due soon, waited ${waited}`, on_time: `Waited ${waited}`, met: '', met_late: '' }
  return <ClockTag state={state}>{words[state]}</ClockTag>
}
