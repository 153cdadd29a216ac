import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { csvOf } from '../../lib/csv'
import type { Actor } from '../../lib/access/actor'
import { exportList } from '../../lib/exports/list'
import { LIST_NAMES, type ListName } from '../../lib/exports/lists'
import { xlsxOf } from '../../lib/exports/xlsx'
import { makeChild, makeContact } from '../support/records'
import { sheetOf } from '../support/sheet'
import { answerQuestion } from '../../lib/oversight/board'
import { makeWorld, request, type PersonName, type World } from '../support/world'

let world: World
const children: string[] = []
beforeAll(async () => {
  world = await makeWorld()
  // more than two pages of the list
  for (let at = 0; at < 60; at++) {
    const child = await makeChild(world, world.a, { family_name: at === 0 ? '=HYPERLINK("x")' : `Test${at}`, given_name: at === 0 ? '@SUM' : 'Robin' })
    children.push(child)
    await makeContact(world, { child, source_code: at < 55 ? '2A' : '6', what_was_said: '=1+1' })
  }
  await makeContact(world, { area: world.b })
})
afterAll(() => world.close())

const take = (list: 'contacts' | 'audit', filter: Record<string, unknown> = {}, format: 'csv' | 'xlsx' = 'csv') => exportList.run(world.as.advisor, request(), { list, format, filter })

it('takes every page of the list in one, and says in one event who took what by what filter', async () => {
  const asked = request()
  const table = await exportList.run(world.as.advisor, asked, { list: 'contacts', format: 'csv', filter: { show: 'all', source: 'education' } })
  expect(table.rows).toHaveLength(55)
  expect(table.whole).toBe(true)
  const { rows: events } = await world.sql.query('SELECT kind, actor_id, row_count, detail FROM audit_event WHERE request_id = $1', [asked.requestId])
  expect(events).toEqual([{ kind: 'list.exported', actor_id: world.as.advisor.userId, row_count: 55, detail: { terms: { list: 'contacts', format: 'csv', filter: { show: 'all', source: 'education' }, whole: true } } }])
  const { rows: seen } = await world.sql.query('SELECT count(*)::int AS of FROM audit_event_child c JOIN audit_event e ON e.seq = c.seq WHERE e.request_id = $1', [asked.requestId])
  expect(seen).toEqual([{ of: 55 }])
})

it('makes what a spreadsheet would run harmless, in both forms', async () => {
  const table = await take('contacts', { show: 'all' })
  const csv = csvOf(table.header, table.rows)
  expect(csv).toContain(`"'@SUM =HYPERLINK(""x"")"`)
  expect(csv).toContain(`"'=1+1"`)
  const text = sheetOf(await buffer(xlsxOf(table)))
  expect(text).toContain(`>'=1+1<`)
  expect(text).not.toMatch(/>=1\+1|<f>/)
})

it('opens to nobody what the list does not, nor a bad filter', async () => {
  await expect(take('audit')).rejects.toMatchObject({ kind: 'not_found' })
  await expect(take('contacts', { show: 'everything' })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(take('contacts', { after: '1~x' })).rejects.toMatchObject({ kind: 'invalid' })
})

const TAKERS: Readonly<Record<ListName, { as: PersonName; filter?: Record<string, unknown> }>> = {
  contacts: { as: 'advisor' }, 'our-contacts': { as: 'school' }, referrals: { as: 'cateManager' }, waiting: { as: 'health' }, enquiries: { as: 'safeguarding' }, 'our-enquiries': { as: 'school' }, directory: { as: 'licensing' },
  cases: { as: 'practitioner' }, actions: { as: 'practitioner' }, alerts: { as: 'advisor' }, panels: { as: 'chair' }, strategy: { as: 'safeguarding' }, 'our-strategy': { as: 'police' }, 'our-endings': { as: 'health' }, 'subject-access': { as: 'safeguarding' },
  glance: { as: 'manager' }, figures: { as: 'manager', filter: { question: 'who' } }, 'figure-rows': { as: 'auditor', filter: { figure: 'contacts' } }, pivot: { as: 'analyst', filter: { figure: 'exploitation_source', rows: 'age', columns: 'sex' } },
  late: { as: 'manager' }, silent: { as: 'manager' }, unseen: { as: 'auditor' }, 'missing-returns': { as: 'manager' }, 'action-plan': { as: 'manager' }, 'quality-audits': { as: 'auditor' }, providers: { as: 'manager' }, 'broken-glass': { as: 'cateManager' }, people: { as: 'admin' }, audit: { as: 'auditor' },
}

it.each(LIST_NAMES)('gives the list “%s” to whom it is shown, a cell to each column', async (list) => {
  const { as, filter = {} } = TAKERS[list]
  const { header, rows, whole } = await exportList.run(world.as[as], request(), { list, format: 'csv', filter })
  expect(whole).toBe(true)
  for (const row of rows) expect(row).toHaveLength(header.length)
})

const figures = (who: Actor) => exportList.run(who, request(), { list: 'figures', format: 'csv', filter: { question: 'from', compare: 'yes' } })
const cell = ({ header, rows }: Awaited<ReturnType<typeof figures>>, figure: string, part: string | null, column: string) => rows.find((row) => row[0] === figure && row[2] === part)?.[header.indexOf(column)]

it('gives the figures of a page as they stand on it, and what is withheld there is withheld in the file', async () => {
  // 55 schools' and 5 police contacts, all about exploitation
  await world.sql.query("UPDATE contact SET exploitation = 'suspected', received_at = app_now() - interval '70 days' WHERE area_id = $1", [world.a.id])
  const { figures: shown } = await answerQuestion.run(world.as.manager, request(), { question: 'from' })
  const from = shown.find(({ figure }) => figure === 'exploitation_source')
  const asManager = await figures(world.as.manager)
  const title = from?.title ?? ''
  expect(cell(asManager, title, null, 'Number')).toBe('60')
  expect(cell(asManager, title, 'Police', 'Number')).toBe('5')
  expect(cell(asManager, title, 'Education', 'Share')).toBe('91.7 %')
  const groups = from?.breakdowns.find(({ by }) => by === 'source_group')
  expect(asManager.rows.filter((row) => row[0] === title && row[1] === groups?.header).map((row) => row[2])).toEqual(groups?.parts.map(({ label }) => label))
  const asAnalyst = await figures(world.as.analyst)
  expect(cell(asAnalyst, title, 'Police', 'Number')).toBe('withheld')
  expect(JSON.stringify(asAnalyst.rows)).not.toContain('"5"')
})

it('gives every row behind a figure in one file, and none to an analyst', async () => {
  const filter = { figure: 'exploitation_source', by: 'source_group', part: 'education' }
  const { rows } = await exportList.run(world.as.manager, request(), { list: 'figure-rows', format: 'xlsx', filter })
  expect(rows).toHaveLength(55)
  await expect(exportList.run(world.as.analyst, request(), { list: 'figure-rows', format: 'xlsx', filter })).rejects.toMatchObject({ kind: 'not_found' })
})
