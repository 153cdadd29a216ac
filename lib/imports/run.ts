import type { Actor } from '../access/actor'
import { Conflict, DoorError, NotSignedIn } from '../access/errors'
import type { Operation, Request } from '../access/operation'
import { now } from '../clock'
import { build, ORDER_OF_BUILT } from './build'
import { checkFiles, refusedRows, unreadable, type Checked } from './check'
import { readFile } from './read'
import type { Report } from './view'
import { failImport, progressImport, reportImport, takeImport, type Taken } from './work'
import { writeImport } from './write'

/** Milliseconds between two words about how far it is. */
const BEAT = 2_000

/**
 * Works on every import of the area that waits: checks it, or lets it in. Each step is an operation of the system's;
 * the checking itself holds no transaction open. What was let in is checked again first, because records change:
 * where a row is refused now that nobody left out, the import goes back to be looked at.
 */
export async function workImports(actor: Actor, request: Request, told: (progress: number, total: number) => void = () => {}): Promise<void> {
  for (let taken = await takeImport.run(actor, request, {}); taken; taken = await takeImport.run(actor, request, {})) {
    const checked = checkFiles(taken.files.map(({ name, content }) => readFile(name, content)), taken.known, now())
    const refused = refusedRows(checked.problems)
    const agreed = taken.state === 'approved' && !unreadable(checked.problems) && refused.every((row) => taken?.left.includes(row))
    if (agreed) await letIn(actor, request, taken, checked, told)
    else await reportImport.run(actor, request, { batchId: taken.id, version: taken.version, report: reportFrom(checked) })
  }
}

const reportFrom = ({ counts, problems, notes }: Checked): Report => ({ counts, problems, notes })

async function letIn(actor: Actor, request: Request, taken: Taken, checked: Checked, told: (progress: number, total: number) => void): Promise<void> {
  const { id: batchId, into } = taken
  if (!into.byId) throw new Conflict('Nobody let this import in.')
  const built = build(checked, taken.known, { ...into, byId: into.byId, now: now() })
  const total = ORDER_OF_BUILT.reduce((sum, table) => sum + built[table].length, 0)
  let last = Date.now()
  const onRows = async (progress: number) => {
    told(progress, total)
    if (Date.now() - last < BEAT) return
    last = Date.now()
    await progressImport.run(actor, request, { batchId, progress, total })
  }
  try {
    await writeImport.run(actor, request, { batchId, built, onRows })
  } catch (cause) {
    // another process has it: it will say what became of it
    if (cause instanceof DoorError && cause.kind === 'conflict') throw cause
    await failImport.run(actor, request, { batchId })
    throw cause
  }
}

/** The job: see `workImports`. Its steps are the operations. */
export const importJob: Operation<Record<string, never>, void> = {
  name: 'imports.work',
  effect: 'change',
  permission: 'job:run',
  run(actor, request) {
    if (!actor) throw new NotSignedIn()
    return workImports(actor, request)
  },
}
