import type { Challenge } from '../database/models'
import { clockState, type ClockState } from '../pathway/clocks'
import type { AreaSettings } from '../pathway/settings'

export type ChallengeView = {
  id: string
  version: number
  from: 'referrer' | 'decider'
  referralId: string | null
  raisedBy: string
  words: string
  at: string
  by: string
  clock: { due: string; state: ClockState }
  answer: 'stands' | 'reversed' | 'sent_elsewhere' | null
  reasons: string | null
  answeredAt: string | null
  answeredBy: string | null
}

type Row = Challenge & { by: { name: string }; answeredBy: { name: string } | null }

/** A challenge as a page shows it, with where its answer stands against its limit. */
export function challengeView(row: Row, { officeHours }: Pick<AreaSettings, 'officeHours'>, now: Date): ChallengeView {
  return {
    id: row.id,
    version: row.version,
    from: row.from,
    referralId: row.referralId,
    raisedBy: row.raisedBy,
    words: row.words,
    at: row.at.toISOString(),
    by: row.by.name,
    clock: { due: row.dueAt.toISOString(), state: clockState({ due: row.dueAt, metAt: row.answeredAt, now, officeHours }) },
    answer: row.answer,
    reasons: row.reasons,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answeredBy: row.answeredBy?.name ?? null,
  }
}
