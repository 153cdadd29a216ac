import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { csvOf } from '../../lib/csv'
import { exportList } from '../../lib/exports/list'
import { xlsxOf } from '../../lib/exports/xlsx'
import { makeChild, makeContact } from '../support/records'
import { sheetOf } from '../support/sheet'
import { makeWorld, request, type World } from '../support/world'

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
