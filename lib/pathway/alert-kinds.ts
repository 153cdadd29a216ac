/**
 * What the system may say or ask by itself (DOMAIN 2, "Alerts the front door raises by itself"). An alert that
 * *asks* is acknowledged with an answer; one that *tells* may be acknowledged with a word or without. None of them
 * decides anything.
 */
export const ALERT_KINDS = [
  { id: 'alert_unanswered', label: 'An alert that nobody has acknowledged', mode: 'tells' },
  { id: 'call_on_open_case', label: 'A call about an open case', mode: 'tells' },
  { id: 'referral_overdue', label: 'A referral that is overdue', mode: 'tells' },
  { id: 'referral_declined', label: 'A referral of yours was declined', mode: 'tells' },
  { id: 'referral_closed', label: 'A referral of yours is closed with its outcome', mode: 'tells' },
  { id: 'referral_reversed', label: 'A declined referral is yours after all', mode: 'tells' },
  { id: 'challenge_raised', label: 'A challenge that waits for an answer', mode: 'tells' },
  { id: 'challenge_answered', label: 'A challenge is answered', mode: 'tells' },
  { id: 'challenge_late', label: 'A challenge that is overdue', mode: 'tells' },
  { id: 'danger_on_open_case', label: 'Immediate danger, told in a call about an open case', mode: 'asks' },
] as const satisfies readonly { id: string; label: string; mode: 'asks' | 'tells' }[]
export type AlertKind = (typeof ALERT_KINDS)[number]['id']

type Known = { readonly id: string; readonly label: string; readonly mode: 'asks' | 'tells' }
const BY_ID: ReadonlyMap<string, Known> = new Map(ALERT_KINDS.map((kind) => [kind.id, kind]))

/** The kind's words; an id that is no longer in the list is shown as it is. */
export function alertLabel(kind: string): string {
  return BY_ID.get(kind)?.label ?? kind
}

/** Whether acknowledging it takes an answer. */
export function alertAsks(kind: string): boolean {
  return BY_ID.get(kind)?.mode === 'asks'
}
