import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatNhsNumber, isTemporaryUpn, isValidNhsNumber, isValidUpn, normaliseNhsNumber, normaliseUpn,
} from '../../../lib/pathway/identifiers'

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })

/** Numbers that hold, made by trying each check digit in turn rather than by the rule under test. */
const nhsNumbers = digits(9)
  .map((first) => [...Array(10).keys()].map((last) => [...first, last].join('')).find(isValidNhsNumber))
  .filter((number) => number !== undefined)
const upns = fc
  .tuple(digits(11), fc.constantFrom(...'0123456789', ...LETTERS))
  .map(([middle, last]) => [...LETTERS].map((check) => check + middle.join('') + last).find(isValidUpn))
  .filter((upn) => upn !== undefined)

const changeAt = (text: string, at: number, to: string) => text.slice(0, at) + to + text.slice(at + 1)

describe('NHS number', () => {
  it.each(['9434765919', '943 476 5919', ' 943-476-5919 '])('takes %s', (number) =>
    expect(isValidNhsNumber(number)).toBe(true))

  it.each(['9434765918', '943476591', '94347659190', '', 'abcdefghij', '943476591X', '９434765919', '0000000000',
    '4444444444'])('refuses %j', (number) => expect(isValidNhsNumber(number)).toBe(false))

  it('writes a check of 11 as 0, and never issues a check of 10', () => {
    // Weighted sums of 22 and of 12: 11 - 0 is 11, and 11 - 1 is 10.
    expect(isValidNhsNumber('1000000060')).toBe(true)
    for (let last = 0; last <= 9; last++) expect(isValidNhsNumber(`100000001${last}`)).toBe(false)
  })

  it('is broken by any one wrong digit', () => {
    fc.assert(fc.property(nhsNumbers, fc.nat(9), fc.nat(9), (number, at, digit) => {
      fc.pre(number.charAt(at) !== String(digit))
      expect(isValidNhsNumber(changeAt(number, at, String(digit)))).toBe(false)
    }))
  })

  it('is broken by any two neighbours changing places', () => {
    fc.assert(fc.property(nhsNumbers, fc.nat(8), (number, at) => {
      fc.pre(number.charAt(at) !== number.charAt(at + 1))
      const swapped = changeAt(changeAt(number, at, number.charAt(at + 1)), at + 1, number.charAt(at))
      expect(isValidNhsNumber(swapped)).toBe(false)
    }))
  })

  it('is shown in threes and read back the same', () => {
    expect(formatNhsNumber('9434765919')).toBe('943 476 5919')
    expect(formatNhsNumber('not given')).toBe('not given')
    fc.assert(fc.property(nhsNumbers, (number) => {
      expect(normaliseNhsNumber(formatNhsNumber(number))).toBe(number)
    }))
  })
})

describe('UPN', () => {
  // The temporary one is the Department's own published example; the other was worked by hand.
  it.each(['X00180001701A', 'P207000016049', 'p207 0000 16049'])('takes %s', (upn) =>
    expect(isValidUpn(upn)).toBe(true))

  it.each(['Q207000016049', 'P20700001604', 'P2070000160490', 'I207000016049', 'X00180001701S', '', '1207000016049'])(
    'refuses %j', (upn) => expect(isValidUpn(upn)).toBe(false))

  it('knows a temporary one by its last letter', () => {
    expect(isTemporaryUpn('x00180001701a')).toBe(true)
    expect(isTemporaryUpn('P207000016049')).toBe(false)
    expect(isTemporaryUpn('Y00180001701A')).toBe(false)
    expect(normaliseUpn(' x0018-0001701a')).toBe('X00180001701A')
  })

  it('has one check letter for any body, and any one wrong digit breaks it', () => {
    fc.assert(fc.property(upns, fc.integer({ min: 1, max: 11 }), fc.nat(9), (upn, at, digit) => {
      const others = [...LETTERS].filter((letter) => letter !== upn.charAt(0))
      expect(others.some((letter) => isValidUpn(changeAt(upn, 0, letter)))).toBe(false)
      fc.pre(upn.charAt(at) !== String(digit))
      expect(isValidUpn(changeAt(upn, at, String(digit)))).toBe(false)
    }))
  })
})
