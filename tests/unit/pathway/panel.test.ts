import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_QUORUM, decideProblem, listed, movePanelProblem, quorumMissing, SEATS, type PanelState, type Present, type Seat } from '../../../lib/pathway/panel'
import { nextPanelAt, returnsDue, returnsReminder, suggestAgenda, type Candidate } from '../../../lib/pathway/panel-agenda'
import { DEFAULT_SETTINGS } from '../../../lib/pathway/settings'

const FULL: Present[] = (['chair', 'cate', 'social_care', 'police', 'education'] as const).map((seat) => ({ seat, conflicted: false }))
const presents = fc.array(fc.record({ seat: fc.constantFrom(...SEATS.map(({ id }) => id)), conflicted: fc.boolean() }), { maxLength: 12 })

describe('a quorum', () => {
  it('is the chair or the deputy, CATE, social care, the police, and health or education', () => {
    expect(quorumMissing(FULL, DEFAULT_QUORUM)).toEqual([])
    expect(quorumMissing(FULL.map((one) => (one.seat === 'chair' ? { ...one, seat: 'deputy' as Seat } : one)), DEFAULT_QUORUM)).toEqual([])
    expect(quorumMissing([], DEFAULT_QUORUM)).toEqual(['the chair or the deputy', 'CATE', 'social care', 'the police', 'health or education'])
    expect(quorumMissing(FULL.filter(({ seat }) => seat !== 'education'), DEFAULT_QUORUM)).toEqual(['health or education'])
  })
  it('asks for a deputy where the chair declared a conflict of interest', () => {
    const out = FULL.map((one) => ({ ...one, conflicted: one.seat === 'chair' }))
    expect(quorumMissing(out, DEFAULT_QUORUM)).toEqual(['a deputy, because the chair declared a conflict of interest'])
    expect(quorumMissing([...out, { seat: 'deputy', conflicted: false }], DEFAULT_QUORUM)).toEqual([])
  })
  it('is never lost by somebody more at the table, and never helped by somebody with an interest', () => {
    fc.assert(fc.property(presents, presents, (some, more) => {
      if (!quorumMissing(some, DEFAULT_QUORUM).length) expect(quorumMissing([...some, ...more], DEFAULT_QUORUM)).toEqual([])
      expect(quorumMissing(some.filter(({ conflicted }) => !conflicted), DEFAULT_QUORUM)).toHaveLength(quorumMissing(some, DEFAULT_QUORUM).length)
    }))
  })
})

const MEETING = { state: 'open' as PanelState, chairId: 'chair', deputyId: 'deputy', checkedById: null }
const decide = (over: Partial<Parameters<typeof decideProblem>[0]> = {}) => decideProblem({ panel: MEETING, item: 'listed', closed: false, userId: 'chair', conflicted: false, present: FULL, ...over }, DEFAULT_SETTINGS)

describe('deciding', () => {
  it.each([
    ['somebody with an interest', { conflicted: true }, 'conflict of interest'],
    ['before the meeting', { panel: { ...MEETING, state: 'planned' as const } }, 'not open yet'],
    ['after it', { panel: { ...MEETING, state: 'closed' as const } }, 'over'],
    ['twice', { item: 'decided' as const }, 'decided already'],
    ['a case that was put off', { item: 'deferred' as const }, 'put off'],
    ['a case that was closed', { closed: true }, 'has been closed'],
    ['somebody at the table', { userId: 'somebody' }, 'chair decides'],
    ['without the police', { present: FULL.filter(({ seat }) => seat !== 'police') }, 'Missing: the police.'],
  ])('is not for %s', (_, over, words) => expect(decide(over)).toContain(words))
  it('is for the chair or the deputy, with a quorum', () => {
    expect(decide()).toBeNull()
    expect(decide({ userId: 'deputy' })).toBeNull()
  })
  it('never goes on without a quorum, a meeting and a person without an interest', () => {
    const states = fc.constantFrom<PanelState>('planned', 'open', 'closed', 'checked', 'issued')
    fc.assert(fc.property(states, presents, fc.boolean(), fc.boolean(), fc.constantFrom('chair', 'deputy', 'other'), (state, present, conflicted, closed, userId) => {
      if (decide({ panel: { ...MEETING, state }, present, conflicted, closed, userId }) !== null) return
      expect([state, conflicted, closed, quorumMissing(present, DEFAULT_QUORUM)]).toEqual(['open', false, false, []])
      expect(userId).not.toBe('other')
    }))
  })
})

