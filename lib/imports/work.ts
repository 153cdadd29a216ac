import { subDays } from 'date-fns'
import { z } from 'zod'
import { Conflict, NotFound } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import type { AreaSettings } from '../pathway/settings'
import type { Into } from './build'
import { refKey, type Known } from './check'
import { isFileName, type FileName } from './columns'
import { batchSchema, reportSchema } from './schema'
import type { ImportState } from './view'

/** Days after which an import that nobody let in is given up, because its files are whole records. */
const KEPT_DAYS = 7

/** An import to work on: its files, and what they are checked against. */
export type Taken = { id: string; state: ImportState; version: number; left: string[]; files: { name: FileName; content: string }[]; known: Known; into: Omit<Into, 'now' | 'byId'> & { byId: string | null } }

/**
 * The import of the area that waits to be checked or to be let in; null where none does. Empties the files of those
 * that have ended, and gives up what has waited too long.
 */
export const takeImport = operation({
  name: 'imports.take',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['import.taken'],
  timeout: 60_000,
  async work({ tx, actor, now }) {
    const { areaId } = actor
    await tx.importBatch.updateMany({ where: { areaId, finishedAt: null, startedAt: { lt: subDays(now, KEPT_DAYS) }, state: 'checked' }, data: { state: 'discarded', finishedAt: now, version: { increment: 1 } } })
    await tx.$executeRaw`UPDATE import_file f SET content = '' FROM import_batch b WHERE f.area_id = ${areaId}::uuid AND b.area_id = f.area_id AND b.id = f.batch_id AND b.finished_at IS NOT NULL AND f.content <> ''`
    const batch = await tx.importBatch.findFirst({ where: { areaId, finishedAt: null, state: { in: ['waiting', 'approved'] } }, orderBy: { startedAt: 'asc' } })
    if (!batch) return { output: null, kind: 'import.taken', facts: { rows: [] } }
    const { id, state, version, left } = batch
    const files = (await tx.importFile.findMany({ where: { areaId, batchId: id } })).flatMap(({ name, content }) => (isFileName(name) ? [{ name, content }] : []))
    const known = await knownOf(tx, areaId)
    const output: Taken = { id, state, version, left, files, known, into: { ...(await intoOf(tx, areaId, actor.settings)), batchId: id, byId: batch.approvedById } }
    return { output, kind: 'import.taken', facts: { rows: [id] } }
  },
})

async function knownOf(tx: Tx, areaId: string): Promise<Known> {
  const references = await tx.$queryRaw<{ kind: 'child' | 'contact' | 'case'; reference: string; record_id: string; fingerprint: string }[]>`SELECT kind, reference, record_id, fingerprint FROM import_reference WHERE area_id = ${areaId}::uuid`
  const holders = await tx.$queryRaw<{ email: string; id: string }[]>`
    SELECT u.email, u.id FROM role_assignment a JOIN user_account u ON u.id = a.user_id
    WHERE a.area_id = ${areaId}::uuid AND a.role IN ('practitioner', 'cate_manager') AND a.revoked_at IS NULL AND (a.ends_at IS NULL OR a.ends_at > now()) AND u.deactivated_at IS NULL`
  const open = await tx.$queryRaw<{ child_id: string }[]>`SELECT child_id FROM cate_case WHERE area_id = ${areaId}::uuid AND closed_at IS NULL`
  const numbers = await tx.$queryRaw<{ nhs_number: string | null; upn: string | null }[]>`SELECT nhs_number, upn FROM child WHERE area_id = ${areaId}::uuid AND (nhs_number IS NOT NULL OR upn IS NOT NULL)`
  const referrals = await tx.$queryRaw<{ contact_id: string; id: string; child_id: string; taken: boolean }[]>`
    SELECT r.contact_id, r.id, r.child_id, EXISTS (SELECT FROM cate_case k WHERE k.area_id = r.area_id AND k.referral_id = r.id) AS taken
    FROM referral r WHERE r.area_id = ${areaId}::uuid AND r.outcome = 'cate' AND r.child_id IS NOT NULL ORDER BY r.sent_at`
  const teams = await tx.team.findMany({ where: { areaId, kind: { in: ['cate', 'safeguarding'] } }, select: { kind: true } })
  return {
    references: new Map(references.map((row) => [refKey(row.kind, row.reference), { recordId: row.record_id, fingerprint: row.fingerprint }])),
    holders: new Map(holders.map(({ email, id }) => [email, id])),
    openCases: new Set(open.map((row) => row.child_id)),
    nhsNumbers: new Set(numbers.flatMap((row) => row.nhs_number ?? [])),
    upns: new Set(numbers.flatMap((row) => row.upn ?? [])),
    referrals: new Map(referrals.map((row) => [row.contact_id, { id: row.id, childId: row.child_id, taken: row.taken }])),
    teams: { cate: teams.some(({ kind }) => kind === 'cate'), safeguarding: teams.some(({ kind }) => kind === 'safeguarding') },
  }
}

