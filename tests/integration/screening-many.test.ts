import { afterAll, beforeAll, expect, it } from 'vitest'
import { listPairs } from '../../lib/screening/matches'
import { makeChild } from '../support/records'
import { makeWorld, request, SYSTEM_USER, type World } from '../support/world'

/** An earlier system that gave thousands of children one placeholder: one name, one home, one telephone, one date of birth or none. */
const MANY = 3_000
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await world.sql.query(
    `INSERT INTO child (area_id, id, reference, given_name, family_name, date_of_birth, created_by_id, updated_at)
     SELECT $1, gen_random_uuid(), 'X-M-' || n, 'Baby', 'Unknown', CASE WHEN n % 2 = 0 THEN date '2010-01-01' END, $2, app_now() FROM generate_series(1, $3) n`,
    [world.a.id, SYSTEM_USER, MANY],
  )
  await world.sql.query(
    `INSERT INTO child_address (area_id, id, child_id, line, postcode, phone)
     SELECT area_id, gen_random_uuid(), id, '', 'ZZ99 3VZ', '01632 960000' FROM child WHERE area_id = $1 AND family_name = 'Unknown'`,
    [world.a.id],
  )
}, 60_000)
afterAll(() => world.close())

it('still finds two records of one child where thousands share a placeholder', async () => {
  const pair = [await makeChild(world, world.a, { given_name: 'Rowan', family_name: 'Ash' }), await makeChild(world, world.a, { given_name: 'Rowan', family_name: 'Ash' })]
  const { waiting } = await listPairs.run(world.as.advisor, request(), { show: 'waiting' })
  expect(waiting.map(({ first, second }) => [first.id, second.id].sort())).toEqual([pair.sort()])
})