describe('a panel', () => {
  const move = (state: PanelState, to: PanelState, over: object = {}) => movePanelProblem({ ...MEETING, state, ...over }, to, { userId: 'chair', items: ['decided'] })
  it('goes from planned to issued one step after another, and never back', () => {
    const order: PanelState[] = ['planned', 'open', 'closed', 'checked', 'issued']
    for (const from of order) for (const to of order) if (order.indexOf(to) !== order.indexOf(from) + 1) expect(move(from, to)).toContain('cannot go on')
    expect(move('open', 'closed')).toBeNull()
    expect(move('closed', 'checked')).toBeNull()
  })
  it('opens with something on its agenda, and closes with nothing left', () => {
    expect(movePanelProblem({ ...MEETING, state: 'planned' }, 'open', { userId: 'chair', items: [] })).toContain('nothing on the agenda')
    expect(movePanelProblem(MEETING, 'closed', { userId: 'chair', items: ['decided', 'listed', 'listed'] })).toContain('2 cases are')
  })
  it('has its minutes checked by one person and issued by another: the chair or the deputy', () => {
    expect(move('checked', 'issued', { checkedById: 'somebody' })).toBeNull()
    expect(move('checked', 'issued', { checkedById: 'chair' })).toContain('somebody else issues')
    expect(movePanelProblem({ ...MEETING, state: 'checked', checkedById: 'chair' }, 'issued', { userId: 'other', items: [] })).toContain('chair or the deputy')
  })
})

const at = (day: string) => new Date(`${day}T10:00:00Z`)
const CASE: Candidate = { id: 'a', stage: 'panel', level: null, panelDue: at('2027-01-05'), panelHeldAt: null, nextReviewDue: null, deferredAt: null }
const HELD = { heldAt: at('2026-12-03'), nextAt: at('2026-12-17') }
const why = (over: Partial<Candidate>) => suggestAgenda([{ ...CASE, ...over }], HELD)[0]?.reason ?? null

describe('the agenda', () => {
  it('suggests what is overdue, due, to be reviewed, put off or new, with why', () => {
    expect(why({ panelDue: at('2026-12-01') })).toBe('overdue')
    expect(why({ panelDue: at('2026-12-10') })).toBe('due')
    expect(why({})).toBe('new')
    expect(why({ stage: 'assessment' })).toBeNull()
    expect(why({ stage: 'plan', panelHeldAt: at('2026-10-01'), nextReviewDue: at('2026-12-10') })).toBe('review')
    expect(why({ stage: 'plan', panelHeldAt: at('2026-10-01'), nextReviewDue: at('2026-12-01') })).toBe('overdue')
    expect(why({ stage: 'plan', panelHeldAt: at('2026-10-01'), nextReviewDue: at('2027-02-01') })).toBeNull()
    expect(why({ stage: 'plan', panelHeldAt: at('2026-10-01'), deferredAt: at('2026-11-19') })).toBe('deferred')
  })
  it('never suggests a closed case or one that nobody holds', () => {
    fc.assert(fc.property(fc.constantFrom('closed' as const, 'allocation' as const), fc.date({ noInvalidDate: true, min: at('2020-01-01'), max: at('2030-01-01') }), (stage, panelDue) => {
      expect(why({ stage, panelDue })).toBeNull()
    }))
  })
  it('puts the most pressing first', () => {
    const found = suggestAgenda([{ ...CASE, id: 'new' }, { ...CASE, id: 'due', panelDue: at('2026-12-10') }, { ...CASE, id: 'late', panelDue: at('2026-11-10') }], HELD)
    expect(found.map(({ caseId }) => caseId)).toEqual(['late', 'due', 'new'])
    expect(found[0]?.why).toContain('10 Nov 2026')
  })
})

describe('its times', () => {
  it('come every fortnight at the same London time, also across the clocks', () => {
    expect(nextPanelAt(new Date('2026-10-15T09:00:00Z'), DEFAULT_SETTINGS).toISOString()).toBe('2026-10-29T10:00:00.000Z')
    expect(returnsDue(at('2026-11-26'), DEFAULT_SETTINGS)).toEqual(at('2026-11-24'))
  })
  it('remind an agency once as its answers become late and once a working day later, and not in the meeting', () => {
    const asked = { returnsDue: at('2026-11-24'), heldAt: at('2026-11-26'), missing: 2, chased: 0 }
    expect(returnsReminder(asked, at('2026-11-24'))).toBeNull()
    expect(returnsReminder(asked, new Date('2026-11-24T10:00:01Z'))).toBe(1)
    expect(returnsReminder({ ...asked, chased: 1 }, new Date('2026-11-24T12:00:00Z'))).toBeNull()
    expect(returnsReminder({ ...asked, chased: 1 }, at('2026-11-25'))).toBe(2)
    expect(returnsReminder({ ...asked, missing: 0 }, at('2026-11-25'))).toBeNull()
    expect(returnsReminder(asked, at('2026-11-26'))).toBeNull()
  })
})

it('lists in words', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c'])
})
