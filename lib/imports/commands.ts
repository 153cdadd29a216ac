import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import { enqueue } from '../access/queue'
import { refusedRows, unreadable } from './check'
import { approveSchema, discardSchema, submitSchema } from './schema'
import { reportOf } from './view'

/** The job that checks and lets in (lib/jobs/list). */
export const IMPORT_JOB = 'imports.work'

/**
 * Takes files in to be checked: nothing of them becomes a record yet. Sent twice with one key it is one import.
 * Gives its id. Throws Conflict where another one of the area waits to be let in, because both would be checked
 * against the same records.
 */
export const submitImport = operation({
  name: 'imports.submit',
  effect: 'change',
  permission: 'import:run',
  input: submitSchema,
  audit: ['import.submitted'],
  timeout: 30_000,
  async work({ tx, actor, now }, { submissionKey, files }) {
    const { areaId, userId } = actor
    const known = await tx.importBatch.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } }, select: { id: true } })
    const id = known?.id ?? (await begin(tx, { areaId, submissionKey, startedAt: now, startedById: userId }))
    if (!known) {
      for (const { name, content } of files) await tx.$executeRaw`INSERT INTO import_file (area_id, batch_id, name, content) VALUES (${areaId}::uuid, ${id}::uuid, ${name}, ${content.replaceAll('\u0000', '\u0001')})`
      await enqueue(tx, IMPORT_JOB, actor.areaCode)
    }
    return { output: { batchId: id }, kind: 'import.submitted', facts: { record: { type: 'import', id }, children: [], before: null, after: { files: files.map(({ name }) => name) } } }
  },
})

async function begin(tx: Tx, data: { areaId: string; submissionKey: string; startedAt: Date; startedById: string }): Promise<string> {
  const other = await tx.importBatch.findFirst({ where: { areaId: data.areaId, finishedAt: null }, select: { id: true } })
  if (other) throw new Conflict('Another import of this area is not finished. Let it in or give it up first.')
  return (await tx.importBatch.create({ data, select: { id: true } })).id
}

/**
 * Lets a checked import in, leaving out the refused rows that are named. Throws Invalid where a refused row is not
 * among them, so that nothing is left out unless a person says so, and Conflict where the files changed state meanwhile.
 */
export const approveImport = operation({
  name: 'imports.approve',
  effect: 'change',
  permission: 'import:run',
  input: approveSchema,
  audit: ['import.approved'],
  async work({ tx, actor, now }, { batchId, version, leave }) {
    const { areaId, userId } = actor
    const batch = await tx.importBatch.findUnique({ where: { areaId_id: { areaId, id: batchId } } })
    if (!batch) throw new NotFound()
    const report = reportOf(batch.report)
    if (batch.state !== 'checked' || !report) throw new Conflict('This import is not waiting to be let in. Reload the page.')
    if (unreadable(report.problems)) throw new Conflict('A file cannot be read. Give this import up, put the file right and bring the files again.')
    const refused = refusedRows(report.problems)
    const left = leave === 'refused' ? refused : refused.filter((row) => leave.includes(row))
    if (left.length < refused.length) throw new Invalid({ leave: notLeft(refused.length - left.length) })
    const { count } = await tx.importBatch.updateMany({ where: { areaId, id: batchId, version, finishedAt: null }, data: { state: 'approved', left, approvedAt: now, approvedById: userId, version: { increment: 1 } } })
    if (!count) throw new Conflict('Somebody else changed this import meanwhile. Reload the page.')
    await enqueue(tx, IMPORT_JOB, actor.areaCode)
    return { output: undefined, kind: 'import.approved', facts: { record: { type: 'import', id: batchId }, children: [], before: { state: batch.state }, after: { state: 'approved', left } } }
  },
})

const notLeft = (count: number) => `${count === 1 ? '1 refused row is' : `${count} refused rows are`} not among those you leave out, so nothing was brought in. Leave ${count === 1 ? 'it' : 'them'} out too, or give this import up, put ${count === 1 ? 'it' : 'them'} right and bring the files again`

/** Gives a checked import up: nothing of it becomes a record, and its files are emptied. Throws Conflict where it was let in. */
export const discardImport = operation({
  name: 'imports.discard',
  effect: 'change',
  permission: 'import:run',
  input: discardSchema,
  audit: ['import.discarded'],
  async work({ tx, actor, now }, { batchId, version }) {
    const { areaId } = actor
    const batch = await tx.importBatch.findUnique({ where: { areaId_id: { areaId, id: batchId } }, select: { state: true } })
    if (!batch) throw new NotFound()
    if (batch.state !== 'checked' && batch.state !== 'waiting') throw new Conflict('This import was let in or given up already. Reload the page.')
    const { count } = await tx.importBatch.updateMany({ where: { areaId, id: batchId, version, finishedAt: null }, data: { state: 'discarded', finishedAt: now, version: { increment: 1 } } })
    if (!count) throw new Conflict('Somebody else changed this import meanwhile. Reload the page.')
    await enqueue(tx, IMPORT_JOB, actor.areaCode)
    return { output: undefined, kind: 'import.discarded', facts: { record: { type: 'import', id: batchId }, children: [], before: { state: batch.state }, after: { state: 'discarded' } } }
  },
})
