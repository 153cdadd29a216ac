/**
 * What may follow what, for a contact, a referral and a case. A move that is not listed is forbidden, so that
 * nothing closes by itself or out of turn. Source: DOMAIN 2.
 */

/**
 * A decision on a contact stands: a change of mind is a new referral, and the first decision stays readable.
 */
export const CONTACT_STATES = ['logged', 'decided'] as const
export type ContactState = (typeof CONTACT_STATES)[number]

export const CONTACT_STATE_LABELS: Readonly<Record<ContactState, string>> = {
  logged: 'Waiting for a decision',
  decided: 'Decided',
}

export const REFERRAL_STATES = [
  'sent',
  'acknowledged',
  'accepted',
  'declined',
  'action_taken',
  'closed',
] as const
export type ReferralState = (typeof REFERRAL_STATES)[number]

export const REFERRAL_STATE_LABELS: Readonly<Record<ReferralState, string>> = {
  sent: 'Sent, no reply yet',
  acknowledged: 'Acknowledged',
  accepted: 'Accepted',
  declined: 'Declined',
  action_taken: 'Action taken',
  closed: 'Closed with an outcome',
}

export const CASE_STAGES = ['allocation', 'assessment', 'panel', 'plan', 'exit', 'closed'] as const
export type CaseStage = (typeof CASE_STAGES)[number]

export const CASE_STAGE_LABELS: Readonly<Record<CaseStage, string>> = {
  allocation: 'Allocation',
  assessment: 'Risk assessment',
  panel: 'Risk panel',
  plan: 'Safety plan',
  exit: 'Exit',
  closed: 'Closed',
}

export type Machine = 'contact' | 'referral' | 'case'
export type StateOf<M extends Machine> = M extends 'contact'
  ? ContactState
  : M extends 'referral'
    ? ReferralState
    : CaseStage

type Moves<S extends string> = Readonly<Record<S, readonly S[]>>

const CONTACT_MOVES: Moves<ContactState> = { logged: ['decided'], decided: [] }

const REFERRAL_MOVES: Moves<ReferralState> = {
  sent: ['acknowledged', 'accepted', 'declined'],
  acknowledged: ['accepted', 'declined'],
  // Accepted in good faith, then found to belong elsewhere: said openly rather than left to lapse.
  accepted: ['action_taken', 'declined'],
  // A refusal may be challenged and reversed; it is never closed as though something had been done.
  declined: ['accepted'],
  action_taken: ['closed'],
  closed: [],
}

const CASE_MOVES: Moves<CaseStage> = {
  allocation: ['assessment'],
  assessment: ['panel'],
  // The panel may ask for more assessment, or agree that no plan from CATE is needed.
  panel: ['plan', 'assessment', 'exit'],
  // Reviews go back to the panel; new information may call for a fresh assessment.
  plan: ['panel', 'assessment', 'exit'],
  // Exit is agreed, not assumed: if risk returns, work goes on.
  exit: ['closed', 'plan', 'panel'],
  closed: ['allocation'],
}

const MOVES: { readonly [M in Machine]: Moves<StateOf<M>> } = {
  contact: CONTACT_MOVES,
  referral: REFERRAL_MOVES,
  case: CASE_MOVES,
}

const LABELS: Readonly<Record<Machine, Readonly<Record<string, string>>>> = {
  contact: CONTACT_STATE_LABELS,
  referral: REFERRAL_STATE_LABELS,
  case: CASE_STAGE_LABELS,
}

/** A move the pathway does not allow. `message` is in plain words and may be shown. */
export class ForbiddenMove extends Error {
  override readonly name = 'ForbiddenMove'

  constructor(
    readonly machine: Machine,
    readonly from: string,
    readonly to: string,
  ) {
    const words = (state: string) => LABELS[machine][state] ?? state
    super(`A ${machine} cannot go from “${words(from)}” to “${words(to)}”`)
  }
}

/**
 * The states that may follow `from`, in the order of the pathway; empty for an end state or an unknown one.
 */
export function movesFrom<M extends Machine>(machine: M, from: StateOf<M>): readonly StateOf<M>[] {
  const moves: Readonly<Record<string, readonly StateOf<M>[]>> = MOVES[machine]
  return Object.hasOwn(moves, from) ? (moves[from] ?? []) : []
}

/** Whether the machine lists the move from one state to the other. Staying in place is not a move. */
export function mayMove<M extends Machine>(machine: M, from: StateOf<M>, to: StateOf<M>): boolean {
  return movesFrom(machine, from).includes(to)
}

/** Throws ForbiddenMove unless `mayMove`. */
export function assertMove<M extends Machine>(machine: M, from: StateOf<M>, to: StateOf<M>): void {
  if (!mayMove(machine, from, to)) throw new ForbiddenMove(machine, from, to)
}
