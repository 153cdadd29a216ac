import type { Asking } from '../access/operation'
import type { Role } from '../access/roles'
import { raiseAlert } from '../alerts/raise'
import type { Assessment, AssessmentRequest } from '../database/models'
import { formatDate } from '../pathway/dates'
import type { Reminder } from '../pathway/enquiry'

type Asked = Pick<AssessmentRequest, 'id' | 'assessmentId' | 'agencyId' | 'askedById' | 'childId' | 'dueAt'>

/** The people of an agency who answer for it. */
const peopleOf = ({ agencyId }: Asked, role: Role) => ({ role, agencyId })

/** Tells an agency's people that they are asked. */
export async function tellAsked(asking: Asking, request: Asked, answersAs: Role): Promise<void> {
  await raiseAlert(asking, {
    kind: 'assessment_part_asked',
    key: `part asked ${request.id}`,
    owner: peopleOf(request, answersAs),
    why: `Your agency is asked for its part of a risk assessment. Answer by ${formatDate(request.dueAt)}.`,
    record: { type: 'assessment_request', id: request.id },
  })
}

const REMINDERS: Readonly<Record<Reminder, (due: string) => string>> = {
  soon: (due) => `is due by ${due}`,
  late: (due) => `was due by ${due}. A late answer still counts`,
  still_late: (due) => `was due by ${due} and is still missing. A late answer still counts`,
}

/** Reminds an agency's people, once for each reminder. */
export async function remindOfPart(asking: Asking, request: Asked, answersAs: Role, reminder: Reminder): Promise<void> {
  await raiseAlert(asking, {
    kind: 'assessment_part_reminder',
    key: `part ${reminder} ${request.id}`,
    owner: peopleOf(request, answersAs),
    why: `Your agency’s part of a risk assessment ${REMINDERS[reminder](formatDate(request.dueAt))}.`,
    record: { type: 'assessment_request', id: request.id },
  })
}

/** Tells whoever asked that an agency has not answered in time, or what it has done. */
export async function tellAsker(asking: Asking, request: Asked, what: 'late' | 'answered' | 'corrected', agency: string, key: string): Promise<void> {
  const why = { late: 'has not answered in time for its part of a risk assessment', answered: 'has answered for its part of a risk assessment', corrected: 'has corrected its part of a risk assessment' }[what]
  await raiseAlert(asking, {
    kind: what === 'late' ? 'assessment_part_late' : 'assessment_part_answered',
    key: `part told ${what} ${key}`,
    owner: { userId: request.askedById },
    why: `${agency} ${why}.`,
    record: { type: 'assessment', id: request.assessmentId },
    childId: request.childId,
  })
}

/** Asks the safeguarding lead for the strategy discussion that a finished assessment asks for (DOMAIN 3). */
export async function askForSection47(asking: Asking, { id, childId }: Pick<Assessment, 'id' | 'childId'>): Promise<void> {
  await raiseAlert(asking, {
    kind: 'section47_asked',
    key: `section 47 ${id}`,
    owner: { role: 'safeguarding_lead' },
    why: 'A risk assessment found signs of possible current harm, and asks for a strategy discussion or section 47. Say what is done.',
    record: { type: 'assessment', id },
    childId,
  })
}
