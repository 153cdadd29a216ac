import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { addPlanItem, updatePlanItem } from '../../lib/action-plan/commands'
import { importPlanTable } from '../../lib/action-plan/import'
import { builtInQuestions } from '../../lib/pathway/audit-questions'
import { answerItem } from '../../lib/quality-audits/answer'
import { addTheme } from '../../lib/quality-audits/conclude'
import { drawAgain, drawAudit } from '../../lib/quality-audits/draw'
import { giveItems, readToGive, standing } from '../../lib/quality-audits/given'
import { readItem } from '../../lib/quality-audits/item'
import { readProviders, recordTalk } from '../../lib/quality-audits/providers'
import { saveQuestions } from '../../lib/quality-audits/questions'
import { readAudit } from '../../lib/quality-audits/read'
import { readSizes, setSize } from '../../lib/quality-audits/sizes'
import { foundForm, makeAudit, makePlanItem, makeQuestions } from '../support/quality-audits'
import { makeContact } from '../support/records'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** What the operations of audits, of providers and of the action plan refuse; the tests' today is 19 November 2026. */
let world: World
let council: string
let school: string
beforeAll(async () => {
  world = await makeWorld()
  ;({ council, school } = world.a.agencies)
})
afterAll(() => world.close())

const NOT_FOUND = { kind: 'not_found' }
const NONE = { day: '', month: '', year: '' }
const day = (year: number, month: number, date: number) => ({ day: String(date), month: String(month), year: String(year) })
const drawForm = (over: Record<string, unknown> = {}) => ({ submissionKey: randomUUID(), kind: 'contacts' as const, from: day(2026, 9, 1), until: day(2026, 9, 30), share: '100', secondShare: '0', stratified: false, seed: '', ...over })
const planItem = (over: Record<string, unknown> = {}) => ({ submissionKey: randomUUID(), recommendation: 'Hear the child', action: 'Train everybody', how: 'Two days', leadAgencyId: '', leadName: 'The board', due: day(2027, 3, 31), figures: [], auditId: null, ...over })
const talk = (over: Record<string, unknown> = {}) => ({ submissionKey: randomUUID(), agencyId: school, from: '2026-10-01', until: '2026-10-31', on: day(2026, 11, 19), withWhom: 'The head', said: 'They ring the nurse', nextStep: 'A visit', nextOn: NONE, ...over })
const manager = () => world.as.manager
const auditor = () => world.as.auditor
const admin = () => world.as.admin

it('what is not there and what is another area’s are one answer', async () => {
  const there = await makeAudit(world, { area: world.b })
  const plan = await makePlanItem(world, { area: world.b })
  const gone = await makeAudit(world, { contact: randomUUID() })
  const calls: ((ids: { auditId: string; itemId: string; row: string }) => Promise<unknown>)[] = [
    ({ auditId }) => readAudit.run(manager(), request(), { auditId }),
    ({ auditId }) => readToGive.run(manager(), request(), { auditId }),
    ({ auditId }) => drawAgain.run(manager(), request(), { auditId }),
    ({ auditId }) => addTheme.run(auditor(), request(), { submissionKey: randomUUID(), auditId, words: 'x' }),
    ({ auditId }) => giveItems.run(manager(), request(), { submissionKey: randomUUID(), auditId, slots: [`${randomUUID()}.1`], toId: auditor().userId, reason: '' }),
    ({ auditId }) => addPlanItem.run(manager(), request(), planItem({ auditId })),
    ({ itemId }) => readItem.run(auditor(), request(), { itemId }),
    ({ itemId }) => answerItem.run(auditor(), request(), foundForm(itemId)),
    ({ row }) => updatePlanItem.run(manager(), request(), { submissionKey: randomUUID(), itemId: row, milestone: 'between', on: day(2026, 11, 18), status: 'under_way', words: 'x', evidence: '', newDue: NONE }),
  ]
  for (const call of calls) for (const ids of [{ auditId: randomUUID(), itemId: randomUUID(), row: randomUUID() }, { auditId: there.audit, itemId: there.item, row: plan }]) await expect(call(ids)).rejects.toMatchObject(NOT_FOUND)
  // nor is a record of one's own area that whoever audits may not see
  await expect(readItem.run(auditor(), request(), { itemId: gone.item })).rejects.toMatchObject(NOT_FOUND)
})