async function intoOf(tx: Tx, areaId: string, settings: AreaSettings) {
  const teams = await tx.team.findMany({ where: { areaId, kind: { in: ['cate', 'safeguarding'] } }, select: { id: true, kind: true } })
  const agencies = await tx.agency.findMany({ where: { areaId }, select: { id: true, name: true } })
  return { areaId, settings, teams: Object.fromEntries(teams.map(({ id, kind }) => [kind, id])), agencies: new Map(agencies.map(({ id, name }) => [name.toLowerCase(), id])) }
}

const doneSchema = z.strictObject({ batchId: z.uuid(), version: z.number().int(), report: reportSchema })

/** Writes the report of a dry run down: what would be added, what is refused and why. Nothing where it changed state meanwhile. */
export const reportImport = operation({
  name: 'imports.report',
  effect: 'change',
  permission: 'job:run',
  input: doneSchema,
  audit: ['import.checked'],
  timeout: 30_000,
  async work({ tx, actor }, { batchId, version, report }) {
    const { areaId } = actor
    const before = await tx.importBatch.findUnique({ where: { areaId_id: { areaId, id: batchId } }, select: { state: true } })
    if (!before) throw new NotFound()
    const state = 'checked'
    await tx.$executeRaw`UPDATE import_batch SET state = 'checked', approved_at = NULL, approved_by_id = NULL, report = ${JSON.stringify(report)}::jsonb, version = version + 1
      WHERE area_id = ${areaId}::uuid AND id = ${batchId}::uuid AND version = ${version} AND finished_at IS NULL`
    return { output: undefined, kind: 'import.checked', facts: { record: { type: 'import', id: batchId }, children: [], before: { state: before.state }, after: { state } } }
  },
})

/** Says how far an import is, beside the transaction that writes it. */
export const progressImport = operation({
  name: 'imports.progress',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({ batchId: z.uuid(), progress: z.number().int().min(0), total: z.number().int().min(0) }),
  audit: ['import.progressed'],
  async work({ tx, actor }, { batchId, progress, total }) {
    await tx.importBatch.updateMany({ where: { areaId: actor.areaId, id: batchId, finishedAt: null }, data: { progress, total } })
    return { output: undefined, kind: 'import.progressed', facts: { rows: [batchId], terms: { progress, total } } }
  },
})

/** Ends an import that could not be written: nothing of it was. Its files are emptied, and it is brought again. Throws NotFound, and Conflict where it has ended. */
export const failImport = operation({
  name: 'imports.fail',
  effect: 'change',
  permission: 'job:run',
  input: batchSchema,
  audit: ['import.failed'],
  async work({ tx, actor, now }, { batchId }) {
    if (!(await tx.importBatch.count({ where: { areaId: actor.areaId, id: batchId } }))) throw new NotFound()
    const { count } = await tx.importBatch.updateMany({ where: { areaId: actor.areaId, id: batchId, finishedAt: null, state: 'approved' }, data: { state: 'failed', finishedAt: now, version: { increment: 1 } } })
    if (!count) throw new Conflict('This import has ended already.')
    return { output: undefined, kind: 'import.failed', facts: { record: { type: 'import', id: batchId }, children: [], before: { state: 'approved' }, after: { state: 'failed' } } }
  },
})
