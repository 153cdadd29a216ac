import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '../support/clock'
import { about, frontDoor } from '../support/front-door'
import { insert } from '../support/insert'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, type PersonName, type World } from '../support/world'

/** The alerts of the front door that look past one child: what children share, and an open case elsewhere. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())
const { raised, log, kindsOf, theOne } = frontDoor(() => world)

describe('what children share', () => {
  const lives = async (over: Record<string, unknown>, area = world.a) => {
    const child = await makeChild(world, area)
    await insert(world.sql, 'child_address', { area_id: area.id, id: randomUUID(), child_id: child, line: '9 Far Lane', ...over })
    return child
  }

  it('one address or one phone, to the safeguarding lead, under one key from whichever side', async () => {
    const [one, other] = [await lives({ postcode: 'TF9 1AA', phone: '07700900555' }), await lives({ postcode: 'TF9 1AA', phone: '07700900555', line: ' 9 far lane' })]
    const { id } = await log(about(one))
    const found = await raised('record_id', id)
    expect(found.map(({ kind, owner_role }) => [kind, owner_role])).toEqual([['shared_address', 'safeguarding_lead'], ['shared_phone', 'safeguarding_lead']])
    expect(found[0]?.evidence.map((item) => item.id)).toEqual([one, other])
    expect(found[0]?.why).not.toContain('Far Lane')
    await log(about(other))
    expect(await raised('child_id', other)).toEqual([])
  })

  it('one vehicle, by its registration, in contacts about different children', async () => {
    const vehicle = (label: string) => ({ subjects: [{ kind: 'vehicle' as const, label, note: '' }] })
    const told = (label: string, child: string) => log({ ...about(child), ...vehicle(label) })
    const [one, other] = [await makeChild(world), await makeChild(world)]
    expect(await kindsOf((await told('Grey van, AB12 CDE', one)).id)).toEqual([])
    const { id } = await told('ab12cde', other)
    expect((await theOne(id, 'shared_vehicle')).evidence.map((item) => item.id)).toEqual([other, one])
    expect(await kindsOf((await told('A silver car', await makeChild(world))).id)).toEqual([])
    expect(await kindsOf((await told('Another silver car', await makeChild(world))).id)).toEqual([])
  })

  it('not where they are family, moved out, live in a large home, or only the postcode is alike', async () => {
    const where = { postcode: 'TF9 2AA' }
    const [one, sister, moved] = [await lives(where), await lives(where), await lives({ ...where, to_date: '2025-01-01' })]
    await lives({ ...where, line: '11 Far Lane' })
    await insert(world.sql, 'person_around', { area_id: world.a.id, id: randomUUID(), child_id: sister, relationship: 'sibling', name: 'Robin', related_child_id: one })
    expect(await kindsOf((await log(about(one))).id)).toEqual([])
    expect(await kindsOf((await log(about(moved))).id)).toEqual([])
    const home = await Promise.all(Array.from({ length: 9 }, () => lives({ postcode: 'TF9 3AA' })))
    expect(await kindsOf((await log(about(home[0] ?? ''))).id)).toEqual([])
  })

  it('and never across areas', async () => {
    const here = await lives({ postcode: 'TF9 4AA', phone: '07700900556' })
    await lives({ postcode: 'TF9 4AA', phone: '07700900556' }, world.b)
    expect(await kindsOf((await log(about(here))).id)).toEqual([])
  })
})

describe('an open case elsewhere in the force area', () => {
  const NHS = '9434765919'
  const force = async () => {
    for (const area of [world.a, world.b]) await insert(world.sql, 'agency', { area_id: area.id, id: randomUUID(), name: area === world.a ? 'Three Valleys Police' : 'three valleys police', kind: 'police' })
  }
  const there = async (over: Record<string, unknown>, stage = 'assessment') => {
    const child = await makeChild(world, world.b, over)
    const held = await makeCase(world, { area: world.b, child, stage, holder: world.as.advisorInB })
    return { child, held }
  }
  const elsewhere = async (over: Record<string, unknown>) => {
    const { id } = await log(about(await makeChild(world, world.a, over)))
    return (await raised('record_id', id)).filter(({ kind }) => kind === 'open_elsewhere')
  }

  it('is not told of to an area of another force', async () => {
    await there({ nhs_number: NHS })
    expect(await elsewhere({ nhs_number: NHS })).toEqual([])
  })

  it('says which area and whom to ask, and nothing else of theirs; by NHS number, or by name and date of birth', async () => {
    await force()
    const { child, held } = await there({ given_name: 'Perpetua', family_name: 'Quill', date_of_birth: '2010-02-03' })
    const byNumber = await elsewhere({ nhs_number: NHS })
    expect(byNumber).toMatchObject([{ owner_role: 'safeguarding_lead', why: 'There is an open case in Otherby. Ask the Otherby cate there what they know.' }])
    const byName = await elsewhere({ given_name: 'perpetua', family_name: 'QUILL', date_of_birth: '2010-02-03' })
    expect(byName).toHaveLength(1)
    for (const secret of [child, held, 'X-K-']) expect(JSON.stringify([byNumber, byName])).not.toContain(secret)
  })

  it('not for another date of birth, an estimated one, a closed case, or a name alone', async () => {
    await there({ given_name: 'Odalys', family_name: 'Quine', date_of_birth: '2010-02-03' })
    await there({ given_name: 'Closed', family_name: 'Quine', date_of_birth: '2010-02-03' }, 'closed')
    const born = { given_name: 'Odalys', family_name: 'Quine', date_of_birth: '2010-02-03' }
    expect(await elsewhere({ ...born, date_of_birth: '2010-02-04' })).toEqual([])
    expect(await elsewhere({ ...born, birth_estimated: true })).toEqual([])
    expect(await elsewhere({ ...born, date_of_birth: null })).toEqual([])
    expect(await elsewhere({ ...born, given_name: 'Closed' })).toEqual([])
    expect(await elsewhere(born)).toHaveLength(1)
  })

  it('is answered to the front door about its own children alone', async () => {
    const { child: theirs } = await there({ given_name: 'Ottoline', family_name: 'Quist', date_of_birth: '2010-02-03' })
    const ours = await makeChild(world, world.a, { given_name: 'Ottoline', family_name: 'Quist', date_of_birth: '2010-02-03' })
    const asked = async (who: PersonName, child: string) => {
      const connection = await world.sql.connect()
      await connection.query('SET ROLE waymark_app')
      await connection.query(`SELECT set_config('app.assignment_id', $1, false)`, [world.as[who].assignmentId])
      const { rowCount } = await connection.query('SELECT * FROM open_cases_elsewhere($1)', [child])
      await connection.query('RESET ROLE')
      connection.release(true)
      return rowCount
    }
    for (const who of ['advisor', 'edt', 'safeguarding'] as const) expect([who, await asked(who, ours), await asked(who, theirs)]).toEqual([who, 1, 0])
    for (const who of ['practitioner', 'cateManager', 'police', 'school', 'manager', 'auditor', 'admin', 'advisorInB'] as const) expect([who, await asked(who, ours)]).toEqual([who, 0])
  })
})
