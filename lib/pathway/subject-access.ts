/**
 * A request to see what is held (a subject access request): who may ask, how it moves on, and on which grounds
 * something may be kept back. Source: UK GDPR Art 15; Data Protection Act 2018 Sch 2 and 3.
 */
export const REQUESTERS = [
  { id: 'young_person', label: 'The young person', hint: 'For themselves. Enough if they understand what they ask for' },
  { id: 'parent', label: 'A parent, or somebody with parental responsibility', hint: 'For the young person, not for themselves' },
  { id: 'representative', label: 'Somebody who acts for the young person', hint: 'A solicitor or an advocate, with a written authority' },
] as const
export type Requester = (typeof REQUESTERS)[number]['id']

export const ACCESS_STATES = ['received', 'redacting', 'second_reading', 'ready', 'handed_over', 'refused', 'withdrawn'] as const
export type AccessState = (typeof ACCESS_STATES)[number]

export const ACCESS_STATE_LABELS: Readonly<Record<AccessState, string>> = {
  received: 'Received', redacting: 'First reading', second_reading: 'Second reading', ready: 'Ready to hand over', handed_over: 'Handed over', refused: 'Refused', withdrawn: 'Withdrawn',
}

/** What may follow what. The trigger `access_moves_on` says the same in SQL; a test holds the two together. */
export const ACCESS_MOVES: Readonly<Record<AccessState, readonly AccessState[]>> = {
  received: ['redacting', 'refused', 'withdrawn'],
  redacting: ['second_reading', 'refused', 'withdrawn'],
  // sent back where the second reader does not agree
  second_reading: ['redacting', 'ready', 'refused', 'withdrawn'],
  // something came since, or should be looked at again before it leaves
  ready: ['redacting', 'handed_over', 'refused', 'withdrawn'],
  handed_over: [],
  refused: [],
  withdrawn: [],
}

/** Whether a request may go from one state to the other. */
export function mayMoveAccess(from: AccessState, to: AccessState): boolean {
  return ACCESS_MOVES[from].includes(to)
}

/** Whether anything is still to be done: a clock runs. */
export const isOpenAccess = (state: AccessState): boolean => ACCESS_MOVES[state].length > 0

/**
 * Why something may be kept back. `law` is for those who decide; `told` is for whoever reads the copy, and may be a
 * young person.
 */
export const GROUNDS = [
  { id: 'third_party', label: 'It is about somebody else', law: 'DPA 2018, Sch 2 para 16', told: 'It is about somebody else, and it would not be fair to them to share it.' },
  { id: 'serious_harm', label: 'It would be likely to cause serious harm', law: 'DPA 2018, Sch 3', told: 'We think that reading it could cause somebody serious harm.' },
  { id: 'child_abuse', label: 'Child abuse data, asked for by somebody else, and not in the child’s best interests', law: 'DPA 2018, Sch 3 Part 5', told: 'It is about harm to a child, and sharing it would not be best for that child.' },
  { id: 'child_expects', label: 'The young person told it and expects that whoever asks will not see it', law: 'DPA 2018, Sch 3 Part 3', told: 'The young person did not want it to be shared in this way.' },
  { id: 'identity_withheld', label: 'Who told us is to be withheld', law: 'DPA 2018, Sch 2 para 16', told: 'It would show who told us something, and we said that we would not.' },
  { id: 'caveat', label: 'Given to us in confidence, or with a caveat', law: 'DPA 2018, Sch 2 para 16; duty of confidence', told: 'Somebody told it to us in confidence.' },
  { id: 'crime', label: 'It would get in the way of preventing or solving a crime', law: 'DPA 2018, Sch 2 para 2', told: 'Sharing it could get in the way of stopping or solving a crime.' },
  { id: 'privilege', label: 'Legal advice', law: 'DPA 2018, Sch 2 para 19', told: 'It is private advice between us and a lawyer.' },
] as const
export type Ground = (typeof GROUNDS)[number]['id']

const BY_ID = new Map<string, (typeof GROUNDS)[number]>(GROUNDS.map((ground) => [ground.id, ground]))

/** A ground by its id. Throws RangeError for one that is not on the list. */
export function groundOf(id: string): (typeof GROUNDS)[number] {
  const ground = BY_ID.get(id)
  if (!ground) throw new RangeError(`there is no ground called ${id}`)
  return ground
}
