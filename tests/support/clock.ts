import { mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'waymark-clock-')), 'now')

/** Sets the app's clock to that instant, and it stands still there. The first call must come before the app reads its environment. */
export function setClock(at: string | Date): void {
  // whole at once: what reads it meanwhile must never find it empty
  writeFileSync(`${file}.next`, new Date(at).toISOString())
  renameSync(`${file}.next`, file)
  process.env.WAYMARK_TEST_CLOCK = file
}
