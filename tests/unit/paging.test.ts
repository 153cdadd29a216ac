import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextPage, readKey } from '../../lib/paging'

type Row = { at: Date; id: string }
const keyOf = ({ at, id }: Row) => ({ at, id })
const row = (at: number): Row => ({ at: new Date(at), id: randomUUID() })

describe('a page', () => {
  it('is cut from one row too many, and its key is that of its last row', () => {
    const rows = [row(3), row(2), row(1)]
    const page = nextPage(rows, 2, keyOf)
    expect(page.items).toEqual(rows.slice(0, 2))
    expect(readKey(page.next ?? undefined)).toEqual(rows[1])
  })

  it.each([[0], [1], [2]])('of %i rows where two fit is the last', (count) => {
    const rows = Array.from({ length: count }, (_, at) => row(at))
    expect(nextPage(rows, 2, keyOf)).toEqual({ items: rows, next: null })
  })

  it('after page gives every row once, in order, whatever the moments', () => {
    fc.assert(fc.property(fc.array(fc.nat(20), { maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (moments, size) => {
      const before = (a: Row, b: Row) => a.at.getTime() - b.at.getTime() || a.id.localeCompare(b.id)
      const all = moments.map((moment) => row(moment)).sort(before)
      const seen: Row[] = []
      let key: string | undefined
      do {
        const last = readKey(key)
        const rest = last ? all.filter((one) => before(one, last) > 0) : all
        const page = nextPage(rest.slice(0, size + 1), size, keyOf)
        seen.push(...page.items)
        key = page.next ?? undefined
      } while (key)
      expect(seen).toEqual(all)
    }))
  })
})

describe('a key', () => {
  it.each([
    [undefined], [''], ['x'], ['1~'], [`~${randomUUID()}`], [`1${randomUUID()}`], [`-1~${randomUUID()}`],
    [`1.5~${randomUUID()}`], [`1~${randomUUID()}x`], [` 1~${randomUUID()}`],
    [`1~${'-'.repeat(36)}`], [`1~${'a'.repeat(36)}`], [`${'9'.repeat(16)}~${randomUUID()}`], [`1~${randomUUID()}\u0000`],
  ])('that is not of our making is none: %j', (key) => expect(readKey(key)).toBeNull())
})
