import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, idsOf, oneOf, pageKey, plainDate, text, version } from '../../lib/input'
import { postcode, phone } from '../../lib/children/schema'
import { KEPT, NORMALISED, REFUSED, REORDERED } from '../support/bad-text'

type Parsed = { success: boolean; data?: unknown; error?: { issues: { message: string }[] } }
const messageOf = ({ error }: Parsed) => error?.issues[0]?.message
const note = text('Note', { max: 2000 })
const asked = text('Note', { max: 10, required: 'Write a note' })

describe('a text', () => {
  it.each(Object.entries(KEPT))('with %s is kept', (_, typed) => expect(note.parse(typed)).toBe(typed))
  it.each(Object.entries({ ...NORMALISED, ...REORDERED }))(
    'with %s is kept in its plain form', (_, [typed, kept]) => expect(note.parse(typed)).toBe(kept),
  )
  it.each(Object.entries(REFUSED))('with %s is refused', (_, typed) => {
    expect(messageOf(note.safeParse(typed))).toBe(
      'Note has a character that cannot be saved: delete the last thing you pasted and type it instead',
    )
  })

  it('is measured after it is trimmed', () => {
    expect(asked.parse(`  ${'x'.repeat(10)}  `)).toBe('x'.repeat(10))
    expect(messageOf(asked.safeParse('x'.repeat(11)))).toBe('Note must be 10 characters or fewer')
    expect(messageOf(note.safeParse('x'.repeat(2001)))).toBe('Note must be 2,000 characters or fewer')
  })

  it('may be empty unless it is asked for', () => {
    expect(note.parse(' \n ')).toBe('')
    expect(messageOf(asked.safeParse(' \n '))).toBe('Write a note')
    expect(messageOf(asked.safeParse(undefined))).toBe('Write a note')
    expect(messageOf(note.safeParse(undefined))).toBe('Note must be text')
  })

  it.each([[{}], [[]], [7], [null], [true], [{ not: '' }]])(
    'is not %j', (value) => expect(note.safeParse(value).success).toBe(false),
  )

  it('once read reads the same again, and can always be stored', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (typed) => {
      const parsed = text('Note', { max: 100_000 }).safeParse(typed)
      if (!parsed.success) return
      expect(parsed.data).not.toMatch(/\u0000/)
      expect(parsed.data.isWellFormed()).toBe(true)
      expect(note.parse(parsed.data)).toBe(parsed.data)
    }))
  })
})

describe('a date of three boxes', () => {
  const date = (day: string, month: string, year: string) => plainDate.safeParse({ day, month, year })
  it('is a day, or nothing where all are empty', () => {
    expect(date('3', '4', '2010').data).toBe('2010-04-03')
    expect(date(' 03 ', 'April', '2010').data).toBe('2010-04-03')
    expect(date('', ' ', '').data).toBeNull()
  })

  it.each([
    ['31', '6', '2010', 'There is no such date; check the day and the month'],
    ['29', '2', '2011', 'There is no such date; check the day and the month'],
    ['0', '1', '2011', 'There is no such date; check the day and the month'],
    ['', '2', '2011', 'Enter the day, the month and the year'],
    ['1', '2', '11', 'Enter the date in numbers, such as 22 11 2026'],
    ['one', '2', '2011', 'Enter the date in numbers, such as 22 11 2026'],
  ])('%s %s %s asks again', (day, month, year, message) => expect(messageOf(date(day, month, year))).toBe(message))

  it.each([['0000'], ['0099'], ['1066'], ['9999']])(
    'of the year %s asks again', (year) => expect(date('1', '1', year).success).toBe(false),
  )

  it('knows no other box, and no box left out', () => {
    expect(plainDate.safeParse({ day: '1', month: '1', year: '2011', hour: '1' }).success).toBe(false)
    expect(plainDate.safeParse({ day: '1', month: '1' }).success).toBe(false)
    expect(plainDate.safeParse('2011-01-01').success).toBe(false)
    expect(plainDate.safeParse({ day: 'x'.repeat(11), month: '1', year: '2011' }).success).toBe(false)
  })
})

describe('a version', () => {
  it.each([[1, 1], ['7', 7], [2_147_483_647, 2_147_483_647]])(
    '%j is %i', (value, number) => expect(version.parse(value)).toBe(number),
  )
  it.each([[0], [-1], [1.5], ['x'], [''], [null], [undefined], [Number.NaN], [Number.POSITIVE_INFINITY], [2_147_483_648], [['1']], [true], [{}]])('%j is none', (value) => {
    expect(version.safeParse(value).success).toBe(false)
  })
})

describe('a postcode and a telephone number', () => {
  it.each([['tf12ab', 'TF1 2AB'], ['TF1  2AB', 'TF1 2AB'], ['sw1a1aa', 'SW1A 1AA'], ['', '']])(
    '%j is the postcode %j', (typed, kept) => expect(postcode.parse(typed)).toBe(kept),
  )
  it.each([['TF1'], ['TF1 2A'], ['12345'], ['TF1 AAA']])(
    '%j is no postcode', (typed) => expect(postcode.safeParse(typed).success).toBe(false),
  )
  it.each([['07700 900123', '07700900123'], ['+44 7700 900123', '07700900123'], ['+44 (0)7700 900123', '07700900123'], ['01952 555-123', '01952555123'], ['(01952) 555123', '01952555123'], ['+353 1 234 5678', '+35312345678'], ['', '']])(
    '%j is the number %j',
    (typed, kept) => expect(phone.parse(typed)).toBe(kept),
  )
  it.each([['ask'], ['123'], ['07700 900123 ext 4'], ['0'.repeat(16)]])(
    '%j is no number', (typed) => expect(phone.safeParse(typed).success).toBe(false),
  )
})

describe('choices', () => {
  it('are one of a set, or asked for again', () => {
    const colour = oneOf(['red', 'blue'], 'Choose a colour')
    expect(colour.parse('red')).toBe('red')
    for (const value of ['Red', '', null, {}, ['red'], 'constructor', '__proto__']) expect(messageOf(colour.safeParse(value))).toBe(
      'Choose a colour',
    )
  })

  it('come from lists by id or by code', () => {
    expect(idsOf([{ id: 'a' }, { id: 'b' }])).toEqual(['a', 'b'])
    expect(codesOf([{ code: 'a' }, { code: 'b' }])).toEqual(['a', 'b'])
  })

  it('of a page are short', () => {
    expect(pageKey.parse(undefined)).toBeUndefined()
    expect(pageKey.parse('x'.repeat(101))).toBeUndefined()
  })
})
