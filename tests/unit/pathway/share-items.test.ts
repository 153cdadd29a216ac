import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAWFUL_BASES, preselected, PURPOSES, SHARE_ITEMS } from '../../../lib/pathway/share-items'

const IDS = SHARE_ITEMS.map(({ id }) => id)

describe('what is shared', () => {
  it('is chosen beforehand only where there is something of it, and is no more than who it is about and why', () => {
    fc.assert(
      fc.property(fc.subarray(IDS), (available) => {
        const chosen = preselected(available)
        expect(available).toEqual(expect.arrayContaining(chosen))
        for (const item of chosen) expect(['name', 'date_of_birth', 'concerns']).toContain(item)
      }),
    )
  })

  it('never includes who told us, nor anybody’s words, unless a person chooses them', () => {
    const chosen: string[] = preselected(IDS)
    for (const item of ['who_told_us', 'what_was_said', 'child_words', 'family_views', 'earlier_contacts', 'address']) expect(chosen).not.toContain(item)
  })

  it('has plain labels, each once, and a law behind each basis', () => {
    for (const list of [SHARE_ITEMS, PURPOSES, LAWFUL_BASES]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
      expect(new Set(list.map(({ label }) => label)).size).toBe(list.length)
    }
    for (const { law } of LAWFUL_BASES) expect(law).toMatch(/Art 6\(1\)\([ce]\).*Art 9|Art 6\(1\)\([ce]\) and 9\(2\)\(g\)/)
  })
})