describe('a draw', () => {
  it('takes a thousand records and no more', async () => {
    const first = await makeContact(world, { exploitation: 'yes', received_at: '2026-09-10T10:00:00Z' })
    const { rows: [row] } = await world.sql.query(`SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS names FROM pg_attribute WHERE attrelid = 'contact'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname NOT IN ('id', 'reference', 'submission_key')`)
    await world.sql.query(`INSERT INTO contact (id, reference, submission_key, ${row.names}) SELECT gen_random_uuid(), 'X-M-' || n, gen_random_uuid(), ${row.names} FROM contact, generate_series(1, 1000) n WHERE id = $1`, [first])
    await expect(drawAudit.run(manager(), request(), drawForm())).rejects.toMatchObject({ fields: { share: expect.stringContaining('1,001') } })
    await drawAudit.run(manager(), request(), drawForm({ share: '99' }))
  })

  it.each([[{ from: day(2026, 10, 2), until: day(2026, 10, 1) }, 'until'], [{ share: '101' }, 'share'], [{ secondShare: '101' }, 'secondShare'], [{ share: '1.5' }, 'share']])('is not of %j', async (over, field) => {
    await expect(drawAudit.run(manager(), request(), drawForm(over))).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: expect.any(String) } })
  })
})

it('records are given to those who read them now: not to one who did, will, or is gone', async () => {
  const { audit, item } = await makeAudit(world)
  const give = (to: Actor) => giveItems.run(manager(), request(), { submissionKey: randomUUID(), auditId: audit, slots: [`${item}.1`], toId: to.userId, reason: '' })
  const people = await Promise.all([
    { from: '2026-11-20' }, { until: new Date('2026-11-18') }, { revoked: new Date('2026-11-18') }, { deactivated: new Date('2026-11-18') }, { role: 'practitioner' as const },
  ].map((over, at) => makePerson(world.sql, world.a, { role: 'auditor', name: `Aud Number${at}`, ...(over as object) })))
  for (const one of people) await expect(give(one)).rejects.toMatchObject({ fields: { toId: expect.any(String) } })
  const offered = (await readToGive.run(manager(), request(), { auditId: audit })).people.map(({ name }) => name)
  expect(offered).toEqual(['Audra Terr', 'Safia Lead'])
  await give(auditor())
})

it('what is still to be given is what nobody answered, each reading that was drawn and once', async () => {
  const { audit, item } = await makeAudit(world)
  const open = async () => (await readToGive.run(manager(), request(), { auditId: audit })).slots.map(({ id }) => id)
  const give = (slots: string[]) => giveItems.run(manager(), request(), { submissionKey: randomUUID(), auditId: audit, slots, toId: auditor().userId, reason: '' })
  expect(await open()).toEqual([`${item}.1`])
  await expect(give([`${item}.2`])).rejects.toMatchObject(NOT_FOUND)
  expect(await give([`${item}.1`, `${item}.1`])).toEqual({ given: 1 })
  await answerItem.run(auditor(), request(), foundForm(item))
  expect(await open()).toEqual([])
  expect((await readItem.run(world.as.safeguarding, request(), { itemId: item })).next).toBeNull()
  // the last time it was given stands, whatever its id
  const row = (id: string, day: number) => ({ id, itemId: item, opinion: 1, toId: id, at: new Date(Date.UTC(2026, 10, day)) })
  expect(standing([row('b', 1), row('a', 2)]).get(`${item}.1`)?.toId).toBe('a')
})

it('a second opinion is offered to a second person, and to whom it was given alone', async () => {
  const { audit, item } = await makeAudit(world, { second: true })
  const next = async (actor: Actor) => [(await readItem.run(actor, request(), { itemId: item })).next, (await readAudit.run(actor, request(), { auditId: audit })).items[0]?.next]
  await answerItem.run(auditor(), request(), foundForm(item))
  const third = await makePerson(world.sql, world.a, { role: 'auditor', name: 'Thea Reader' })
  expect([await next(auditor()), await next(third), await next(world.as.safeguarding)]).toEqual([[null, null], [2, 2], [2, 2]])
  await giveItems.run(manager(), request(), { submissionKey: randomUUID(), auditId: audit, slots: [`${item}.2`], toId: third.userId, reason: '' })
  expect([await next(third), await next(world.as.safeguarding)]).toEqual([[2, 2], [null, null]])
  await world.sql.query('UPDATE role_assignment SET revoked_at = now() WHERE id = $1', [third.assignmentId])
})

