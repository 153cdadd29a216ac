import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../lib/pathway/settings'
import { officeBefore } from '../../prisma/seed/hand'

/** The example year tells of work in office hours, whenever the demo is filled. */
const before = (iso: string) => new Date(officeBefore(Date.parse(iso), DEFAULT_SETTINGS)).toISOString()

it.each([
  ['2026-11-19T10:30:00Z', '2026-11-19T10:30:00.000Z', 'itself in office hours'],
  ['2026-11-19T09:00:00Z', '2026-11-18T16:59:00.000Z', 'the evening before at the opening'],
  ['2026-11-19T22:00:00Z', '2026-11-19T16:59:00.000Z', 'the close of the same day'],
  ['2026-11-22T12:00:00Z', '2026-11-20T16:59:00.000Z', 'Friday on a Sunday'],
  ['2026-12-28T12:00:00Z', '2026-12-24T16:59:00.000Z', 'Christmas Eve on the bank holiday after Christmas'],
  ['2026-07-06T07:00:00Z', '2026-07-03T15:59:00.000Z', 'an hour earlier in summer'],
])('%s is told as %s: %s', (at, told) => {
  expect(before(at)).toBe(told)
})
