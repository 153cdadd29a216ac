import type { AgreedAction } from '../database/models'
import { actionClock, type ActionClock, type ActionSource, type ActionState } from '../pathway/actions'

export type ActionView = {
  id: string
  version: number
  caseId: string
  source: ActionSource
  what: string
  /** Whom it is about, for those who do not see the child's record. */
  about: string
  owner: string
  /** 'YYYY-MM-DD' */
  dueOn: string
  state: ActionState
  clock: ActionClock
  agreedAt: string
  agreedBy: string
  /** What was written about it, newest first. */
  answers: { state: ActionState; words: string; at: string; by: string }[]
}

const by = { select: { name: true } } as const
export const actionInclude = { ownerUser: by, ownerAgency: by, agreedBy: by, answers: { orderBy: { at: 'desc' }, include: { by } } } as const

type Row = AgreedAction & {
  ownerUser: { name: string } | null
  ownerAgency: { name: string } | null
  agreedBy: { name: string }
  answers: { state: ActionState; words: string; at: Date; by: { name: string } }[]
}

/** A row as a screen shows it, at that instant. */
export function viewAction(row: Row, now: Date): ActionView {
  const dueOn = row.dueOn.toISOString().slice(0, 10)
  return {
    id: row.id,
    version: row.version,
    caseId: row.caseId,
    source: row.source,
    what: row.what,
    about: row.about,
    owner: row.ownerUser?.name ?? row.ownerAgency?.name ?? row.ownerName ?? 'The young person',
    dueOn,
    state: row.state,
    clock: actionClock({ state: row.state, dueOn }, now),
    agreedAt: row.agreedAt.toISOString(),
    agreedBy: row.agreedBy.name,
    answers: row.answers.map(({ state, words, at, by: who }) => ({ state, words, at: at.toISOString(), by: who.name })),
  }
}
