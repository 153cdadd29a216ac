import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setting } from './setting'

/** What the server takes for now, unless a test says otherwise: a Thursday, 10:45 in London, in office hours. */
export const NOW = '2026-11-19T10:45:00.000Z'

const file = setting('WAYMARK_TEST_CLOCK')

/** Sets the server's clock so many seconds after NOW. */
export function setClock(secondsLater = 0): void {
  // whole at once: a page that reads it meanwhile must never find it empty
  writeFileSync(`${file}.next`, new Date(Date.parse(NOW) + secondsLater * 1000).toISOString())
  renameSync(`${file}.next`, file)
}

/** A file of this run, beside its clock: gone after it. */
export function scratchFile(name: string): { path: string; there: boolean } {
  const place = path.join(path.dirname(file), name)
  mkdirSync(path.dirname(place), { recursive: true })
  return { path: place, there: existsSync(place) }
}

/** Forgets who was signed in on this site: by a clock that ran on for days their sessions have ended. */
export function forgetSignIns(): void {
  rmSync(path.join(path.dirname(file), 'signed-in'), { recursive: true, force: true })
}
