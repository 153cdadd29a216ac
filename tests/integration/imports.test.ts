import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../lib/cases/queries'
import { readContact } from '../../lib/contacts/queries'
import { approveImport, discardImport, submitImport } from '../../lib/imports/commands'
import { readImport } from '../../lib/imports/queries'
import { workImports } from '../../lib/imports/run'
import { checkImport, letIn, type Files } from '../support/imports'
import { fileOf } from '../support/published-set'
import { makeWorld, request, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

let made = 0
/** A child, her contact that went to CATE, and her case, each with references of its own. */
function rows() {
  const n = ++made
  return {
    child: { child_ref: `P${n}`, given_name: 'Robin', family_name: `Made-Up${n}`, aliases: 'Rob Other|Bobby', date_of_birth: '2003-04-05', sex: 'F', ethnicity: 'WBRI', postcode: 'zz99 3vz' },
    contact: { contact_ref: `E${n}`, received_at: '2016-05-03T09:00:00Z', channel: 'phone', source_code: '2A', source_organisation: 'Testford High School', referrer_name: 'A. Made-Up', child_ref: `P${n}`, concern_types: 'missing|cse', exploitation: 'suspected', level_of_need: 'complex', outcome: 'cate|other_service', decided_at: '2016-05-03T11:00:00Z', to_service: 'CAMHS', summary: '=1+1 <b>Made up</b>' },
    case: { case_ref: `K${n}`, child_ref: `P${n}`, contact_ref: `E${n}`, referred_at: '2016-05-03T11:00:00Z', allocated_to: world.as.practitioner.email, stage: 'plan', level: 'high', panel_at: '2016-06-03T11:00:00Z' },
  }
}
type Over = Partial<Record<'child' | 'contact' | 'case', object>>
const filesOf = (over: Over = {}, given = rows()): Files => ({
  'children.csv': fileOf('children.csv', [{ ...given.child, ...over.child }]),
  'contacts.csv': fileOf('contacts.csv', [{ ...given.contact, ...over.contact }]),
  'cases.csv': fileOf('cases.csv', [{ ...given.case, ...over.case }]),
})

const count = async (table: string) => Number((await world.sql.query(`SELECT count(*) FROM ${table} WHERE area_id = $1`, [world.a.id])).rows[0].count)
const counts = async () => [await count('child'), await count('contact'), await count('cate_case'), await count('referral'), await count('case_level')]

describe('what comes in', () => {
  it('is a true contact, child, referral and case, with their histories, that the pages open', async () => {
    const checked = await checkImport(world, filesOf())
    expect(checked).toMatchObject({ state: 'checked', refused: 0 })
    expect(await letIn(world, checked)).toMatchObject({ state: 'done', approvedBy: world.as.manager.name })
    const [held] = (await world.sql.query(`SELECT k.*, c.reference AS child_reference, c.exploitation FROM cate_case k JOIN child c ON c.id = k.child_id WHERE k.area_id = $1 ORDER BY opened_at DESC LIMIT 1`, [world.a.id])).rows
    expect(held).toMatchObject({ stage: 'plan', level: 'high', allocated_to_id: world.as.practitioner.userId, exploitation: 'suspected' })
    const moves = (await world.sql.query('SELECT to_stage FROM case_stage_move WHERE case_id = $1 ORDER BY at', [held.id])).rows.map((row) => row.to_stage)
    expect(moves).toEqual(['allocation', 'assessment', 'panel', 'plan'])
    const sent = (await world.sql.query('SELECT outcome, state, to_service FROM referral WHERE child_id = $1 ORDER BY outcome', [held.child_id])).rows
    expect(sent).toEqual([{ outcome: 'cate', state: 'accepted', to_service: null }, { outcome: 'other_service', state: 'closed', to_service: 'CAMHS' }])
    expect(await readCase.run(world.as.practitioner, request(), { caseId: held.id })).toBeTruthy()
    const [contact] = (await world.sql.query('SELECT id FROM contact WHERE child_id = $1', [held.child_id])).rows
    const opened = await readContact.run(world.as.advisor, request(), { contactId: contact.id })
    expect(JSON.stringify(opened)).toContain('=1+1 <b>Made up</b>')
    expect(JSON.stringify(opened)).toContain('Concerns as the earlier system names them: cse')
  })

  it('comes in once: the same files again add nothing', async () => {
    const files = filesOf()
    await letIn(world, await checkImport(world, files))
    const before = await counts()
    const again = await checkImport(world, files)
    expect(again.report?.counts).toEqual([expect.objectContaining({ add: 0, same: 1 }), expect.objectContaining({ add: 0, same: 1 }), expect.objectContaining({ add: 0, same: 1 })])
    await letIn(world, again)
    expect(await counts()).toEqual(before)
  })

  it('is refused where a row has changed since, and the record stays as people have it', async () => {
    const given = rows()
    await letIn(world, await checkImport(world, filesOf({}, given)))
    const changed = await checkImport(world, filesOf({ child: { sex: 'M' } }, given))
    expect(changed.report?.problems).toEqual([expect.objectContaining({ file: 'children.csv', line: 2, column: 'child_ref' })])
    await letIn(world, changed, 'refused')
    const { rows: kept } = await world.sql.query('SELECT sex FROM child WHERE family_name = $1', [given.child.family_name])
    expect(kept).toEqual([{ sex: 'F' }])
  })

  it('leans on what came in earlier: a case of a contact that is there already', async () => {
    const given = rows()
    const { 'cases.csv': cases, ...first } = filesOf({ contact: { received_at: '2026-11-17T09:00:00Z', decided_at: '2026-11-17T10:00:00Z' }, case: { referred_at: '2026-11-18T09:00:00Z', panel_at: '' } }, given)
    await letIn(world, await checkImport(world, first))
    const { rows: [before] } = await world.sql.query(`SELECT r.id, r.state FROM referral r JOIN child c ON c.id = r.child_id WHERE r.outcome = 'cate' AND c.family_name = $1`, [given.child.family_name])
    expect(before.state).toBe('sent')
    expect(await letIn(world, await checkImport(world, { 'cases.csv': cases as string }))).toMatchObject({ state: 'done' })
    const { rows: [after] } = await world.sql.query('SELECT r.state, k.id FROM referral r JOIN cate_case k ON k.referral_id = r.id WHERE r.id = $1', [before.id])
    expect(after.state).toBe('accepted')
  })
})

describe('what is refused', () => {
  it('keeps everything out until a person says which rows to leave; then the rest comes in', async () => {
    const [good, bad] = [rows(), rows()]
    const files: Files = {
      'children.csv': fileOf('children.csv', [good.child, { ...bad.child, nhs_number: '1234567890' }]),
      'contacts.csv': fileOf('contacts.csv', [good.contact, bad.contact]),
      'cases.csv': fileOf('cases.csv', [good.case, bad.case]),
    }
    const before = await counts()
    const checked = await checkImport(world, files)
    const refused = ['children.csv:3', 'contacts.csv:3', 'cases.csv:3']
    expect([...new Set(checked.report?.problems.map(({ file, line }) => `${file}:${line}`))]).toEqual(refused)
    const text = JSON.stringify(checked.report)
    for (const secret of ['1234567890', bad.child.family_name, bad.contact.referrer_name]) expect(text).not.toContain(secret)
    await expect(letIn(world, checked, refused.slice(1))).rejects.toMatchObject({ fields: { leave: expect.stringMatching(/^1 refused row is not among/) } })
    expect(await counts()).toEqual(before)
    expect(await letIn(world, checked, refused)).toMatchObject({ state: 'done', left: refused })
    expect((await counts())[0]).toBe((before[0] ?? 0) + 1)
  })

  it('is all or nothing: a clash that came up since the check leaves no row behind', async () => {
    const given = rows()
    const files = filesOf({ child: { nhs_number: '9434765919' } }, given)
    const checked = await checkImport(world, files)
    expect(checked.refused).toBe(0)
    // somebody writes down the same child meanwhile: the import goes back to be looked at
    await world.sql.query(`INSERT INTO child (area_id, id, reference, given_name, family_name, nhs_number, created_by_id, updated_at) VALUES ($1, gen_random_uuid(), 'X-C-IMPORT', 'A', 'B', '9434765919', $2, now())`, [world.a.id, world.as.manager.userId])
    const before = await counts()
    const back = await letIn(world, checked)
    expect(back).toMatchObject({ state: 'checked', approvedBy: null })
    expect(back.report?.problems).toContainEqual(expect.objectContaining({ file: 'children.csv', column: 'nhs_number' }))
    expect(await counts()).toEqual(before)
    await discardImport.run(world.as.manager, request(), { batchId: back.id, version: back.version })
  })
})

it('given up, its files are gone; let in twice, it is one import; another waits its turn', async () => {
  const key = randomUUID()
  const files = Object.entries(filesOf()).map(([name, content]) => ({ name, content }))
  const submit = (submissionKey: string) => submitImport.run(world.as.manager, request(), { submissionKey, files })
  const [first, second] = [await submit(key), await submit(key)]
  expect(second).toEqual(first)
  await expect(submit(randomUUID())).rejects.toMatchObject({ kind: 'conflict' })
  await workImports(world.a.system, request())
  const { id: batchId, version } = await readImport.run(world.as.auditor, request(), first)
  await discardImport.run(world.as.manager, request(), { batchId, version })
  await workImports(world.a.system, request())
  expect((await world.sql.query(`SELECT count(*)::int AS whole FROM import_file WHERE content <> ''`)).rows).toEqual([{ whole: 0 }])
  await expect(approveImport.run(world.as.manager, request(), { batchId, version: version + 1, leave: [] })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('not waiting to be let in') })
})

