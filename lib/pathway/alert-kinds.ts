type Known = {
  readonly id: string
  readonly label: string
  readonly mode: 'asks' | 'tells'
  /** What it asks is whether exploitation is a concern: the answer is yes, suspected or no sign, with a reason. */
  readonly screens?: true
}

/**
 * What the system may say or ask by itself (DOMAIN 2, "Alerts the front door raises by itself"). An alert that
 * *asks* is acknowledged with an answer; one that *tells* may be acknowledged with a word or without. None of them
 * decides anything.
 */
export const ALERT_KINDS = [
  { id: 'alert_unanswered', label: 'An alert that nobody has acknowledged', mode: 'tells' },
  { id: 'enquiry_after_decision', label: 'Something was written into an enquiry after its decision', mode: 'tells' },
  { id: 'enquiry_answered', label: 'Every agency has answered an enquiry', mode: 'tells' },
  { id: 'enquiry_asked', label: 'Your agency is asked what it knows', mode: 'tells' },
  { id: 'enquiry_overdue', label: 'Agencies have not answered an enquiry', mode: 'tells' },
  { id: 'enquiry_moved', label: 'The time to answer an enquiry was moved', mode: 'tells' },
  { id: 'enquiry_reminder', label: 'Your agency’s answer to an enquiry', mode: 'tells' },
  { id: 'assessment_part_asked', label: 'Your agency is asked for its part of a risk assessment', mode: 'tells' },
  { id: 'assessment_part_reminder', label: 'Your agency’s part of a risk assessment', mode: 'tells' },
  { id: 'assessment_part_answered', label: 'An agency has answered for a risk assessment', mode: 'tells' },
  { id: 'assessment_part_late', label: 'An agency has not answered for a risk assessment', mode: 'tells' },
  { id: 'section47_asked', label: 'A risk assessment asks for a strategy discussion', mode: 'asks' },
  { id: 'level_of_need', label: 'Complex or acute need', mode: 'tells' },
  { id: 'missing_screen', label: 'Missing report: is exploitation a concern?', mode: 'asks', screens: true },
  { id: 'exploitation_words', label: 'Text match: is exploitation a concern?', mode: 'asks', screens: true },
  { id: 'repeat_contacts', label: 'Several contacts about one person', mode: 'asks' },
  { id: 'advice_adding_up', label: 'Advice given several times, from different agencies', mode: 'asks' },
  { id: 'school_days_missed', label: 'School days missed', mode: 'tells' },
  { id: 'shared_address', label: 'Children at the same address', mode: 'tells' },
  { id: 'shared_phone', label: 'Children with the same phone number', mode: 'tells' },
  { id: 'shared_vehicle', label: 'Children and the same vehicle', mode: 'tells' },
  { id: 'open_elsewhere', label: 'An open case in another area', mode: 'tells' },
  { id: 'handover_overdue', label: 'A hand-over that is not signed', mode: 'tells' },
  { id: 'join_asked', label: 'Two records that may be one child', mode: 'asks' },
  { id: 'named_on_open_case', label: 'A contact turns out to be about an open case', mode: 'tells' },
  { id: 'call_on_open_case', label: 'A call about an open case', mode: 'tells' },
  { id: 'referral_overdue', label: 'A referral that is overdue', mode: 'tells' },
  { id: 'referral_declined', label: 'A referral of yours was declined', mode: 'tells' },
  { id: 'referral_closed', label: 'A referral of yours is closed with its outcome', mode: 'tells' },
  { id: 'referral_reversed', label: 'A declined referral is yours after all', mode: 'tells' },
  { id: 'challenge_raised', label: 'A challenge that waits for an answer', mode: 'tells' },
  { id: 'challenge_answered', label: 'A challenge is answered', mode: 'tells' },
  { id: 'challenge_late', label: 'A challenge that is overdue', mode: 'tells' },
  { id: 'disclosure_made', label: 'A young person told their practitioner of exploitation or abuse', mode: 'asks' },
  { id: 'action_overdue', label: 'An action that is overdue', mode: 'tells' },
  { id: 'exit_asked', label: 'Your agency is asked to agree to an ending', mode: 'tells' },
  { id: 'exit_answered', label: 'A second agency answered a proposal', mode: 'tells' },
  { id: 'since_closed', label: 'Something new about a young person whose case is closed', mode: 'asks' },
  { id: 'case_overdue', label: 'A panel or a review that is overdue', mode: 'tells' },
  { id: 'cover_arranged', label: 'Cover of a case', mode: 'tells' },
  { id: 'cover_ended', label: 'The cover of a case has ended', mode: 'tells' },
  { id: 'holder_left', label: 'Cases whose practitioner has left', mode: 'asks' },
  { id: 'glass_broken', label: 'A case was opened by breaking glass', mode: 'asks' },
  { id: 'glass_told', label: 'A case of yours was opened by breaking glass', mode: 'tells' },
  { id: 'glass_reviewed', label: 'An opening of yours by breaking glass is reviewed', mode: 'tells' },
  { id: 'access_close', label: 'A request to see a record is soon to be answered', mode: 'tells' },
  { id: 'access_late', label: 'A request to see a record is overdue', mode: 'tells' },
  { id: 'panel_asked', label: 'A risk panel asks what your agency knows', mode: 'tells' },
  { id: 'panel_return_late', label: 'Your agency’s answers to a risk panel', mode: 'tells' },
  { id: 'panel_returns_missing', label: 'Agencies have not answered a risk panel', mode: 'tells' },
  { id: 'panel_decided', label: 'The risk panel decided about a case of yours', mode: 'tells' },
  { id: 'panel_strategy', label: 'A risk panel calls for a strategy meeting', mode: 'asks' },
  { id: 'danger_on_open_case', label: 'Immediate danger, told in a call about an open case', mode: 'asks' },
  { id: 'strategy_suggested', label: 'A review’s level calls for a strategy meeting', mode: 'asks' },
  { id: 'strategy_called', label: 'A strategy meeting is called', mode: 'tells' },
  { id: 'strategy_invited', label: 'Your agency is invited to a strategy meeting', mode: 'tells' },
  { id: 'strategy_moved', label: 'A strategy meeting is moved', mode: 'tells' },
  { id: 'strategy_called_off', label: 'A strategy meeting is called off', mode: 'tells' },
  { id: 'strategy_decided', label: 'A strategy meeting decided', mode: 'tells' },
  { id: 'strategy_late', label: 'A strategy meeting, its minutes or its review is late', mode: 'tells' },
  { id: 'protection_late', label: 'A time of child protection has passed', mode: 'tells' },
] as const satisfies readonly Known[]
export type AlertKind = (typeof ALERT_KINDS)[number]['id']

const BY_ID: ReadonlyMap<string, Known> = new Map(ALERT_KINDS.map((kind) => [kind.id, kind]))

/** The kind's words; an id that is no longer in the list is shown as it is. */
export function alertLabel(kind: string): string {
  return BY_ID.get(kind)?.label ?? kind
}

/** Whether acknowledging it takes an answer. */
export function alertAsks(kind: string): boolean {
  return BY_ID.get(kind)?.mode === 'asks'
}

/** Whether it asks if exploitation is a concern. */
export function alertScreens(kind: string): boolean {
  return BY_ID.get(kind)?.screens === true
}
