import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasWords } from '../../../lib/pathway/find'

describe('looking for words', () => {
  it.each([
    ['Young People’s Drop-in', 'young drop', true],
    ['Young People’s Drop-in', 'peoples', true],
    ['Café in Ferrowby', 'cafe FERRO', true],
    ['Housing', 'using', false],
    ['Housing', '', true],
    ['Housing', '  — ', true],
    ['Housing advice', 'housing help', false],
  ])('%s is found by “%s”: %s', (text, typed, found) => expect(hasWords(text, typed)).toBe(found))

  it('finds a text by any of its own words, and less as more is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, typed, more) => {
      expect(hasWords(text, text)).toBe(true)
      if (hasWords(text, `${typed} ${more}`)) expect(hasWords(text, typed)).toBe(true)
    }))
  })
})
