/**
 * The risk panel: when it may decide, and what may follow what. Several agencies judge together and one person signs
 * for it; who has an interest in a case takes no part in it. Source: DOMAIN 2, Risk panel.
 */
import type { CaseStage } from './states'

/** What somebody at the table speaks for. */
export const SEATS = [
  { id: 'chair', label: 'Chair' },
  { id: 'deputy', label: 'Deputy chair' },
  { id: 'cate', label: 'CATE' },
  { id: 'social_care', label: 'Social care' },
  { id: 'police', label: 'Police' },
  { id: 'health', label: 'Health' },
  { id: 'education', label: 'Education' },
  { id: 'other', label: 'Another agency' },
] as const
export type Seat = (typeof SEATS)[number]['id']

const WORDS: Readonly<Record<Seat, string>> = {
  chair: 'the chair', deputy: 'the deputy', cate: 'CATE', social_care: 'social care', police: 'the police', health: 'health', education: 'education', other: 'another agency',
}

/**
 * Who must be there for a decision, besides the chair or the deputy: every one of `all`, and one of `oneOf`. By
 * default CATE, social care and the police, because a level is set on what those three know and do; and health or
 * education, because one of the two sees nearly every child and neither can send somebody to every panel.
 */
export type Quorum = { readonly all: readonly Seat[]; readonly oneOf: readonly Seat[] }
export const DEFAULT_QUORUM: Quorum = { all: ['cate', 'social_care', 'police'], oneOf: ['health', 'education'] }

/** Somebody at the table; `conflicted` where they declared an interest in the case that is asked about. */
export type Present = { readonly seat: Seat; readonly conflicted: boolean }

/** What is missing for a decision about one case, in words; empty where nothing is. Whoever has an interest counts for nobody. */
export function quorumMissing(present: readonly Present[], { all, oneOf }: Quorum): string[] {
  const there = new Set(present.filter(({ conflicted }) => !conflicted).map(({ seat }) => seat))
  const chairOut = present.some(({ seat, conflicted }) => seat === 'chair' && conflicted)
  return [
    ...(there.has('chair') || there.has('deputy') ? [] : [chairOut ? 'a deputy, because the chair declared a conflict of interest' : 'the chair or the deputy']),
    ...all.filter((seat) => !there.has(seat)).map((seat) => WORDS[seat]),
    ...(oneOf.length === 0 || oneOf.some((seat) => there.has(seat)) ? [] : [oneOf.map((seat) => WORDS[seat]).join(' or ')]),
  ]
}

export type PanelState = 'planned' | 'open' | 'closed' | 'checked' | 'issued'
export const PANEL_STATE_LABELS: Readonly<Record<PanelState, string>> = {
  planned: 'Planned',
  open: 'Meeting now',
  closed: 'Held: minutes to be checked',
  checked: 'Minutes checked',
  issued: 'Minutes issued',
}

const MOVES: Readonly<Record<PanelState, readonly PanelState[]>> = {
  planned: ['open'],
  open: ['closed'],
  // what was said is fixed by then: checking adds a note and changes no line
  closed: ['checked'],
  checked: ['issued'],
  issued: [],
}

export type ItemState = 'listed' | 'decided' | 'deferred'
export const ITEM_STATE_LABELS: Readonly<Record<ItemState, string>> = { listed: 'To be discussed', decided: 'Decided', deferred: 'Put off' }

/** How a letter to a GP may leave: never by an open e-mail. */
export const LETTER_WAYS = [
  { id: 'secure_email', label: 'Secure e-mail' },
  { id: 'post', label: 'Post' },
  { id: 'hand', label: 'By hand' },
] as const
export type LetterWay = (typeof LETTER_WAYS)[number]['id']

type Meeting = { readonly state: PanelState; readonly chairId: string; readonly deputyId: string | null; readonly checkedById: string | null }

/**
 * What stands in the way of a panel's going on to another state, by that person; null where nothing does. Every case
 * is decided or put off before it closes, so that none is forgotten; the minutes are checked by somebody other than
 * whoever issues them, and issued by the chair or the deputy.
 */
export function movePanelProblem({ state, chairId, deputyId, checkedById }: Meeting, to: PanelState, { userId, items }: { readonly userId: string; readonly items: readonly ItemState[] }): string | null {
  if (!MOVES[state].includes(to)) return `This panel is “${PANEL_STATE_LABELS[state].toLowerCase()}”, so it cannot go on to “${PANEL_STATE_LABELS[to].toLowerCase()}”. Reload the page: somebody may have moved it already.`
  if (to === 'open' && !items.some((item) => item === 'listed')) return 'There is nothing on the agenda. Add a case first.'
  const waiting = items.filter((item) => item === 'listed').length
  if (to === 'closed' && waiting) return `${waiting === 1 ? 'One case is' : `${waiting} cases are`} neither decided nor put off. Decide or put off each before you close the panel.`
  const chairs = userId === chairId || userId === deputyId
  if (to === 'issued' && !chairs) return 'The minutes are issued by the chair or the deputy of this panel.'
  if (to === 'issued' && checkedById === userId) return 'You checked these minutes, so somebody else issues them: the chair or the deputy.'
  return null
}

/** Whether a case that is on an agenda is no longer for the panel: closed, which a move to another authority is too, or opened again and held by nobody yet. */
export function isOffPanel(stage: CaseStage): boolean {
  return stage === 'closed' || stage === 'allocation'
}

type ToDecide = {
  readonly panel: Meeting
  readonly item: ItemState
  /** The case is not open to the panel any more: `isOffPanel`, or not to be seen. */
  readonly closed: boolean
  readonly userId: string
  /** Whether the person asking declared an interest in the case. */
  readonly conflicted: boolean
  readonly present: readonly Present[]
}

/** What stands in the way of deciding one case, as one sentence; null where nothing does. */
export function decideProblem({ panel, item, closed, userId, conflicted, present }: ToDecide, { panelQuorum }: { readonly panelQuorum: Quorum }): string | null {
  if (conflicted) return 'You declared a conflict of interest in this case, so somebody else decides it. A deputy takes the chair for it.'
  if (panel.state !== 'open') return panel.state === 'planned' ? 'The meeting is not open yet. Open it first.' : 'The meeting is over. What was not decided goes to the next panel.'
  if (item !== 'listed') return item === 'decided' ? 'This case is decided already.' : 'This case was put off to another panel.'
  if (closed) return 'This case has been closed since it was put on the agenda, moved to another authority, whose panel takes it from there, or opened again and held by nobody yet. Put it off, with that as the reason.'
  if (userId !== panel.chairId && userId !== panel.deputyId) return 'The chair decides, or the deputy. You can take notes.'
  const missing = quorumMissing(present, panelQuorum)
  return missing.length ? `There is no quorum for this case. Missing: ${listed(missing)}. You can talk about it and take notes, and not decide.` : null
}

/** 'one', 'one and two', 'one, two and three'. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
