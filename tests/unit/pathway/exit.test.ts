import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionClock } from '../../../lib/pathway/actions'
import { asksTransition, exitProblem, exitState, fallsToLow } from '../../../lib/pathway/exit'
import { compareLevels, LEVELS } from '../../../lib/pathway/levels'
import { CASE_STAGES, movesFrom } from '../../../lib/pathway/states'

const proposal = fc.record({
  kind: fc.constantFrom('low' as const, 'close' as const),
  agreed: fc.option(fc.boolean()),
  endedAt: fc.option(fc.constant(new Date('2026-11-01'))),
  carriedOut: fc.option(fc.boolean()),
})

describe('the guard of an ending', () => {
  it('is open only where one of that kind was agreed and has not ended', () => {
    fc.assert(fc.property(fc.constantFrom('low' as const, 'close' as const), fc.array(proposal, { maxLength: 4 }), (kind, some) => {
      const live = some.filter((one) => one.kind === kind && !one.endedAt)
      // the database keeps one at a time
      fc.pre(live.length <= 1)
      expect(exitProblem(kind, some) === null).toBe(live[0]?.agreed === true)
    }))
  })

  it('says what is missing', () => {
    const asked = { kind: 'close' as const, agreed: null, endedAt: null, carriedOut: null }
    expect(exitProblem('close', [])).toContain('evidence')
    expect(exitProblem('close', [asked])).toContain('not answered yet')
    expect(exitProblem('close', [{ ...asked, agreed: false }])).toContain('does not agree')
    expect(exitProblem('low', [{ ...asked, agreed: true }])).toContain('The level falls to Low only')
  })

  it('asks for every fall to Low, and for no first level', () => {
    for (const before of LEVELS) for (const after of LEVELS) expect(fallsToLow(before, after)).toBe(after === 'low' && compareLevels(before, 'low') > 0)
    expect(fallsToLow(null, 'low')).toBe(false)
  })

  it('leads to closed from the exit alone', () => {
    expect(CASE_STAGES.filter((stage) => movesFrom('case', stage).includes('closed'))).toEqual(['exit'])
  })

  it('has a word for each state of a proposal', () => {
    expect(exitState({ agreed: null, endedAt: null, carriedOut: null })).toBe('asked')
    expect(exitState({ agreed: false, endedAt: null, carriedOut: null })).toBe('disagreed')
    expect(exitState({ agreed: true, endedAt: new Date(), carriedOut: true })).toBe('carried_out')
    expect(exitState({ agreed: true, endedAt: new Date(), carriedOut: false })).toBe('withdrawn')
  })
})

describe('what becomes of the support at 18', () => {
  it.each([[16, false], [17, true], [18, true], [null, true]] as const)('at %s: %s', (age, asked) => expect(asksTransition(age)).toBe(asked))
})

describe('an action', () => {
  const due = { state: 'open' as const, dueOn: '2026-03-29' }
  it('is in time until its London day is over, also where the clocks change', () => {
    expect(actionClock(due, new Date('2026-03-28T23:59:59Z'))).toBe('open')
    expect(actionClock(due, new Date('2026-03-29T22:59:59Z'))).toBe('today')
    expect(actionClock(due, new Date('2026-03-29T23:00:00Z'))).toBe('late')
    expect(actionClock({ ...due, state: 'not_done' }, new Date('2027-01-01'))).toBe('ended')
  })
})
