import { bornText, nameOf } from '../children/view'
import type { Child, Referral } from '../database/models'
import { awaitedOf, type Awaited } from '../pathway/awaited'
import { waitedFor, type ClockState } from '../pathway/clocks'
import { referralClock } from '../pathway/referral-clock'
import type { Outcome } from '../pathway/routing'
import type { AreaSettings } from '../pathway/settings'
import type { ReferralState } from '../pathway/states'
import type { ExploitationFlag } from '../pathway/words'

/** What a referral waits for next, by when, and where that stands; null where it waits for nothing. */
export type NextWord = { awaited: Awaited; due: string; state: ClockState } | null

/** One line of a list of referrals. */
export type ReferralSummary = {
  id: string
  version: number
  outcome: Outcome
  to: string
  state: ReferralState
  sentAt: string
  sentBy: string
  waited: string
  next: NextWord
  child: { id: string; name: string; born: string; exploitation: ExploitationFlag } | null
  contact: { id: string; reference: string }
}

export type MoveView = { id: string; from: ReferralState | null; to: ReferralState; at: string; by: string; words: string | null; saidBy: string | null }

export type ReferralRow = Referral & {
  child: Child | null
  contact: { id: string; reference: string } | null
  toTeam: { name: string } | null
  toAgency: { name: string } | null
  sentBy: { name: string }
}

export function nextWordOf({ state, awaitedBy }: Pick<Referral, 'state' | 'awaitedBy'>, settings: AreaSettings, now: Date): NextWord {
  const awaited = awaitedOf(state)
  const clock = referralClock({ awaitedBy, now }, settings)
  return awaited && awaitedBy && clock ? { awaited, due: awaitedBy.toISOString(), state: clock } : null
}

/** A row as one line of a list. */
export function summariseReferral(row: ReferralRow, settings: AreaSettings, now: Date): ReferralSummary {
  return {
    id: row.id,
    version: row.version,
    outcome: row.outcome,
    to: receiverName(row),
    state: row.state,
    sentAt: row.sentAt.toISOString(),
    sentBy: row.sentBy.name,
    waited: waitedFor(row.sentAt, row.respondedAt ?? now),
    next: nextWordOf(row, settings, now),
    child: row.child ? { id: row.child.id, name: nameOf(row.child), born: bornText(row.child, now), exploitation: row.child.exploitation } : null,
    contact: { id: row.contactId, reference: row.contact?.reference ?? '' },
  }
}

/** Who a referral went to, by name. */
export function receiverName(row: { toTeam: { name: string } | null; toAgency: { name: string } | null; toService: string | null }): string {
  return row.toTeam?.name ?? row.toAgency?.name ?? row.toService ?? ''
}

export function moveView(move: { id: string; from: ReferralState | null; to: ReferralState; at: Date; by: { name: string }; words: string | null; saidBy: string | null }): MoveView {
  const { id, from, to, at, by, words, saidBy } = move
  return { id, from, to, at: at.toISOString(), by: by.name, words, saidBy }
}
