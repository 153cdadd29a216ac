import type { Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { formatDateTime } from '../pathway/dates'
import { LEVEL_LABELS, type Level } from '../pathway/levels'

/** Tells the safeguarding lead that a review raised the level to one that calls for a strategy meeting (DOMAIN 2). */
export async function tellSuggested(asking: Asking, one: { id: string; reference: string; childId: string }, level: Level, reviewId: string): Promise<void> {
  await raiseAlert(asking, {
    kind: 'strategy_suggested',
    key: `strategy suggested ${reviewId}`,
    owner: { role: 'safeguarding_lead' },
    why: `A review raised the level of case ${one.reference} to ${LEVEL_LABELS[level]}, which calls for a strategy meeting. Say when it meets, or why it does not.`,
    record: { type: 'case', id: one.id },
    childId: one.childId,
  })
}

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
    why: 'A strategy meeting about a young person you work with has decided. Read what is asked of you; the work with them goes on.',
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

/** Tells each invited agency, and whoever called it, that a meeting is moved. */
export async function tellMoved(asking: Asking, meeting: Meeting & { version: number; calledById: string }, agencies: readonly { id: string; answersAs: 'partner' | 'police' }[], reason: string): Promise<void> {
  const when = formatDateTime(meeting.plannedAt)
  for (const agency of agencies) {
    await raiseAlert(asking, {
      kind: 'strategy_moved', key: `strategy moved ${meeting.id} ${meeting.version} ${agency.id}`, owner: { role: agency.answersAs, agencyId: agency.id }, record: { type: 'strategy', id: meeting.id },
      why: `A strategy meeting to which your agency is invited is moved to ${when}.`,
    })
  }
  if (meeting.calledById === asking.actor.userId) return
  await raiseAlert(asking, { kind: 'strategy_moved', key: `strategy moved ${meeting.id} ${meeting.version}`, owner: { userId: meeting.calledById }, record: { type: 'strategy', id: meeting.id }, childId: meeting.childId, why: `A strategy meeting that you called is moved to ${when}: ${reason}` })
}

/** Tells each agency that was invited, and whoever called it, that a meeting is called off. The agency sees nothing of it any more. */
export async function tellCalledOff(asking: Asking, meeting: Meeting & { calledById: string }, agencies: readonly { id: string; answersAs: 'partner' | 'police' }[]): Promise<void> {
  for (const agency of agencies) {
    await raiseAlert(asking, {
      kind: 'strategy_called_off', key: `strategy off ${meeting.id} ${agency.id}`, owner: { role: agency.answersAs, agencyId: agency.id }, record: { type: 'agency', id: agency.id },
      why: `The strategy meeting planned for ${formatDateTime(meeting.plannedAt)} is called off. If you are worried about a young person, tell Family Connect; do not wait for another meeting.`,
    })
  }
  if (meeting.calledById === asking.actor.userId) return
  await raiseAlert(asking, { kind: 'strategy_called_off', key: `strategy off ${meeting.id}`, owner: { userId: meeting.calledById }, record: { type: 'strategy', id: meeting.id }, childId: meeting.childId, why: 'A strategy meeting that you called is called off. Read why, and what keeps the young person safe instead.' })
}
