import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { oneOf, pageKey, period, periodInOrder } from '../../lib/input'
import { momentsOf, pageBy, readSort } from '../../lib/paging'
import { idsIn, listView, sortBy } from '../../lib/query-string'

const KEY = '1~00000000-0000-4000-8000-000000000000'
const schema = z
  .strictObject({
    show: oneOf(['open', 'closed'], 'Choose').default('open'),
    who: z.uuid().optional(),
    sort: oneOf(['due', '-due'], 'Choose').optional(),
    after: pageKey,
    ...period,
  })
  .refine(...periodInOrder)
const view = (query: Record<string, string | string[] | undefined>) => listView('/list', schema, query)
const day = (name: string, day: string, month: string, year: string) => ({ [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year })

describe('the address of a list', () => {
  it('is the default view where it says nothing', () => {
    expect(view({})).toMatchObject({ asked: {}, shown: { show: 'open' }, values: {}, problems: {} })
    expect(view({}).href()).toBe('/list')
  })

  it('gives what the schema takes, and can be gone on from', () => {
    const { asked, shown, href } = view({ show: 'closed', after: KEY, ...day('from', '1', '4', '2026') })
    expect(asked).toEqual({ show: 'closed', after: KEY, from: { day: '1', month: '4', year: '2026' } })
    expect(shown.from).toBe('2026-04-01')
    expect(href({ show: 'open' })).toBe('/list?show=open&from.day=1&from.month=4&from.year=2026')
    expect(href({ show: undefined, after: KEY })).toContain(String(new URLSearchParams({ after: KEY })))
  })

  it('leaves out what it cannot use, and keeps a mistyped date to be corrected', () => {
    const bad = view({ show: 'everything', who: 'Robin Test', sort: ['due', '-due'], name: 'Robin', ...day('from', '31', '6', '2026') })
    expect(bad.asked).toEqual({})
    expect(bad.problems).toEqual({ from: 'There is no such date; check the day and the month' })
    expect(bad.values).toEqual(day('from', '31', '6', '2026'))
  })

  it('drops the end of a period that ends before it begins', () => {
    const { asked, problems } = view({ ...day('from', '2', '1', '2026'), ...day('until', '1', '1', '2026') })
    expect(Object.keys(asked)).toEqual(['from'])
    expect(problems.until).toContain('must end on or after')
  })

  it('never throws, never says what it was not asked, and reads its own links', () => {
    const name = fc.constantFrom('show', 'who', 'sort', 'after', 'from.day', 'from.month', 'from.year', 'until.day', 'until.month', 'until.year', 'x')
    const value = fc.oneof(fc.string(), fc.constantFrom('open', 'closed', 'due', '-due', KEY, '1', '2', '2026'), fc.array(fc.string(), { maxLength: 2 }))
    fc.assert(fc.property(fc.dictionary(name, value), (query) => {
      const read = view(query)
      expect(schema.safeParse(read.asked).success).toBe(true)
      const again = listView('/list', schema, Object.fromEntries(new URL(read.href(), 'http://x').searchParams))
      expect(again.values).toEqual(read.values)
    }))
  })
})

describe('a sort', () => {
  it('turns round what is sorted already, and begins another at its least', () => {
    const at = view({ show: 'closed', after: KEY })
    expect(sortBy(at, 'due', 'due')).toEqual({ href: '/list?show=closed&sort=-due', direction: 'ascending' })
    expect(sortBy(at, '-due', 'due')).toEqual({ href: '/list?show=closed&sort=due', direction: 'descending' })
    expect(sortBy(at, '-due', 'name')).toEqual({ href: '/list?show=closed&sort=name' })
  })

  it('is a column and a direction', () => {
    expect([readSort('due'), readSort('-due')]).toEqual([{ column: 'due', direction: 'asc' }, { column: 'due', direction: 'desc' }])
  })

  it('goes on after the last row of the page, by the id where the moments are the same', () => {
    const at = new Date(5)
    expect(pageBy('due', 'desc', null)).toEqual({ where: {}, order: [{ due: 'desc' }, { id: 'desc' }] })
    expect(pageBy('due', 'asc', { at, id: 'x' }).where).toEqual({ OR: [{ due: { gt: at } }, { due: at, id: { gt: 'x' } }] })
  })
})

describe('a period', () => {
  it('is whole London days, and may be open at either end', () => {
    expect(momentsOf({})).toBeUndefined()
    expect(momentsOf({ from: '2026-07-01' })).toEqual({ gte: new Date('2026-06-30T23:00:00Z') })
    expect(momentsOf({ from: '2026-01-01', until: '2026-01-01' })).toEqual({ gte: new Date('2026-01-01T00:00:00Z'), lt: new Date('2026-01-02T00:00:00Z') })
  })
})

describe('ids in an address', () => {
  const [one, two] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
  it.each([
    [undefined, []],
    ['', []],
    [`${two},${one},${two}`, [two, one]],
    [[one, `${two},x`], [one, two]],
    [`Robin,${one} ,${one}'`, []],
  ])('of %j are %j', (value, ids) => expect(idsIn(value, 12)).toEqual(ids))

  it('are no more than are asked for', () => expect(idsIn(`${one},${two}`, 1)).toEqual([one]))
})
