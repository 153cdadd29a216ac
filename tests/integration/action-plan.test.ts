import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPlanItem, updatePlanItem } from '../../lib/action-plan/commands'
import { checkPlanTable, importPlanTable } from '../../lib/action-plan/import'
import { readPlan } from '../../lib/action-plan/queries'
import { readLive } from '../../lib/oversight/live'
import { readReport } from '../../lib/oversight/report'
import { figuresReportPdf } from '../../lib/pdf/figures-report'
import { readAudit } from '../../lib/quality-audits/read'
import { readToday } from '../../lib/today/queries'
import { asLogin, DENIED } from '../support/as-login'
import { makeAudit, makePlanItem } from '../support/quality-audits'
import { makeWorld, request, type World } from '../support/world'

/** The board's plan: typed, updated, brought in from a table, and never changed behind it. The tests' today is 19 Nov 2026. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const NONE = { day: '', month: '', year: '' }
const day = (year: number, month: number, date: number) => ({ day: String(date), month: String(month), year: String(year) })
const item = (over: Record<string, unknown> = {}) => ({ submissionKey: randomUUID(), recommendation: 'Hear the child', action: 'Train everybody', how: 'Two days', leadAgencyId: '', leadName: 'The board', due: day(2027, 3, 31), figures: ['voice' as const], auditId: null, ...over })
const update = (itemId: string, over: Record<string, unknown> = {}) =>
  updatePlanItem.run(world.as.manager, request(), { submissionKey: randomUUID(), itemId, milestone: 'six_months', on: day(2026, 11, 18), status: 'under_way', words: 'Forty people trained', evidence: '', newDue: NONE, ...over })
const plan = async () => (await readPlan.run(world.as.auditor, request(), {})).items
const one = async (id: string) => (await plan()).find((row) => row.id === id)

it('takes a row from an audit once, with its lead in the area’s words, and shows it with the audit', async () => {
  const { audit } = await makeAudit(world)
  const given = item({ auditId: audit, leadAgencyId: world.a.agencies.health, leadName: '' })
  const [first, again] = [await addPlanItem.run(world.as.manager, request(), given), await addPlanItem.run(world.as.manager, request(), given)]
  expect(first).toEqual(again)
  expect(await one(first.id)).toMatchObject({ number: 1, lead: 'Testford Health Trust', due: '2027-03-31', status: 'not_started', overdue: false, wanted: [] })
  expect((await readAudit.run(world.as.manager, request(), { auditId: audit })).actions).toEqual([{ id: first.id, number: 1, action: 'Train everybody', lead: 'Testford Health Trust' }])
  await expect(addPlanItem.run(world.as.manager, request(), item({ leadName: '' }))).rejects.toMatchObject({ fields: { leadAgencyId: expect.any(String) } })
})

it('is overdue until an update says otherwise, and wants an update at six months', async () => {
  const id = await makePlanItem(world, { due_on: '2026-11-18' })
  expect(await one(id)).toMatchObject({ overdue: true, wanted: ['six_months'] })
  await update(id, { newDue: day(2027, 1, 31) })
  expect(await one(id)).toMatchObject({ overdue: false, wanted: [], status: 'under_way', dueText: '31 Jan 2027 (was 18 Nov 2026)' })
  await expect(update(id, { status: 'done', milestone: 'between' })).rejects.toMatchObject({ fields: { evidence: 'Say what shows that it is done' } })
  await expect(update(id, { on: day(2026, 11, 20) })).rejects.toMatchObject({ fields: { on: expect.any(String) } })
  const same = { submissionKey: randomUUID(), status: 'done', evidence: 'The audit of October', milestone: 'between' }
  await update(id, same)
  await update(id, same)
  expect((await one(id))?.updates.map(({ status, words }) => [status, words])).toEqual([['under_way', 'Forty people trained'], ['done', 'Forty people trained']])
})

it('is overdue to the board on Today, on the page of what needs somebody now and in the report, with its lead, the longest first', async () => {
  const two = [await makePlanItem(world, { due_on: '2026-11-10', lead_name: 'Testford Police' }), await makePlanItem(world, { due_on: '2026-11-01' })]
  const done = await makePlanItem(world, { due_on: '2026-11-01' })
  await update(done, { status: 'done', evidence: 'The audit of October' })
  const expected = [[two[1], 'The board', 18], [two[0], 'Testford Police', 9]]
  const told = (rows: readonly { id: string; lead: string; days: number }[]) => rows.filter(({ id }) => [...two, done].includes(id)).map(({ id, lead, days }) => [id, lead, days])
  for (const person of ['manager', 'auditor'] as const) {
    const today = await readToday.run(world.as[person], request(), {})
    expect(told('plan' in today ? today.plan : [])).toEqual(expected)
    expect(told((await readLive.run(world.as[person], request(), {})).plan)).toEqual(expected)
    const report = await readReport.run(world.as[person], request(), {})
    expect(told(report.overdue ?? [])).toEqual(expected)
    expect((await figuresReportPdf(report, { title: 'Report', intro: 'x' })).length).toBeGreaterThan(2000)
  }
})

it('keeps what was said, whoever asks', async () => {
  const id = await makePlanItem(world)
  await update(id)
  const app = asLogin(world.urls.app)
  for (const sql of ['UPDATE action_plan_item SET area_id = area_id', 'UPDATE action_plan_update SET area_id = area_id', 'DELETE FROM action_plan_update']) expect(await app.run(world.as.manager, sql)).toMatchObject({ code: DENIED })
  await app.close()
})

it('brings a table in after a dry run: refused rows named, nothing written in part unless told, and once', async () => {
  const mark = randomUUID()
  const table = [
    'Recommendation,Action,Lead,How,Due,Status,Update,Evidence',
    `Rec 19,${mark} visits,testford high school,Termly,31/3/2027,,,`,
    `Rec 26,${mark} talks,Somebody else,By phone,2027-03-31,Done,Held,Minutes`,
    `Rec 33,${mark} late,The board,,next spring,,,`,
  ].join('\r\n')
  const brought = async () => (await plan()).filter(({ action }) => action.startsWith(mark))
  const report = await checkPlanTable.run(world.as.manager, request(), { table: `\uFEFF${table}` })
  expect(report).toEqual({
    added: [{ line: 2, action: `${mark} visits`, lead: 'Testford High School', due: '2027-03-31', known: true }, { line: 3, action: `${mark} talks`, lead: 'Somebody else', due: '2027-03-31', known: false }],
    refused: [{ line: 4, problems: ['how is empty', 'due is not a date: “next spring”. Write it as 2027-03-31 or 31/3/2027'] }],
    there: [],
  })
  await expect(importPlanTable.run(world.as.manager, request(), { table, leave: false })).rejects.toMatchObject({ kind: 'invalid' })
  expect(await brought()).toEqual([])
  await importPlanTable.run(world.as.manager, request(), { table, leave: true })
  const rows = await brought()
  expect(rows.map(({ lead, status, updates }) => [lead, status, updates.length])).toEqual([['Testford High School', 'not_started', 0], ['Somebody else', 'done', 1]])
  expect(await importPlanTable.run(world.as.manager, request(), { table, leave: true })).toMatchObject({ added: [], there: [2, 3] })
  expect(await brought()).toHaveLength(2)
  for (const bad of ['just words', '"', 'a,b\n1,2']) await expect(checkPlanTable.run(world.as.manager, request(), { table: bad })).rejects.toMatchObject({ fields: { table: expect.any(String) } })
})