it('is let in or given up by one person once, as it was read; and never where a file cannot be read', async () => {
  const { id: batchId, version } = await checkImport(world, filesOf())
  const approve = (read = version) => approveImport.run(world.as.manager, request(), { batchId, version: read, leave: [] })
  const discard = (read = version) => discardImport.run(world.as.manager, request(), { batchId, version: read })
  for (const stale of [() => approve(version - 1), () => discard(version - 1)]) await expect(stale()).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Somebody else changed') })
  await approve()
  await expect(approve(version + 1)).rejects.toMatchObject({ message: expect.stringContaining('not waiting to be let in') })
  await expect(discard(version + 1)).rejects.toMatchObject({ message: expect.stringContaining('let in or given up already') })
  const before = await counts()
  await workImports(world.a.system, request())
  // the same work again writes nothing twice
  await workImports(world.a.system, request())
  expect((await counts()).map((now, at) => now - (before[at] ?? 0))).toEqual([1, 1, 1, 2, 1])

  const unread = await checkImport(world, { 'children.csv': 'child_ref,given_name\n"P1,Robin' })
  await expect(approveImport.run(world.as.manager, request(), { batchId: unread.id, version: unread.version, leave: 'refused' })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('cannot be read') })
  await discardImport.run(world.as.manager, request(), { batchId: unread.id, version: unread.version })
})

it('a null character is refused as any other row is', async () => {
  const checked = await checkImport(world, filesOf({ contact: { summary: 'a\u0000b' } }))
  expect(checked.report?.problems).toContainEqual(expect.objectContaining({ file: 'contacts.csv', line: 2, column: 'summary' }))
  await discardImport.run(world.as.manager, request(), { batchId: checked.id, version: checked.version })
})
