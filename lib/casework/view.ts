import type { CaseSession } from '../database/models'
import { dayOf } from '../children/view'
import type { IsvaState, SafetyFeeling, SessionType } from '../pathway/sessions'

/** One entry of a case's log. */
export type SessionView = {
  id: string
  happenedAt: string
  minutes: number
  place: string
  type: SessionType
  present: string | null
  account: string
  childWords: string | null
  safety: SafetyFeeling | null
  nextStep: string | null
  /** 'YYYY-MM-DD'. */
  nextOn: string | null
  by: string
  at: string
  /** Whether it takes the place of an earlier entry. */
  corrects: boolean
  disclosed: boolean
}

export type OfferView = { id: string; state: IsvaState; onDay: string; note: string | null; by: string; at: string }

export type DisclosureView = {
  id: string
  words: string
  heardBy: string
  /** Whether the person asking heard it, and so is a witness. */
  own: boolean
  heardAt: string
  /** Newest first: the first stands. */
  offers: OfferView[]
}

const by = { select: { name: true } } as const
const disclosure = { select: { id: true } } as const
/** What a list of entries loads beside each. */
export const sessionInclude = { by, disclosure, first: { select: { disclosure } } } as const

type Row = CaseSession & { by: { name: string }; disclosure: { id: string } | null; first: { disclosure: { id: string } | null } | null }

export function viewSession(row: Row): SessionView {
  return {
    id: row.id, happenedAt: row.happenedAt.toISOString(), minutes: row.minutes, place: row.place, type: row.type as SessionType, present: row.present, account: row.account,
    childWords: row.childWords, safety: row.safety as SafetyFeeling | null, nextStep: row.nextStep, nextOn: dayOf(row.nextOn), by: row.by.name, at: row.at.toISOString(),
    corrects: row.correctsId !== null, disclosed: Boolean(row.disclosure ?? row.first?.disclosure),
  }
}
