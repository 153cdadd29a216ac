import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partDay, partDue, partReminder } from '../../../lib/pathway/assessment-parts'
import { changeOfSet, emptyBlocks, inBlockOrder } from '../../../lib/pathway/indicator-versions'
import { BLOCKS, BUILT_IN, setName, withIds } from '../../../lib/pathway/indicators'

const at = (text: string) => new Date(text)
/** A Thursday morning. */
const NOW = at('2026-11-19T10:30:00Z')
const instants = fc.date({ min: at('2025-01-01'), max: at('2028-12-31'), noInvalidDate: true })

describe('by when an agency answers', () => {
  it('five working days unless said otherwise, to the end of that day', () => {
    expect(partDay(NOW)).toBe('2026-11-26')
    expect(partDue('2026-11-26', NOW)?.toISOString()).toBe('2026-11-26T23:59:59.999Z')
  })

  it('today at the earliest, within a year', () => {
    expect(partDue('2026-11-19', NOW)).not.toBeNull()
    expect([partDue('2026-11-18', NOW), partDue('2027-12-01', NOW)]).toEqual([null, null])
  })
})

describe('the reminder that is called for', () => {
  const due = at('2026-11-26T23:59:59.999Z')
  const one = (now: string, over = {}) => partReminder({ askedAt: NOW, due, answeredAt: null, ...over }, at(now))

  it.each([
    ['2026-11-25T23:59:00Z', null], ['2026-11-26T00:01:00Z', 'soon'], ['2026-11-26T23:59:00Z', 'soon'], ['2026-11-27T00:00:00Z', 'late'],
    ['2026-11-27T23:00:00Z', 'late'], ['2026-11-28T09:00:00Z', 'still_late'],
  ] as const)('%s: %s', (now, expected) => expect(one(now)).toBe(expected))

  it('is none for who has answered, and none before its day for who was asked on it', () => {
    expect(one('2026-12-01T09:00:00Z', { answeredAt: NOW })).toBeNull()
    expect(one('2026-11-26T12:00:00Z', { askedAt: at('2026-11-26T09:00:00Z') })).toBeNull()
  })

  it('never goes back as time goes on', () => {
    const order = [null, 'soon', 'late', 'still_late']
    fc.assert(fc.property(instants, instants, fc.integer({ min: 0, max: 40 }), (a, b, days) => {
      const [first, second] = a < b ? [a, b] : [b, a]
      const asked = { askedAt: at('2025-01-01'), due: new Date(first.getTime() + days * 86_400_000), answeredAt: null }
      expect(order.indexOf(partReminder(asked, second))).toBeGreaterThanOrEqual(order.indexOf(partReminder(asked, first)))
    }))
  })
})

describe('a version of the indicators', () => {
  const { indicators } = BUILT_IN
  const blocks = fc.constantFrom(...BLOCKS.map(({ id }) => id))
  const rows = fc.array(fc.record({ id: fc.constant(''), block: blocks, label: fc.string({ maxLength: 40 }) }), { maxLength: 30 })

  it('is named by its number', () => expect(setName(3)).toBe('area-3'))

  it('must keep one in every block, possible current harm too', () => {
    expect(emptyBlocks(indicators)).toEqual([])
    expect(emptyBlocks(indicators.filter(({ block }) => block !== 'harm'))).toEqual(['harm'])
    expect(emptyBlocks([])).toEqual(['vulnerability', 'risk', 'harm', 'protective'])
  })

  it('says what it changed: by id, so that other words are no new question', () => {
    const [first, second, ...rest] = indicators as unknown as [typeof indicators[0], typeof indicators[0], ...typeof indicators]
    if (!first || !second) throw new Error('two are there')
    const now = [second, { ...first, label: 'Abuse, now or before' }, ...rest.slice(1), { id: 'vaping', block: 'risk' as const, label: 'Vapes given by adults' }]
    expect(changeOfSet(indicators, now)).toEqual({
      added: ['Vapes given by adults'], removed: [rest[0]?.label], reworded: [{ was: first.label, now: 'Abuse, now or before' }], reordered: true,
    })
    expect(changeOfSet(indicators, indicators)).toEqual({ added: [], removed: [], reworded: [], reordered: false })
  })

  it('gives every new indicator an id that none ever had, whatever its words, and stands in the order of the blocks', () => {
    fc.assert(fc.property(rows, (added) => {
      const made = withIds(inBlockOrder([...indicators, ...added]), indicators)
      expect(new Set(made.map(({ id }) => id)).size).toBe(indicators.length + added.length)
      expect(made.every(({ id }) => /^[a-z0-9_]{1,60}$/.test(id))).toBe(true)
      expect(changeOfSet(indicators, made)).toMatchObject({ removed: [], reworded: [], reordered: false })
      const order = made.map(({ block }) => BLOCKS.findIndex(({ id }) => id === block))
      expect(order).toEqual([...order].sort())
    }))
  })
})
