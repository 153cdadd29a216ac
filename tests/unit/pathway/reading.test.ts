import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingGrade, syllablesOf } from '../../../lib/pathway/reading'
import { SHEET, sheetText } from '../../../lib/services/sheet'
import { SERVICES } from '../../../prisma/seed/service-list'

describe('how hard a text is to read', () => {
  it.each([
    ['cat', 1], ['help', 1], ['family', 3], ['police', 2], ['free', 1], ['people', 2], ['called', 1], ['wanted', 2],
    ['ambulance', 3], ['home', 1], ['exploitation', 4], ['hurt', 1], ['table', 2], ['', 1],
  ])('%s has %i', (word, count) => expect(syllablesOf(word)).toBe(count))

  it('is easy for short words in short sentences, and hard for long ones', () => {
    expect(readingGrade('The cat sat on the mat. It was warm.')).toBeLessThan(2)
    expect(readingGrade('Multi-agency safeguarding arrangements necessitate proportionate information sharing between participating organisations.')).toBeGreaterThan(15)
    expect(readingGrade('')).toBe(0)
    expect(readingGrade('999. 101!')).toBe(0)
  })

  it('is a number, whatever is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(Number.isFinite(readingGrade(text))).toBe(true)
    }))
  })
})

describe('what a family is handed', () => {
  it('reads at eleven or younger', () => expect(readingGrade(sheetText())).toBeLessThanOrEqual(6))

  it('has the numbers that are there by day and night', () => {
    expect([...SHEET.danger.lines, ...SHEET.anyTime.lines].map(({ number }) => number)).toEqual(['999', '0800 1111', '101', '111'])
  })

  it.each([...SERVICES.WRN, ...SERVICES.MAR].map((service) => [service.name, service.offers] as const))('%s says what it offers as plainly', (_, offers) => {
    expect(readingGrade(offers)).toBeLessThanOrEqual(6)
  })
})
