import { beforeEach, expect, it, vi } from 'vitest'
import { asOf, now } from '../../lib/clock'

/** Whose clock it is: the example year tells of earlier times, and nobody else does. */
const settings = vi.hoisted(() => ({ demo: true, testClock: undefined }))
vi.mock('../../lib/env', () => ({ environment: () => settings }))
beforeEach(() => {
  settings.demo = true
})

const AT = new Date('2026-11-03T09:00:00Z')

it('tells of an earlier time inside, also after waiting, and of now outside', async () => {
  const told = await asOf(AT, async () => {
    await Promise.resolve()
    return now()
  })
  expect(told).toEqual(AT)
  expect(now()).not.toEqual(AT)
})

it('keeps two that run at once apart', async () => {
  const later = new Date('2026-11-04T09:00:00Z')
  expect(await Promise.all([asOf(AT, async () => now()), asOf(later, async () => now())])).toEqual([AT, later])
})

it('dates nothing back outside the demo', () => {
  settings.demo = false
  expect(() => asOf(AT, async () => now())).toThrow('Only the demo')
})