it('one work at a time: a second waits for the first', async () => {
  const { audit, item } = await makeAudit(world)
  const form = drawForm()
  const { questions } = builtInQuestions('contacts')
  const waits = `SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`
  const cases: [string, () => Promise<unknown>][] = [
    [`quality audit item ${item}`, () => answerItem.run(auditor(), request(), foundForm(item))],
    [`quality audit ${form.submissionKey}`, () => drawAudit.run(manager(), request(), { ...form, share: '1' })],
    [`quality audit given ${audit}`, () => giveItems.run(manager(), request(), { submissionKey: randomUUID(), auditId: audit, slots: [`${item}.1`], toId: auditor().userId, reason: '' })],
    [`audit questions contacts ${world.a.id}`, () => saveQuestions.run(admin(), request(), { kind: 'contacts', from: 0, rows: [...questions], note: 'x' })],
    [`action plan ${world.a.id}`, () => addPlanItem.run(manager(), request(), planItem())],
    [`action plan ${world.a.id}`, () => importPlanTable.run(manager(), request(), { table: 'Recommendation,Action,Lead,How,Due\nRec 1,Visits,The board,Termly,31/3/2027', leave: false })],
  ]
  for (const [key, work] of cases) {
    const other = await world.sql.connect()
    await other.query('BEGIN')
    await other.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key])
    let [settled, waited] = [false, false]
    const answer = work().catch(() => null).finally(() => (settled = true))
    while (!settled && !waited) waited = Boolean((await world.sql.query(waits)).rowCount)
    await other.query('COMMIT')
    other.release()
    await answer
    expect([key, waited]).toEqual([key, true])
  }
})

