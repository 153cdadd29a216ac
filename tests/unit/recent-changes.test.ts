import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSnapshot, RecentChanges, sees, type Snapshot } from '../../lib/database/recent'

const snapshot = (text: string): Snapshot => readSnapshot(text) ?? expect.fail(`${text} is no snapshot`)

describe('a snapshot', () => {
  it('sees what was committed before it, and not what ran or had not begun', () => {
    const then = snapshot('100:110:103,107')
    expect([99n, 102n, 109n].map((transaction) => sees(then, transaction))).toEqual([true, true, true])
    expect([103n, 107n, 110n, 500n].map((transaction) => sees(then, transaction))).toEqual([false, false, false, false])
    expect(sees(snapshot('100:100:'), 99n)).toBe(true)
  })

  it.each(['', '1', '1:2', '1:2:3,', '-1:2:', '1:2:x', '1:2:3;DROP', `1:2:${'1,'.repeat(600)}1`])('is none in %j', (text) => expect(readSnapshot(text)).toBeNull())
})

describe('what changed since a page was read', () => {
  const change = (transaction: bigint, kind = 'alert.raised', areaId = 'a') => ({ areaId, kind, transaction })

  it('is what the page did not see, in its own area, each kind once', () => {
    const recent = new RecentChanges()
    recent.begin(snapshot('100:100:'))
    recent.add(change(101n, 'contact.logged'))
    recent.add(change(102n))
    recent.add(change(103n))
    recent.add(change(104n, 'role.given', 'b'))
    expect(recent.since('a', snapshot('105:105:'))).toEqual([])
    expect(recent.since('a', snapshot('102:105:102'))).toEqual(['alert.raised'])
    expect(recent.since('a', snapshot('100:100:'))).toEqual(['contact.logged', 'alert.raised'])
    expect(recent.since('b', snapshot('104:104:'))).toEqual(['role.given'])
  })

  it('is not known from before this process listened, nor of what it has forgotten', () => {
    const recent = new RecentChanges(4)
    expect(recent.since('a', snapshot('1:1:'))).toBeNull()
    recent.begin(snapshot('100:100:'))
    expect(recent.since('a', snapshot('99:100:99'))).toBeNull()
    for (let number = 100n; number < 105n; number++) recent.add(change(number))
    expect(recent.since('a', snapshot('100:105:'))).toBeNull()
    expect(recent.since('a', snapshot('105:105:'))).toEqual([])
  })

  it('never leaves out a change that the page did not see, in whatever order they were committed', () => {
    const transactions = fc.uniqueArray(fc.integer({ min: 100, max: 140 }), { minLength: 1, maxLength: 30 })
    fc.assert(fc.property(transactions, fc.nat(30), fc.integer({ min: 2, max: 30 }), (committed, read, most) => {
      const recent = new RecentChanges(most)
      recent.begin(snapshot('100:100:'))
      const at = Math.min(read, committed.length)
      // the page is read after so many commits: what is committed later ran, or had not begun
      const later = committed.slice(at).map(BigInt)
      const begun = BigInt(Math.max(99, ...committed.slice(0, at)) + 1)
      const running = later.filter((number) => number < begun)
      const then = { xmin: running.reduce((least, number) => (number < least ? number : least), begun), xmax: begun, running: new Set(running) }
      for (const number of committed) recent.add(change(BigInt(number), `kind.${number}`))
      const told = recent.since('a', then)
      expect(told === null || [...told].sort().join() === later.map((number) => `kind.${number}`).sort().join()).toBe(true)
    }))
  })
})
