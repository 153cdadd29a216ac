import { AsyncLocalStorage } from 'node:async_hooks'
import { readFileSync } from 'node:fs'
import { environment } from './env'

const moment = new AsyncLocalStorage<Date>()

/**
 * The time now. Rules take it as an argument; operations hand it to them from here. Browser tests move it by
 * writing an ISO instant into the file that WAYMARK_TEST_CLOCK names, which only the demo mode allows.
 */
export function now(): Date {
  const told = moment.getStore()
  if (told) return told
  const file = environment().testClock
  return file ? new Date(readFileSync(file, 'utf8').trim()) : new Date()
}

/**
 * Does something as of an instant, for the example year, which tells of what has happened by the same operations that
 * people use. Throws an Error outside the demo, where nothing is dated back.
 */
export function asOf<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  if (!environment().demo) throw new Error('Only the demo tells of another time than now')
  return moment.run(instant, work)
}
