import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerRelease, askRelease, takeRelease } from '../../lib/releases/commands'
import { listReleases } from '../../lib/releases/queries'
import { workReleases } from '../../lib/releases/run'
import { ARCHIVED, LEFT_OUT } from '../../lib/releases/tables'
import { writeRelease } from '../../lib/releases/work'
import { asLogin, DENIED, tablesOf } from '../support/as-login'
import { setClock } from '../support/clock'
import { makeFilled, type Filled } from '../support/filled'
import { ANCHOR } from '../support/postgres'
import { makeChild } from '../support/records'
import { filesFolder, makeRelease, opened, release, tableIn } from '../support/releases'
import { PEOPLE, request, SYSTEM_USER } from '../support/world'

let world: Filled
let id: string
let file: Buffer
let app: ReturnType<typeof asLogin>
const folder = filesFolder()
beforeAll(async () => {
  world = await makeFilled()
  app = asLogin(world.urls.app)
  id = await release(world, 'archive')
  file = fs.readFileSync((await takeRelease.run(world.as.manager, request(), { releaseId: id })).file)
})
afterAll(async () => {
  await app.close()
  await world.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const listed = async () => (await listReleases.run(world.as.auditor, request(), {})).find((one) => one.id === id)

describe('the archive of an area', () => {
  it('has every table of the store, or says which it leaves out and why', async () => {
    const tables = (await tablesOf(world.sql)).map(({ name }) => name)
    expect([...ARCHIVED, ...Object.keys(LEFT_OUT)].sort()).toEqual(tables.sort())
    const { texts, manifest } = opened(file)
    expect(manifest.files.map(({ name }) => name)).toEqual(['README.txt', 'dictionary.csv', 'left-out.csv', ...ARCHIVED.map((name) => `tables/${name}.jsonl`)])
    expect(manifest.leftOut).toEqual(LEFT_OUT)
    for (const name of Object.keys(LEFT_OUT)) expect(texts['left-out.csv']).toContain(`"${name}"`)
    // they are set into statements as they are
    expect([...ARCHIVED].filter((name) => !/^[a-z_]+$/.test(name))).toEqual([])
  })

  it.each([...ARCHIVED])('%s: has each row of the area and none of another', async (table) => {
    const { texts, manifest } = opened(file)
    const rows = tableIn(texts, table)
    const of = { area: 'id = $1', user_account: 'EXISTS (SELECT FROM role_assignment r WHERE r.user_id = t.id AND r.area_id = $1)' }[table as string] ?? 'area_id = $1'
    // what was written down since: the events that the making of it left
    const kept = ['audit_event', 'audit_event_child'].includes(table) ? `${of} AND seq <= ${Math.max(0, ...rows.map(({ seq }) => Number(seq)))}` : of
    const { rows: [counted] } = await world.sql.query(`SELECT count(*)::int AS number FROM "${table}" t WHERE ${kept}`, [world.a.id])
    expect(rows).toHaveLength(counted.number)
    expect(rows.length).toBeGreaterThan(0)
    expect(manifest.files.find(({ name }) => name === `tables/${table}.jsonl`)?.rows).toBe(rows.length)
    expect(rows.filter((row) => row.area_id !== undefined && row.area_id !== world.a.id)).toEqual([])
  })

  it('is of one moment: what is written meanwhile is not in it', async () => {
    const releaseId = await makeRelease(world, { state: 'let_out', answered_at: '2026-11-18', answered_by_id: SYSTEM_USER, asked_by_id: world.as.manager.userId })
    const to = `${folder}/moment.zip`
    let late = ''
    await writeRelease.run(world.a.system, request(), { releaseId, to, onPart: async (parts) => void (parts === 1 && (late = await makeChild(world))) })
    expect(late).not.toBe('')
    expect(tableIn(opened(fs.readFileSync(to)).texts, 'child').map((row) => row.id)).not.toContain(late)
    await world.sql.query(`UPDATE data_release SET state = 'failed' WHERE id = $1`, [releaseId])
  })

  it('tells of every column what it is', () => {
    const { texts } = opened(file)
    const dictionary = texts['dictionary.csv'] ?? ''
    expect(dictionary).toContain('"child","ethnicity","text","1","CIN-census code, DOMAIN 5."')
    expect(dictionary).toContain('"child","sex","sex: M F U","1"')
    for (const table of ARCHIVED) for (const column of Object.keys(tableIn(texts, table)[0] ?? {})) expect(dictionary).toContain(`"${table}","${column}"`)
    expect(file.includes('not a hash')).toBe(false)
  })

  it('is what the page and the log say it is, with the children in it', async () => {
    const hash = createHash('sha256').update(file).digest('hex')
    expect(await listed()).toMatchObject({ state: 'made', made: { hash, bytes: file.length, parts: ARCHIVED.length + 3 } })
    const { rows: [event] } = await world.sql.query(`SELECT seq, role, detail FROM audit_event WHERE kind = 'release.written' AND record_id = $1`, [id])
    expect(event).toMatchObject({ role: 'system', detail: { terms: { hash, counts: { 'tables/child.jsonl': tableIn(opened(file).texts, 'child').length } } } })
    const { rows: [children] } = await world.sql.query('SELECT count(*)::int AS number FROM audit_event_child WHERE seq = $1', [event.seq])
    expect(children.number).toBe(tableIn(opened(file).texts, 'child').length)
  })
})

describe('two people', () => {
  const ask = (who: keyof typeof PEOPLE = 'manager') => askRelease.run(world.as[who], request(), { submissionKey: randomUUID(), kind: 'archive', reason: 'A reason' })
  const answer = (releaseId: string, who: keyof typeof PEOPLE = 'safeguarding', given: 'let_out' | 'refused' = 'let_out') => answerRelease.run(world.as[who], request(), { releaseId, answer: given, why: given === 'refused' ? 'No' : '' })

  it('are two: who asked does not answer, also as a lead', async () => {
    const asked = await makeRelease(world, { asked_by_id: world.as.safeguarding.userId })
    await expect(answer(asked)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(world.sql.query(`UPDATE data_release SET state = 'let_out', answered_at = now(), answered_by_id = asked_by_id WHERE id = $1`, [asked])).rejects.toMatchObject({ constraint: 'answered_by_a_second' })
  })

  it('answer once, and nothing is made before or against the answer', async () => {
    const { releaseId } = await ask()
    await workReleases(world.a.system, request())
    await expect(takeRelease.run(world.as.manager, request(), { releaseId })).rejects.toMatchObject({ kind: 'conflict' })
    await answer(releaseId, 'safeguarding', 'refused')
    await expect(answer(releaseId)).rejects.toMatchObject({ kind: 'conflict' })
    await workReleases(world.a.system, request())
    expect(fs.readdirSync(`${folder}/releases/${world.a.id}`).some((name) => name.startsWith(releaseId))).toBe(false)
  })

  it('take it once each, nobody else does, and then it is deleted', async () => {
    await expect(takeRelease.run(world.as.manager, request(), { releaseId: id })).rejects.toMatchObject({ kind: 'conflict' })
    const made = { state: 'made', answered_at: '2026-11-18', answered_by_id: world.as.auditor.userId, hash: 'x', bytes: 1, made_at: '2026-11-19' }
    for (const area of [world.a, world.b]) {
      const others = await makeRelease(world, { area, ...made })
      for (const who of ['manager', 'safeguarding'] as const) await expect(takeRelease.run(world.as[who], request(), { releaseId: others })).rejects.toMatchObject({ kind: 'not_found' })
    }
    await workReleases(world.a.system, request())
    const taken = await takeRelease.run(world.as.safeguarding, request(), { releaseId: id })
    // whoever takes it opens the file a moment after it is theirs to take
    await workReleases(world.a.system, request())
    expect(fs.readFileSync(taken.file).equals(file)).toBe(true)
    setClock(new Date(Date.parse(ANCHOR) + 10 * 60_000 + 1))
    await workReleases(world.a.system, request())
    expect(fs.existsSync(taken.file)).toBe(false)
    expect(await listed()).toMatchObject({ state: 'deleted', taken: [world.as.manager.name, world.as.safeguarding.name] })
  })
})

describe('row-level security', () => {
  const out = { state: 'let_out', answered_at: '2026-11-18', answered_by_id: SYSTEM_USER }
  const hidden = ['audit_event', 'audit_event_child', 'supervision', 'supervision_decision']
  const seen = async (table: string) => (await app.run(world.a.system, `SELECT FROM ${table}`)).count

  it('shows the system the log and supervision while an archive that was let out is made, and at no other time', async () => {
    expect(await Promise.all(hidden.map(seen))).toEqual([0, 0, 0, 0])
    const made = await makeRelease(world, { ...out, asked_by_id: world.as.manager.userId })
    for (const table of hidden) expect(await seen(table)).toBeGreaterThan(0)
    expect((await app.run(world.a.system, 'SELECT FROM supervision WHERE area_id = $1', [world.b.id])).count).toBe(0)
    await world.sql.query(`UPDATE data_release SET state = 'failed' WHERE id = $1`, [made])
    // a census reads neither, nor does what another area let out
    const period = { kind: 'census', from_day: '2026-04-01', until_day: '2027-03-31' }
    const others = [await makeRelease(world, { ...out, ...period, asked_by_id: world.as.manager.userId }), await makeRelease(world, { ...out, area: world.b, asked_by_id: world.as.manager.userId })]
    expect(await Promise.all(hidden.map(seen))).toEqual([0, 0, 0, 0])
    await world.sql.query(`UPDATE data_release SET state = 'failed' WHERE id = ANY ($1)`, [others])
  })

  it('lets nobody out in another’s name, nor the system anything, nor anybody say what was made or take for another', async () => {
    const { manager, safeguarding } = world.as
    const asked = await makeRelease(world, { asked_by_id: manager.userId })
    const let_out = `UPDATE data_release SET state = 'let_out', answered_at = now(), answered_by_id = $2 WHERE id = $1`
    for (const [who, by] of [[world.a.system, safeguarding], [manager, safeguarding], [safeguarding, world.as.auditor]] as const) expect(await app.run(who, let_out, [asked, by.userId])).toMatchObject({ code: DENIED })
    expect(await app.run(safeguarding, let_out, [asked, safeguarding.userId])).toMatchObject({ count: 1, code: null })
    const ready = await makeRelease(world, { asked_by_id: manager.userId, answered_at: '2026-11-18', answered_by_id: safeguarding.userId, state: 'made', hash: 'x', bytes: 1, made_at: '2026-11-19' })
    for (const set of [`hash = 'y'`, `state = 'let_out'`, 'asker_took_at = now()']) expect(await app.run(safeguarding, `UPDATE data_release SET ${set} WHERE id = $1`, [ready])).toMatchObject({ code: DENIED })
    expect(await app.run(manager, 'UPDATE data_release SET second_took_at = now() WHERE id = $1', [ready])).toMatchObject({ code: DENIED })
    expect(await app.run(manager, 'UPDATE data_release SET asker_took_at = now() WHERE id = $1', [ready])).toMatchObject({ count: 1, code: null })
    expect(await app.run(world.a.system, 'DELETE FROM data_release')).toMatchObject({ code: DENIED })
  })
})

describe('a file that nobody took', () => {
  it('is deleted after a week, with whatever lies beside it', async () => {
    const left = await release(world, 'archive')
    const place = `${folder}/releases/${world.a.id}`
    fs.writeFileSync(`${place}/${randomUUID()}.zip.part`, 'half')
    await world.sql.query(`UPDATE data_release SET made_at = '2026-11-11' WHERE id = $1`, [left])
    expect(fs.readdirSync(place)).toHaveLength(2)
    await workReleases(world.a.system, request())
    expect(fs.readdirSync(place)).toEqual([])
  })

  it('is left alone where another process began it after this one looked', async () => {
    const place = `${folder}/releases/${world.a.id}/${randomUUID()}.zip.part`
    const asked = request()
    // the event of the looking is written when it has been decided what stays
    const looking = { ...asked, get requestId() { fs.writeFileSync(place, 'half'); return asked.requestId } }
    await workReleases(world.a.system, looking)
    expect(fs.existsSync(place)).toBe(true)
    fs.rmSync(place)
  })

  it('is not taken where it is gone, and may still be', async () => {
    const releaseId = await release(world, 'archive')
    const place = `${folder}/releases/${world.a.id}/${releaseId}.zip`
    const kept = fs.readFileSync(place)
    fs.rmSync(place)
    await expect(takeRelease.run(world.as.manager, request(), { releaseId })).rejects.toMatchObject({ kind: 'conflict' })
    fs.writeFileSync(place, kept)
    expect((await takeRelease.run(world.as.manager, request(), { releaseId })).bytes).toBe(kept.length)
  })
})
