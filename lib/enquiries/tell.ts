import type { Asking } from '../access/operation'
import type { Role } from '../access/roles'
import { raiseAlert } from '../alerts/raise'
import type { Enquiry, EnquiryRequest } from '../database/models'
import type { Reminder } from '../pathway/enquiry'
import { formatDateTime } from '../pathway/dates'

type Asked = Pick<EnquiryRequest, 'id' | 'enquiryId' | 'agencyId' | 'reference' | 'dueAt'>

/** Who answers for an agency, by what kind it is: the police, the council's lead, or its partner professional. */
export function answerersOf(kind: string): Role {
  return kind === 'police' ? 'police' : kind === 'council' ? 'safeguarding_lead' : 'partner'
}

/** Tells an agency's people that they are asked. */
export async function tellAsked(asking: Asking, request: Asked, agencyKind: string): Promise<void> {
  await raiseAlert(asking, {
    kind: 'enquiry_asked',
    key: `enquiry asked ${request.id}`,
    owner: { role: answerersOf(agencyKind), agencyId: request.agencyId },
    why: `Your agency is asked what it knows, in ${request.reference}. Answer by ${formatDateTime(request.dueAt)}.`,
    record: { type: 'enquiry', id: request.enquiryId },
  })
}

/** Tells an agency's people that they have until another time. Why stays with the lead: it may be what another agency said. */
export async function tellMoved(asking: Asking, request: Asked, agencyKind: string, was: Date): Promise<void> {
  await raiseAlert(asking, {
    kind: 'enquiry_moved',
    key: `enquiry moved ${request.id} ${request.dueAt.getTime()} ${asking.now.getTime()}`,
    owner: { role: answerersOf(agencyKind), agencyId: request.agencyId },
    why: `Your agency’s answer to ${request.reference} is due by ${formatDateTime(request.dueAt)}. It was due by ${formatDateTime(was)}.`,
    record: { type: 'enquiry', id: request.enquiryId },
  })
}

const REMINDERS: Readonly<Record<Reminder, (due: string) => string>> = {
  soon: (due) => `is due at ${due}`,
  late: (due) => `was due at ${due}. A late answer still counts`,
  still_late: (due) => `was due at ${due}, a working day ago. A late answer still counts`,
}

/** Reminds an agency's people, once for each reminder. */
export async function remindAgency(asking: Asking, request: Asked, agencyKind: string, reminder: Reminder): Promise<void> {
  await raiseAlert(asking, {
    kind: 'enquiry_reminder',
    // a time that was moved brings its own reminders
    key: `enquiry ${reminder} ${request.id} ${request.dueAt.getTime()}`,
    owner: { role: answerersOf(agencyKind), agencyId: request.agencyId },
    why: `Your agency’s answer to ${request.reference} ${REMINDERS[reminder](formatDateTime(request.dueAt))}.`,
    record: { type: 'enquiry', id: request.enquiryId },
  })
}

/** Tells whoever opened an enquiry that its time is over and who is missing; again where a later time passes too. */
export async function tellOverdue(asking: Asking, enquiry: Pick<Enquiry, 'id' | 'reference' | 'openedById'>, agencies: readonly string[], due: Date): Promise<void> {
  await raiseAlert(asking, {
    kind: 'enquiry_overdue',
    key: `enquiry overdue ${enquiry.id} ${due.getTime()}`,
    owner: { userId: enquiry.openedById },
    why: `${agencies.length === 1 ? 'One agency has' : `${agencies.length} agencies have`} not answered ${enquiry.reference} in time: ${agencies.join(', ')}.`,
    record: { type: 'enquiry', id: enquiry.id },
  })
}

/** Tells the leads of the area that all have answered, or that something came after the decision. */
export async function tellLeads(asking: Asking, enquiry: { id: string; reference: string }, what: 'all answered' | 'after decision', key: string): Promise<void> {
  await raiseAlert(asking, {
    kind: what === 'all answered' ? 'enquiry_answered' : 'enquiry_after_decision',
    key: `enquiry ${what} ${key}`,
    owner: { role: 'safeguarding_lead' },
    why: what === 'all answered' ? `Every agency has answered ${enquiry.reference}.` : `An agency wrote into ${enquiry.reference} after it was decided. Those who received the referral do not have this yet.`,
    record: { type: 'enquiry', id: enquiry.id },
  })
}
