import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearDates, readSearch, type SearchTerms } from '../../lib/children/search-terms'
import { isIsoDay } from '../../lib/pathway/london'

const NOTHING: SearchTerms = { name: null, dates: [], nhsNumber: null, upn: null, postcode: null, phone: null, address: null }
const read = (line: string) => {
  const { dates, ...rest } = readSearch(line)
  return { ...rest, date: dates[0] ?? null }
}
const only = (over: Partial<SearchTerms> & { date?: string }) => {
  const { dates: _, ...rest } = { ...NOTHING, ...over }
  return { date: null, ...rest }
}

describe('a line of search', () => {
  it.each<[string, Partial<SearchTerms> & { date?: string }]>([
    ['Aisha Rahman', { name: 'Aisha Rahman' }],
    ['  Aisha   Rahman ', { name: 'Aisha Rahman' }],
    ['Rahman, Aisha', { name: 'Rahman Aisha' }],
    ['O’Connor', { name: 'O’Connor' }],
    ['Hartley-Woods', { name: 'Hartley-Woods' }],
    ['Łukasz', { name: 'Łukasz' }],
    ['x', {}],
    ['', {}],
    ['3/4/2010', { date: '2010-04-03' }],
    ['03.04.2010', { date: '2010-04-03' }],
    ['3-4-2010', { date: '2010-04-03' }],
    ['3 4 2010', { date: '2010-04-03' }],
    ['3 Apr 2010', { date: '2010-04-03' }],
    ['3 april 2010', { date: '2010-04-03' }],
    ['2010-04-03', { date: '2010-04-03' }],
    ['3/14/2010', { date: '2010-03-14' }],
    ['31/31/2010', {}],
    ['29/2/2011', {}],
    ['943 476 5919', { nhsNumber: '9434765919' }],
    ['9434765919', { nhsNumber: '9434765919' }],
    ['943-476-5919', { nhsNumber: '9434765919' }],
    ['X801200000001', { upn: 'X801200000001' }],
    ['x801200000001', { upn: 'X801200000001' }],
    ['TF1 2AB', { postcode: 'TF1 2AB' }],
    ['tf12ab', { postcode: 'TF1 2AB' }],
    ['sw1a 1aa', { postcode: 'SW1A 1AA' }],
    ['07700 900123', { phone: '07700900123' }],
    ['+44 7700 900123', { phone: '07700900123' }],
    ['01952 555123', { phone: '01952555123' }],
    ['07700-900-123', { phone: '07700900123' }],
    ['(01952) 555123', { phone: '01952555123' }],
    ['12 Lime Street', { address: '12 Lime Street' }],
    ['12b Lime Street', { address: '12b Lime Street' }],
    ['Aisha Rahman 3/4/2010', { name: 'Aisha Rahman', date: '2010-04-03' }],
    ['3/4/2010 Aisha Rahman', { name: 'Aisha Rahman', date: '2010-04-03' }],
    ['Aisha 943 476 5919', { name: 'Aisha', nhsNumber: '9434765919' }],
    ['Aisha Rahman TF1 2AB', { name: 'Aisha Rahman', postcode: 'TF1 2AB' }],
    ['Aisha 07700 900123 TF1 2AB', { name: 'Aisha', phone: '07700900123', postcode: 'TF1 2AB' }],
    ['12 Lime Street TF1 2AB', { address: '12 Lime Street', postcode: 'TF1 2AB' }],
  ])('%j asks for what it looks like', (line, terms) => expect(read(line)).toEqual(only(terms)))

  it('does not depend on the order of its parts', () => {
    const parts = ['Aisha Rahman', '3/4/2010', 'TF1 2AB', 'X801200000001']
    fc.assert(fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (order) => {
      expect(read(order.join(' '))).toEqual(only({
        name: 'Aisha Rahman', date: '2010-04-03', postcode: 'TF1 2AB', upn: 'X801200000001',
      }))
    }))
  })

  it('is read whatever it holds: a name of two letters or more, dates that exist, and nothing that a pattern could mean', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (line) => {
      const { name, dates, phone, nhsNumber } = readSearch(line)
      if (name !== null) expect(name).toMatch(/^[\p{L}\p{M}'’ -]+$/u)
      expect(dates.every(isIsoDay)).toBe(true)
      if (phone !== null) expect(phone).toMatch(/^\+?\d+$/)
      if (nhsNumber !== null) expect(nhsNumber).toMatch(/^\d{10}$/)
    }))
  })
})

describe('dates near a date of birth', () => {
  it('are those it is mistaken for, itself first, each once and real', () => {
    expect(nearDates('2010-04-03')).toEqual([
      '2010-04-03', '2010-03-04', '2010-04-02', '2010-04-04', '2010-03-03', '2010-05-03', '2009-04-03',
      '2011-04-03',
    ])
    expect(nearDates('2012-02-29')).toEqual(['2012-02-29', '2012-02-28', '2012-03-01', '2012-01-29', '2012-03-29'])
    expect(nearDates('2010-12-31')).toEqual(['2010-12-31', '2010-12-30', '2011-01-01', '2009-12-31', '2011-12-31'])
    expect(nearDates('2010-05-05')[1]).toBe('2010-05-04')
  })

  it('hold the date itself, and no repeat', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1920-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10)
      const near = nearDates(day)
      expect(near[0]).toBe(day)
      expect(new Set(near).size).toBe(near.length)
      expect(near.every(isIsoDay)).toBe(true)
    }))
  })
})
