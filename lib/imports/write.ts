import { z } from 'zod'
import { Conflict, NotFound } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import { caseReferences, childReferences, contactReferences } from '../areas/references'
import { londonDay } from '../pathway/london'
import type { Built, Row } from './build'
import { insertBuilt } from './insert'
import { builtSchema } from './schema'

type Input = { batchId: string; built: Built; onRows: (rows: number) => Promise<void> }

/** The longest that writing may take. Where the queue gives a job up sooner and tries again, the second finds the first at work and leaves it be. */
const LONGEST = 300_000

/**
 * Writes the records of an approved import, all of them or none: one transaction, as the app's login under row-level
 * security. Gives how many of each. Throws NotFound, and Conflict where another process writes it or it has ended.
 */
export const writeImport = operation({
  name: 'imports.write',
  effect: 'change',
  permission: 'job:run',
  // made in this process a moment ago from files that were checked: nothing here comes from outside
  input: z.strictObject({ batchId: z.uuid(), built: builtSchema, onRows: z.custom<Input['onRows']>((value) => typeof value === 'function') }),
  audit: ['import.written'],
  timeout: LONGEST,
  async work({ tx, actor, now }, { batchId, built, onRows }) {
    const { areaId } = actor
    const [free] = await tx.$queryRaw<{ free: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended(${batchId}, 0)) AS free`
    const batch = await tx.importBatch.findUnique({ where: { areaId_id: { areaId, id: batchId } }, select: { state: true } })
    if (!batch) throw new NotFound()
    if (!free?.free || batch.state !== 'approved') throw new Conflict('This import is being written already, or has ended.')
    const named = await withReferences(tx, actor, built)
    await insertBuilt(tx, named, onRows)
    await acceptEarlier(tx, areaId, built, now)
    await raiseFlags(tx, areaId, built, now)
    await tx.importBatch.update({ where: { areaId_id: { areaId, id: batchId } }, data: { state: 'done', finishedAt: now, version: { increment: 1 } } })
    await tx.importFile.updateMany({ where: { areaId, batchId }, data: { content: '' } })
    const after = { state: 'done', children: built.child.length, contacts: built.contact.length, cases: built.cate_case.length }
    const children = [...new Set([...built.child.map(({ id }) => id as string), ...[...built.contact, ...built.cate_case].flatMap(({ child_id: id }) => (id as string | null) ?? [])])]
    return { output: after, kind: 'import.written', facts: { record: { type: 'import', id: batchId }, children, before: { state: 'approved' }, after } }
  },
})

type Where = { areaId: string; areaCode: string }

/** Gives each record the area's own next reference: contacts by the year and order in which they came. */
async function withReferences(tx: Tx, where: Where, built: Built): Promise<Built> {
  const number = (rows: readonly Row[], references: readonly string[]) => rows.map((row, at) => ({ ...row, reference: references[at] }))
  const contact: Row[] = []
  const byYear = new Map<number, Row[]>()
  for (const row of [...built.contact].sort((a, b) => (String(a.received_at) < String(b.received_at) ? -1 : 1))) {
    const year = Number(londonDay(new Date(String(row.received_at))).slice(0, 4))
    const rows = byYear.get(year) ?? []
    rows.push(row)
    byYear.set(year, rows)
  }
  for (const [year, rows] of byYear) contact.push(...number(rows, await contactReferences(tx, where, year, rows.length)))
  const child = built.child.length ? number(built.child, await childReferences(tx, where, built.child.length)) : []
  const cases = built.cate_case.length ? number(built.cate_case, await caseReferences(tx, where, built.cate_case.length)) : []
  return { ...built, contact, child, cate_case: cases }
}

/** A case came of a referral of an earlier import that nobody has answered here yet: it was accepted. */
async function acceptEarlier(tx: Tx, areaId: string, { accepted, cate_case: [first] }: Built, now: Date): Promise<void> {
  if (!accepted.length || !first) return
  const json = JSON.stringify(accepted)
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE referral r SET state = 'accepted', responded_at = ${now}::timestamptz, responded_by_id = b.approved_by_id, awaited_by = NULL, version = r.version + 1
      FROM jsonb_to_recordset(${json}::jsonb) AS a(id uuid, at timestamptz), import_batch b
      WHERE r.area_id = ${areaId}::uuid AND r.id = a.id AND r.state IN ('sent', 'acknowledged') AND b.area_id = r.area_id AND b.state = 'approved' AND b.finished_at IS NULL
      RETURNING r.id, b.approved_by_id)
    INSERT INTO referral_move (area_id, id, referral_id, from_state, to_state, at, by_id, words)
    SELECT ${areaId}::uuid, gen_random_uuid(), id, 'sent', 'accepted', ${now}::timestamptz, approved_by_id, 'The earlier system has a case that came of it.' FROM moved`
}

/** On records that were there already, what is said of exploitation is raised and never lowered. */
async function raiseFlags(tx: Tx, areaId: string, { flags }: Built, now: Date): Promise<void> {
  if (!flags.length) return
  await tx.$executeRaw`
    UPDATE child c SET exploitation = f.exploitation::exploitation_flag, version = c.version + 1, updated_at = ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(flags)}::jsonb) AS f(id uuid, exploitation text)
    WHERE c.area_id = ${areaId}::uuid AND c.id = f.id AND (c.exploitation = 'no' OR (c.exploitation = 'suspected' AND f.exploitation = 'yes'))`
}
