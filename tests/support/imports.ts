import { randomUUID } from 'node:crypto'
import type { Actor } from '../../lib/access/actor'
import { approveImport, submitImport } from '../../lib/imports/commands'
import type { FileName } from '../../lib/imports/columns'
import { readImport } from '../../lib/imports/queries'
import { workImports } from '../../lib/imports/run'
import type { ImportView } from '../../lib/imports/view'
import { request, type World } from './world'

export type Files = Partial<Record<FileName, string>>

const MANAGER = (world: World) => world.as.manager

/** Submits files and has them checked, as the job does. Gives the report. */
export async function checkImport(world: World, files: Files, actor: Actor = MANAGER(world)): Promise<ImportView> {
  const given = Object.entries(files).map(([name, content]) => ({ name, content }))
  const { batchId } = await submitImport.run(actor, request(), { submissionKey: randomUUID(), files: given })
  await workImports(world.a.system, request())
  return readImport.run(actor, request(), { batchId })
}

/** Lets a checked import in and has it written. */
export async function letIn(world: World, { id: batchId, version }: ImportView, leave: 'refused' | string[] = []): Promise<ImportView> {
  const actor = MANAGER(world)
  await approveImport.run(actor, request(), { batchId, version, leave })
  await workImports(world.a.system, request())
  return readImport.run(actor, request(), { batchId })
}