describe('the questions of an area', () => {
  const save = (over: Record<string, unknown> = {}) => saveQuestions.run(admin(), request(), { kind: 'assessments', from: 0, rows: [...builtInQuestions('assessments').questions], note: 'The board asked', ...over })
  const rows = () => builtInQuestions('assessments').questions.map((one) => ({ ...one }))
  const another = { id: '', label: 'Was an interpreter offered?', hint: '', answer: 'judge' as const }

  it('go on from a version that is there, are changed, and keep how each was answered', async () => {
    await expect(save()).rejects.toMatchObject({ fields: { form: expect.stringContaining('Nothing is changed') } })
    await expect(save({ from: 3, rows: [...rows(), another] })).rejects.toMatchObject({ fields: { form: expect.stringContaining('not there') } })
    const at = rows().findIndex(({ answer }) => answer === 'judge')
    await expect(save({ rows: rows().map((one, index) => (index === at ? { ...one, answer: 'words' } : one)).concat(another) })).rejects.toMatchObject({ fields: { [`rows.${at}.label`]: expect.stringContaining('another way') } })
    await expect(save({ rows: [...rows(), { ...another, id: 'made_up' }] })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('are asked once each, and one of them is judged', async () => {
    await expect(save({ rows: [...rows(), another, { ...another, label: another.label.toUpperCase() }] })).rejects.toMatchObject({ kind: 'invalid', fields: { [`rows.${rows().length + 1}.label`]: expect.stringContaining('twice') } })
    const [first] = rows()
    await expect(save({ rows: [...rows(), { ...first, label: 'The same in other words' }] })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(save({ rows: [{ ...another, answer: 'words' }] })).rejects.toMatchObject({ fields: { note: expect.stringContaining('at least one') } })
  })

  it('are saved once however often they are sent, and not over somebody else’s', async () => {
    const sent = { rows: [...rows(), another] }
    expect([await save(sent), await save(sent)]).toEqual([{ number: 1 }, { number: 1 }])
    for (const over of [{ note: 'Otherwise' }, { rows: [...rows(), { ...another, label: 'Another?' }] }]) await expect(save({ ...sent, ...over })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Ad Minn') })
    const second = await makePerson(world.sql, world.a, { role: 'admin', name: 'Ada Second' })
    await expect(saveQuestions.run(second, request(), { kind: 'assessments', from: 0, note: 'The board asked', ...sent })).rejects.toMatchObject({ kind: 'conflict' })
    // of another kind, or another area, nothing is in the way
    await makeQuestions(world, world.b)
    expect(await save({ kind: 'closed_cases', rows: [...builtInQuestions('closed_cases').questions, another] })).toEqual({ number: 1 })
  })
})

describe('providers', () => {
  it('are counted by exploitation or by all, in the days of the period', async () => {
    for (const [at, exploitation] of [['2026-06-30T22:59:00Z', 'yes'], ['2026-06-30T23:00:00Z', 'yes'], ['2026-07-31T22:59:00Z', 'suspected'], ['2026-07-31T23:00:00Z', 'yes'], ['2026-07-10T10:00:00Z', 'no']] as const) {
      await makeContact(world, { agency: school, exploitation, received_at: at })
    }
    const seen = async (of: 'exploitation' | 'all') => (await readProviders.run(manager(), request(), { of, from: day(2026, 7, 1), until: day(2026, 7, 31) })).providers.map(({ name, seen: count }) => [name, count])
    expect([await seen('exploitation'), await seen('all')]).toEqual([[['Testford High School', 2]], [['Testford High School', 3]]])
    await expect(readProviders.run(manager(), request(), { from: day(2026, 7, 2), until: day(2026, 7, 1) })).rejects.toMatchObject({ fields: { until: expect.any(String) } })
  })

  it('are talked with by today, and are schools or housing providers of the area', async () => {
    await recordTalk.run(manager(), request(), talk())
    await expect(recordTalk.run(manager(), request(), talk({ on: day(2026, 11, 20) }))).rejects.toMatchObject({ fields: { on: expect.any(String) } })
    await expect(recordTalk.run(manager(), request(), talk({ from: '2026-11-01' }))).rejects.toMatchObject({ fields: { until: expect.any(String) } })
    const quiet = randomUUID()
    await world.sql.query(`INSERT INTO agency (area_id, id, name, kind) VALUES ($1, $2, 'Quiet School', 'education')`, [world.a.id, quiet])
    const { providers } = await readProviders.run(manager(), request(), {})
    expect(providers.map(({ name, talks }) => [name, talks.length]).sort()).toEqual([['Quiet School', 0], ['Testford High School', 1]])
    await world.sql.query('DELETE FROM agency WHERE id = $1', [quiet])
    for (const agencyId of [council, world.b.agencies.school, randomUUID()]) await expect(recordTalk.run(manager(), request(), talk({ agencyId }))).rejects.toMatchObject(NOT_FOUND)
  })

  it('have the size that was last set by somebody who saw the one before', async () => {
    const size = (was: number | null, to: string, agencyId = school) => setSize.run(admin(), request(), { agencyId, was, size: to })
    await size(null, '900')
    await expect(size(null, '1000')).rejects.toMatchObject({ kind: 'conflict' })
    // the same again is no conflict, and nothing changed is no change
    await size(null, '900')
    await expect(size(900, '900')).rejects.toMatchObject({ fields: { size: expect.any(String) } })
    await expect(size(900, '0')).rejects.toMatchObject({ fields: { size: expect.any(String) } })
    for (const agencyId of [council, world.b.agencies.school, randomUUID()]) await expect(size(null, '5', agencyId)).rejects.toMatchObject(NOT_FOUND)
    expect((await readSizes.run(admin(), request(), {})).map(({ name, size: of }) => [name, of])).toEqual([['Testford High School', 900]])
  })
})

it('a row of the action plan is led by an agency of the area', async () => {
  await expect(addPlanItem.run(manager(), request(), planItem({ leadAgencyId: world.b.agencies.school }))).rejects.toMatchObject({ fields: { leadAgencyId: expect.any(String) } })
})

it('a row that stands twice in one table is brought in once', async () => {
  const row = 'Rec 2,Talks,The board,By phone,31/3/2027'
  expect(await importPlanTable.run(manager(), request(), { table: `Recommendation,Action,Lead,How,Due\n${row}\n${row}`, leave: false })).toMatchObject({ added: [{ line: 2 }], there: [3] })
})
