import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awaitedOf, AWAITED_LABELS } from '../../../lib/pathway/awaited'
import { CHASE_STEPS, challengeDue, chaseKey, chaseSteps, nextWordDue, referralClock, tellDue } from '../../../lib/pathway/referral-clock'
import { DEFAULT_SETTINGS } from '../../../lib/pathway/settings'
import { movesFrom, REFERRAL_STATES, type ReferralState } from '../../../lib/pathway/states'
import { addWorkingDays } from '../../../lib/pathway/working-days'

const at = (text: string) => new Date(text)
/** A Thursday morning. */
const SENT = at('2026-11-19T10:30:00Z')
const due = (state: ReferralState, since = SENT) => nextWordDue(state, { sentAt: SENT, since }, DEFAULT_SETTINGS)?.toISOString() ?? null
const instants = fc.date({ min: at('2025-01-01'), max: at('2028-12-31'), noInvalidDate: true })

describe('by when the receiver owes the next word', () => {
  it.each<[ReferralState, string | null]>([
    ['sent', '2026-11-20T10:30:00.000Z'], // one working day
    ['acknowledged', '2026-11-24T10:30:00.000Z'], // three, over a weekend
    ['accepted', '2026-12-03T10:30:00.000Z'], // ten
    ['action_taken', '2026-12-17T10:30:00.000Z'], // twenty
    ['declined', null],
    ['closed', null],
  ])('%s: %s', (state, expected) => expect(due(state)).toBe(expected))

  it('does not move to answer further away by a late acknowledgement, nor the action nearer by a quick one', () => {
    const later = at('2026-11-23T09:00:00Z')
    expect(due('acknowledged', later)).toBe(due('acknowledged'))
    expect(due('accepted', later)).toBe('2026-12-07T09:00:00.000Z')
  })

  it('passes over a weekend and England’s holidays', () => {
    expect(nextWordDue('sent', { sentAt: at('2026-12-24T16:00:00Z'), since: SENT }, DEFAULT_SETTINGS)).toEqual(at('2026-12-29T16:00:00Z'))
  })

  it('is awaited in every state but the two that end, each with words', () => {
    for (const state of REFERRAL_STATES) expect(awaitedOf(state) === null).toBe(state === 'declined' || state === 'closed')
    expect(Object.keys(AWAITED_LABELS)).toHaveLength(4)
  })

  it('stands as on time, close or late, and nowhere where nothing is awaited', () => {
    const clock = (now: string) => referralClock({ awaitedBy: at('2026-11-20T10:30:00Z'), now: at(now) }, DEFAULT_SETTINGS)
    expect([clock('2026-11-19T10:30:00Z'), clock('2026-11-19T16:00:00Z'), clock('2026-11-20T10:30:00Z'), clock('2026-11-20T10:30:01Z')]).toEqual(['on_time', 'close', 'close', 'late'])
    expect(referralClock({ awaitedBy: null, now: SENT }, DEFAULT_SETTINGS)).toBeNull()
  })

  it('a challenge has five working days and a referrer one, unless the area says otherwise', () => {
    expect(challengeDue(SENT, DEFAULT_SETTINGS)).toEqual(at('2026-11-26T10:30:00Z'))
    expect(challengeDue(SENT, { challengeAnswerDays: 2 })).toEqual(at('2026-11-23T10:30:00Z'))
    expect(tellDue(SENT, DEFAULT_SETTINGS)).toEqual(at('2026-11-20T10:30:00Z'))
  })
})

describe('who hears of what is overdue', () => {
  const DUE = at('2026-11-20T10:30:00Z')
  const steps = (now: string) => chaseSteps(DUE, at(now), DEFAULT_SETTINGS)

  it.each<[string, string[]]>([
    ['2026-11-20T10:30:00Z', []],
    ['2026-11-20T10:30:01Z', ['receiver']],
    ['2026-11-22T12:00:00Z', ['receiver']], // a Sunday: no working day has passed
    ['2026-11-23T10:30:01Z', ['receiver', 'manager']],
    ['2026-11-25T10:30:01Z', ['receiver', 'manager', 'ours']],
  ])('at %s: %j', (now, expected) => expect(steps(now)).toEqual(expected))

  it('only ever more of them as time goes on, in order, whatever the area set', () => {
    fc.assert(
      fc.property(instants, fc.nat(40), fc.nat(40), fc.tuple(fc.nat(10), fc.nat(10)), (limit, one, other, days) => {
        const settings = { referralEscalateDays: days }
        const [early, late] = [one, other].sort((a, b) => a - b).map((hours) => chaseSteps(limit, new Date(limit.getTime() + hours * 3_600_000 * 12), settings)) as [string[], string[]]
        expect(late.slice(0, early.length)).toEqual(early)
        expect(CHASE_STEPS.slice(0, late.length)).toEqual(late)
      }),
    )
  })

  it('nobody before the limit', () => {
    fc.assert(fc.property(instants, fc.nat(10_000_000), (limit, before) => {
      expect(chaseSteps(limit, new Date(limit.getTime() - before), DEFAULT_SETTINGS)).toEqual([])
    }))
  })

  it('each step of each word has a key of its own', () => {
    const keys = (['acknowledge', 'answer', 'action', 'close'] as const).flatMap((awaited) => CHASE_STEPS.map((step) => chaseKey('x', awaited, step)))
    expect(new Set(keys).size).toBe(12)
    expect(keys[0]).toBe('referral:x:acknowledge.receiver')
  })
})

describe('a referral', () => {
  it('reaches exactly one end state on every path, and nothing is awaited of it there', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 30, maxLength: 60 }), fc.nat(5), (choices, challenges) => {
        // a refusal is reversed by a challenge alone, and a challenge is made once
        let left = Math.min(challenges, 1)
        let state: ReferralState = 'sent'
        const ends: ReferralState[] = []
        for (const choice of choices) {
          const moves: readonly ReferralState[] = state === 'declined' && left === 0 ? [] : movesFrom('referral', state)
          const next: ReferralState | undefined = moves[choice % moves.length]
          if (!next) {
            ends.push(state)
            break
          }
          if (state === 'declined') left -= 1
          state = next
        }
        expect(ends).toHaveLength(1)
        expect(['closed', 'declined']).toContain(ends[0])
        expect(awaitedOf(ends[0] as ReferralState)).toBeNull()
      }),
    )
  })

  it('is never stuck and never goes round: from every state an end is at most four moves away, and only a refusal is ever taken back', () => {
    const ends: readonly ReferralState[] = ['closed', 'declined']
    const distance = (state: ReferralState): number => (ends.includes(state) ? 0 : 1 + Math.min(...movesFrom('referral', state).map(distance)))
    const RANK: Readonly<Record<ReferralState, number>> = { sent: 0, acknowledged: 1, accepted: 2, action_taken: 3, closed: 4, declined: 4 }
    for (const state of REFERRAL_STATES) {
      expect(distance(state)).toBeLessThanOrEqual(4)
      for (const next of movesFrom('referral', state)) expect(RANK[next] > RANK[state] || (state === 'declined' && next === 'accepted'), `${state} to ${next}`).toBe(true)
    }
    expect(movesFrom('referral', 'closed')).toEqual([])
  })

  it('that does something always owes a next word until it ends', () => {
    for (const state of REFERRAL_STATES) {
      const since = addWorkingDays(SENT, 2)
      const owed = nextWordDue(state, { sentAt: SENT, since }, DEFAULT_SETTINGS)
      expect(owed === null).toBe(state === 'closed' || state === 'declined')
    }
  })
})
