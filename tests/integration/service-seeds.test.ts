import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { client } from '../../lib/database/client'
import { seedDemo } from '../../prisma/seed'
import { connected, ownDatabase, rows, type Urls } from '../support/database'
import { ANCHOR } from '../support/postgres'

/** The demo's directory: there after a first run, and in a demo that was filled before there was one. */
let urls: Urls
beforeAll(async () => {
  urls = await ownDatabase('seeded')
})
afterAll(() => client().$disconnect())

const all = () => rows<{ id: string; code: string }>(urls.owner, 'SELECT s.id, a.code FROM service s JOIN area a ON a.id = s.area_id ORDER BY s.id')

it('has a dozen services or more here and a few next door, each run by an agency of its area or by none', async () => {
  const areas = (await all()).map(({ code }) => code)
  expect(areas.filter((code) => code === 'WRN').length).toBeGreaterThanOrEqual(12)
  expect(areas.filter((code) => code === 'MAR').length).toBeGreaterThanOrEqual(3)
})

it('comes back, the same, to a demo that has none, and nothing else is added', async () => {
  const before = await all()
  const superuser = new URL(inject('postgres'))
  superuser.pathname = new URL(urls.app).pathname
  await connected(superuser.toString(), (sql) => sql.query('DELETE FROM service'))
  const said: string[] = []
  const again = () => seedDemo({ small: true, anchor: new Date(ANCHOR), say: (line) => said.push(line) })
  await again()
  expect(await all()).toEqual(before)
  expect(said).toContain('Wrenmoor: 13 services in the directory')
  expect(said).toContain('Wrenmoor: nothing to do, everything is there')
  said.length = 0
  await again()
  expect(said).toEqual(['Wrenmoor: nothing to do, everything is there', 'Marchford: nothing to do, everything is there'])
  expect(await all()).toEqual(before)
})
