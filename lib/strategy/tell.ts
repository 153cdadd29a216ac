import type { Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { formatDateTime } from '../pathway/dates'

type Meeting = { id: string; caseId: string; childId: string; plannedAt: Date }

/** Tells the safeguarding lead, who chairs, that somebody else called a meeting. */
export async function tellCalled(asking: Asking, meeting: Meeting, caseReference: string): Promise<void> {
  await raiseAlert(asking, {
    kind: 'strategy_called',
    key: `strategy called ${meeting.id}`,
    owner: { role: 'safeguarding_lead' },
    why: `A strategy meeting is called in case ${caseReference}, planned for ${formatDateTime(meeting.plannedAt)}. You chair it.`,
    record: { type: 'strategy', id: meeting.id },
    childId: meeting.childId,
  })
}

/** Tells an agency's people that they are invited. No child stands in it: they see their invitation and nothing else. */
export async function tellInvited(asking: Asking, meeting: Meeting, agency: { id: string; answersAs: 'partner' | 'police' }): Promise<void> {
  await raiseAlert(asking, {
    kind: 'strategy_invited',
    key: `strategy invited ${meeting.id} ${agency.id}`,
    owner: { role: agency.answersAs, agencyId: agency.id },
    why: `Your agency is invited to a strategy meeting on ${formatDateTime(meeting.plannedAt)}. Bring what you know, and write it down beforehand where you can.`,
    record: { type: 'strategy', id: meeting.id },
  })
}

/** Tells whoever holds the case, and each invited agency, that it is decided. */
export async function tellDecided(asking: Asking, meeting: Meeting, holder: string | null, agencies: readonly { id: string; answersAs: 'partner' | 'police' }[]): Promise<void> {
  await raiseAlert(asking, {
    kind: 'strategy_decided',
    key: `strategy decided ${meeting.id}`,
    owner: holder ? { userId: holder } : { role: 'cate_manager' },
    why: 'A strategy meeting about a young person you work with has decided. Read what is asked of you; the work with her goes on.',
    record: { type: 'strategy', id: meeting.id },
    childId: meeting.childId,
  })
  for (const agency of agencies) {
    await raiseAlert(asking, {
      kind: 'strategy_decided',
      key: `strategy decided ${meeting.id} ${agency.id}`,
      owner: { role: agency.answersAs, agencyId: agency.id },
      why: 'A strategy meeting to which your agency is invited has decided. Read what is yours of it.',
      record: { type: 'strategy', id: meeting.id },
    })
  }
}
