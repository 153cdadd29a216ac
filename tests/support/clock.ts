import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'waymark-clock-')), 'now')

/** Sets the app's clock to that instant, and it stands still there. The first call must come before the app reads its environment. */
export function setClock(at: string | Date): void {
  writeFileSync(file, new Date(at).toISOString())
  process.env.WAYMARK_TEST_CLOCK = file
}
