import type { Actor } from '../access/actor'
import { DoorError, NotSignedIn } from '../access/errors'
import type { Operation, Request } from '../access/operation'
import { deleteAllBut, fileOf, filesOf, makeFolder } from './files'
import { RELEASE_JOB } from './schema'
import { failRelease, finishRelease, nextRelease, progressRelease, writeRelease } from './work'

/** Milliseconds between two words about how far it is. */
const BEAT = 2_000

/** Makes every file of the area that was let out, and deletes those whose time is over. Each step is an operation of the system's. */
export async function workReleases(actor: Actor, request: Request): Promise<void> {
  for (;;) {
    // looked for first: what another process begins after this is not among them, and stays
    const there = await filesOf(actor.areaId)
    const { making: releaseId, keep } = await nextRelease.run(actor, request, {})
    await deleteAllBut(actor.areaId, there, keep)
    if (!releaseId) return
    await make(actor, request, releaseId)
  }
}

async function make(actor: Actor, request: Request, releaseId: string): Promise<void> {
  let last = Date.now()
  const onPart = async (progress: number, total: number) => {
    if (Date.now() - last < BEAT) return
    last = Date.now()
    await progressRelease.run(actor, request, { releaseId, progress, total })
  }
  try {
    await makeFolder(actor.areaId)
    const written = await writeRelease.run(actor, request, { releaseId, to: fileOf(actor.areaId, releaseId), onPart })
    await finishRelease.run(actor, request, { releaseId, written })
  } catch (cause) {
    // another process has it: it will say what became of it
    if (cause instanceof DoorError && cause.kind === 'conflict') throw cause
    await failRelease.run(actor, request, { releaseId })
    throw cause
  }
}

/** The job: see `workReleases`. Its steps are the operations. */
export const releaseJob: Operation<Record<string, never>, void> = {
  name: RELEASE_JOB,
  effect: 'change',
  permission: 'job:run',
  run(actor, request) {
    if (!actor) throw new NotSignedIn()
    return workReleases(actor, request)
  },
}
