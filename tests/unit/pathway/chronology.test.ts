import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHRONOLOGY_KINDS, CHRONOLOGY_SOURCES, codesOfSource, comparePlaced, mergeNewestFirst, placeInWords, readPlace, sourceOfCode } from '../../../lib/pathway/chronology'
import { SOURCES } from '../../../lib/pathway/codes'

const placed = fc.record({
  at: fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-01-01') + 3 }).map((ms) => new Date(ms).toISOString()),
  key: fc.tuple(fc.constantFrom('call', 'contact', 'case_open', 'case'), fc.uuid()).map(([prefix, id]) => `${prefix}-${id}`),
})

describe('the order of a chronology', () => {
  it('is one order, newest first, however the lists come, and has each entry once', () => {
    fc.assert(fc.property(fc.array(fc.array(placed, { maxLength: 8 }), { maxLength: 5 }), fc.nat(40), (lists, most) => {
      const merged = mergeNewestFirst(lists, most)
      expect(mergeNewestFirst([...lists].reverse(), most).map(({ key }) => key)).toEqual(merged.map(({ key }) => key))
      expect(merged.length).toBe(Math.min(most, new Set(lists.flat().map(({ key }) => key)).size))
      for (const [at, entry] of merged.entries()) if (at) expect(comparePlaced(merged[at - 1] ?? entry, entry)).toBeLessThan(0)
    }))
  })

  it('merged from what each list has beyond a place is what the whole has beyond it', () => {
    fc.assert(fc.property(fc.uniqueArray(placed, { selector: ({ key }) => key, minLength: 1, maxLength: 20 }), fc.nat(19), fc.integer({ min: 1, max: 6 }), (entries, where, size) => {
      const whole = mergeNewestFirst([entries], entries.length)
      const place = whole[Math.min(where, whole.length - 1)]
      if (!place) return
      const listOf = (prefix: string) => whole.filter(({ key }) => key.startsWith(`${prefix}-`) && comparePlaced(place, { at: '', key }) !== 0).filter((entry) => comparePlaced(place, entry) < 0).slice(0, size)
      const page = mergeNewestFirst(['call', 'contact', 'case_open', 'case'].map(listOf), size)
      expect(page).toEqual(whole.slice(whole.indexOf(place) + 1, whole.indexOf(place) + 1 + size))
    }))
  })

  it('reads a place back as it was written, and nothing that is not one', () => {
    fc.assert(fc.property(placed, (entry) => {
      expect(readPlace(placeInWords(entry))).toEqual(entry)
    }))
    for (const words of [undefined, '', '1~contact', 'x~contact-1', "1~contact-' OR 1=1"]) expect(readPlace(words)).toBeNull()
  })
})

describe('whose an entry is', () => {
  it('is one source for every code, and a source’s filter finds the codes that are its own', () => {
    for (const { code } of SOURCES) {
      const finds = CHRONOLOGY_SOURCES.filter(({ id }) => {
        const codes = codesOfSource(id)
        return 'in' in codes ? codes.in.includes(code) : !codes.notIn.includes(code)
      })
      expect(finds.map(({ id }) => id), code).toEqual([sourceOfCode(code)])
    }
  })

  it('has words, like every kind', () => {
    for (const { label } of [...CHRONOLOGY_KINDS, ...CHRONOLOGY_SOURCES]) expect(label).toMatch(/^[A-Z]/)
  })
})
