import { readFileSync } from 'node:fs'
import { environment } from './env'

/**
 * The time now. Rules take it as an argument; operations hand it to them from here. Browser tests move it by
 * writing an ISO instant into the file that WAYMARK_TEST_CLOCK names, which only the demo mode allows.
 */
export function now(): Date {
  const file = environment().testClock
  return file ? new Date(readFileSync(file, 'utf8').trim()) : new Date()
}
