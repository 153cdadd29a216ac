import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { DoorError } from '../../lib/access/errors'
import { answerChallenge, raiseChallenge } from '../../lib/challenges/commands'
import { awaitedOf } from '../../lib/pathway/awaited'
import { mayMove, REFERRAL_STATES, type ReferralState } from '../../lib/pathway/states'
import { acceptReferral } from '../../lib/referrals/accept'
import { acknowledgeReferral, actOnReferral, closeReferral, declineReferral, takeOnReferral } from '../../lib/referrals/commands'
import { sendOn } from '../../lib/referrals/send-on'
import { setClock } from '../support/clock'
import { makeAgencyReferral, makeChild, makeReferral } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** Whatever people do with a referral, in whatever order and at the same moment, it reaches exactly one end. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const KINDS = ['agency', 'cate', 'safeguarding', 'service'] as const
type Kind = (typeof KINDS)[number]
const STEPS = ['acknowledge', 'take on', 'decline', 'act', 'close', 'open the case', 'reverse', 'uphold', 'send again'] as const
type Step = (typeof STEPS)[number]
type Row = { contact_id: string; state: ReferralState; version: number; awaited_by: Date | null; case: string | null }
type Move = { from_state: ReferralState | null; to_state: ReferralState }

async function make(kind: Kind): Promise<string> {
  const child = await makeChild(world)
  if (kind === 'agency') return makeAgencyReferral(world, { child, agency: world.a.agencies.school })
  return makeReferral(world, { child, outcome: kind === 'service' ? 'other_service' : kind, awaited_by: '2026-11-20T10:30:00Z' })
}

const rowOf = async (id: string): Promise<Row> => (await world.sql.query('SELECT r.*, c.id AS case FROM referral r LEFT JOIN cate_case c ON c.referral_id = r.id WHERE r.id = $1', [id])).rows[0]
const movesOf = async (id: string) => (await world.sql.query<Move>('SELECT from_state, to_state FROM referral_move WHERE referral_id = $1 ORDER BY at, id', [id])).rows

/** Does one thing, as whoever does it, with the page as it stands or as it stood before. */
async function take(step: Step, kind: Kind, id: string, stale: boolean): Promise<void> {
  const { as } = world
  const { contact_id: contactId, version: now } = await rowOf(id)
  const receivers: Record<Kind, Actor> = { agency: as.school, cate: as.cateManager, safeguarding: as.safeguarding, service: as.advisor }
  const which = { referralId: id, version: stale ? now - 1 : now }
  const said = { ...which, saidBy: 'Jo Bell' }
  const challenge = async (answer: 'reversed' | 'stands') => {
    const from = (await world.sql.query('SELECT 1 FROM challenge WHERE contact_id = $1', [contactId])).rowCount ? 'referrer' : 'decider'
    const made = await raiseChallenge.run(as.advisor, request(), { contactId, referralId: id, from, raisedBy: 'Ada Visor', words: 'x' })
    await answerChallenge.run(as.safeguarding, request(), { challengeId: made.id, version: 1, answer, reasons: 'x' })
  }
  const steps: Record<Step, () => Promise<unknown>> = {
    acknowledge: () => acknowledgeReferral.run(receivers[kind], request(), said),
    'take on': () => takeOnReferral.run(receivers[kind], request(), said),
    decline: () => declineReferral.run(receivers[kind], request(), { ...said, reason: 'x' }),
    act: () => actOnReferral.run(receivers[kind], request(), { ...said, action: 'x' }),
    close: () => closeReferral.run(receivers[kind], request(), { ...said, outcome: 'x' }),
    'open the case': () => acceptReferral.run(as.cateManager, request(), which),
    reverse: () => challenge('reversed'),
    uphold: () => challenge('stands'),
    'send again': () => sendOn.run(as.advisor, request(), { submissionKey: randomUUID(), contactId, followsId: id, to: 'service', agencyId: '', service: 'Early help', summary: 'x', reason: 'x' }),
  }
  await steps[step]().catch((error: unknown) => {
    if (!(error instanceof DoorError)) throw error
    expect(['conflict', 'not_found', 'invalid']).toContain(error.kind)
  })
}

const isOver = ({ state, case: opened }: Row) => state === 'closed' || state === 'declined' || opened !== null

/** The history is one chain of listed moves, the row stands where it ends, and a word is awaited until the end and not after. */
async function expectWhole(id: string): Promise<void> {
  const [row, moves] = [await rowOf(id), await movesOf(id)]
  let at: ReferralState = 'sent'
  for (const { from_state: from, to_state: to } of moves) {
    expect(from).toBe(at)
    expect(mayMove('referral', at, to), `${at} to ${to}`).toBe(true)
    at = to
  }
  expect(row.state).toBe(at)
  expect(moves.filter((move) => move.to_state === 'closed').length).toBeLessThanOrEqual(1)
  // each reversal takes a challenge, and there are two of those at most
  expect(moves.filter((move) => move.from_state === 'declined').length).toBeLessThanOrEqual(2)
  expect(row.awaited_by !== null).toBe(!isOver(row))
  if (!isOver(row)) expect(awaitedOf(row.state)).not.toBeNull()
}

const step = fc.constantFrom(...STEPS)

describe('a referral', () => {
  it('reaches exactly one end, whatever is done with it in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...KINDS), fc.array(fc.tuple(step, step, fc.boolean(), fc.nat(3)), { minLength: 4, maxLength: 12 }), async (kind, tries) => {
        const id = await make(kind)
        for (const [one, other, twice, stale] of tries) {
          const before = await rowOf(id)
          await Promise.all([take(one, kind, id, stale === 0), ...(twice ? [take(other, kind, id, false)] : [])])
          // what is closed, or has a case, is never opened again
          if (before.state === 'closed' || before.case) expect((await rowOf(id)).state).toBe(before.state)
          await expectWhole(id)
        }
        // it is never stuck: its receiver can always bring it to an end
        for (const last of ['take on', 'open the case', 'act', 'close'] as const) if (!isOver(await rowOf(id))) await take(last, kind, id, false)
        const end = await rowOf(id)
        expect(isOver(end)).toBe(true)
        await expectWhole(id)
        for (const late of ['acknowledge', 'take on', 'decline', 'act', 'close', 'open the case'] as const) await take(late, kind, id, false)
        expect(await rowOf(id)).toMatchObject({ state: end.state, version: end.version, case: end.case })
      }),
      { numRuns: 25, seed: 20_261_124 },
    )
  })

  it('moves as the pathway has it in the store too, whoever writes', async () => {
    for (const from of REFERRAL_STATES) {
      for (const to of REFERRAL_STATES) {
        const answered = from === 'declined' ? { decline_reason: 'x' } : {}
        const id = await makeReferral(world, { state: from, ...answered })
        const moved = await world.sql.query(`UPDATE referral SET state = $2::referral_state, responded_at = now(), responded_by_id = sent_by_id, decline_reason = CASE WHEN $2 = 'declined' THEN 'x' END WHERE id = $1`, [id, to]).then(() => true, (error: Error) => {
          expect(error.message).toBe(`a referral cannot go from ${from} to ${to}`)
          return false
        })
        expect(moved, `${from} to ${to}`).toBe(from === to || mayMove('referral', from, to))
      }
    }
  })
})
