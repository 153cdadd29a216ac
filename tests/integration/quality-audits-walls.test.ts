import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { asLogin, DENIED } from '../support/as-login'
import { finishedAt, makeAssessment } from '../support/assessments'
import { makePlan, writePlan } from '../support/plans'
import { makeAudit, makeFound } from '../support/quality-audits'
import { makeCase, makeChild, makeContact, makeDecision } from '../support/records'
import { insert } from '../support/insert'
import { makePerson, makeWorld, type TestArea, type World } from '../support/world'

/** What an audit draws from, whose work each record is, and what the store refuses of one, by SQL. */
let world: World
let app: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeWorld()
  app = asLogin(world.urls.app)
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const INTEGRITY = '23000'
const put = (actor: Actor, table: string, row: Readonly<Record<string, unknown>>) =>
  app.run(actor, `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map((_, at) => `$${at + 1}`)})`, Object.values(row))
const NOBODY = (['practitioner', 'cateManager', 'advisor', 'analyst', 'admin', 'policeInB'] as const)

/** A record of that kind which counts at that time. Gives its id. */
const KINDS: Readonly<Record<string, (at: string, area: TestArea) => Promise<string>>> = {
  contacts: (at, area) => makeContact(world, { area, exploitation: 'yes', received_at: at }),
  assessments: async (at, area) => {
    const { child, held } = await caseIn(area)
    return makeAssessment(world, { area, held, child, ...finishedAt(at) })
  },
  closed_cases: async (at, area) => makeCase(world, { area, child: await makeChild(world, area), stage: 'closed', closed_at: at, closure_reason: 'RC7' }),
  safety_plans: async (at, area) => {
    const { child, held } = await caseIn(area)
    const plan = await makePlan(world, { area, held, child })
    await writePlan(world, plan, true)
    // what is written is never changed: the tests move it to the day they are about
    await past(`UPDATE safety_plan_version SET at = $2 WHERE plan_id = $1 AND issued`, [plan, at])
    return plan
  },
}
const caseIn = async (area: TestArea) => {
  const child = await makeChild(world, area)
  return { child, held: await makeCase(world, { area, child, stage: 'plan', holder: area === world.a ? world.as.practitioner : world.as.advisorInB }) }
}
async function past(sql: string, values: unknown[]): Promise<void> {
  const client = await world.sql.connect()
  try {
    await client.query('SET session_replication_role = replica')
    await client.query(sql, values)
  } finally {
    await client.query('SET session_replication_role = DEFAULT')
    client.release()
  }
}

describe('what is drawn from', () => {
  const [FROM, UNTIL] = ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z']
  const population = async (actor: Actor | null, kind: string) => (await app.run(actor, 'SELECT record_id FROM audit_population($1, $2, $3)', [kind, FROM, UNTIL])).rows.map((row) => row.record_id)

  it.each(Object.keys(KINDS))('%s of the area and the period, to those who draw and check alone', async (kind) => {
    const make = KINDS[kind] as (at: string, area: TestArea) => Promise<string>
    const made = [await make(FROM, world.a), await make(UNTIL, world.a), await make('2026-09-30T23:59:59Z', world.a), await make('2026-10-10T10:00:00Z', world.b)]
    const drawn = async (actor: Actor | null) => (await population(actor, kind)).filter((id) => made.includes(String(id)))
    for (const who of ['manager', 'auditor', 'system'] as const) expect(await drawn(world.as[who])).toEqual([made[0]])
    for (const who of ['safeguarding', ...NOBODY] as const) expect([who, await population(world.as[who], kind)]).toEqual([who, []])
    expect(await population(null, kind)).toEqual([])
  })

  it('a plan that was issued, and a contact of concern', async () => {
    const { child, held } = await caseIn(world.a)
    const plan = await makePlan(world, { held, child })
    await past('UPDATE safety_plan_version SET at = $2 WHERE plan_id = $1', [plan, '2026-10-10T10:00:00Z'])
    const calm = await makeContact(world, { exploitation: 'no', received_at: '2026-10-10T10:00:00Z' })
    expect(await population(world.as.manager, 'safety_plans')).not.toContain(plan)
    expect(await population(world.as.manager, 'contacts')).not.toContain(calm)
  })
})

describe('whose work it is', () => {
  const audited = async (kind: string, contact: string, area = world.a) => (await makeAudit(world, { kind, contact, area })).audit
  const authors = async (actor: Actor | null, audit: string) => (await app.run(actor, 'SELECT user_id FROM audit_authors($1)', [audit])).rows.map((row) => row.user_id).sort()
  const ids = (...people: Actor[]) => people.map(({ userId }) => userId).sort()

  it('is that of everybody who wrote in the record', async () => {
    const { advisor, edt, practitioner, cateManager } = world.as
    const contact = await makeContact(world, { exploitation: 'yes', logged_by_id: advisor.userId })
    await makeDecision(world, contact, { decided_by_id: edt.userId })
    expect(await authors(world.as.manager, await audited('contacts', contact))).toEqual(ids(advisor, edt))
    const { child, held } = await caseIn(world.a)
    const assessment = await makeAssessment(world, { held, child, ...finishedAt('2026-11-12'), begun_by_id: practitioner.userId, finished_by_id: cateManager.userId })
    expect(await authors(world.as.manager, await audited('assessments', assessment))).toEqual(ids(practitioner, cateManager))
    const plan = await makePlan(world, { held, child, by: practitioner })
    expect(await authors(world.as.manager, await audited('safety_plans', plan))).toEqual(ids(practitioner))
    const closed = await makeCase(world, { child: await makeChild(world), stage: 'closed', holder: practitioner })
    expect(await authors(world.as.manager, await audited('closed_cases', closed))).toEqual(ids(practitioner))
  })

  it('is told of that audit, of the area, and to those who audit alone', async () => {
    const of = async (person: Actor, area = world.a) => audited('contacts', await makeContact(world, { area, exploitation: 'yes', logged_by_id: person.userId }), area)
    const [one, , inB] = [await of(world.as.advisor), await of(world.as.edt), await of(world.as.advisorInB, world.b)]
    for (const who of ['manager', 'auditor', 'safeguarding', 'system'] as const) expect(await authors(world.as[who], one)).toEqual(ids(world.as.advisor))
    for (const who of NOBODY) expect([who, await authors(world.as[who], one)]).toEqual([who, []])
    expect([await authors(null, one), await authors(world.as.manager, inB)]).toEqual([[], []])
  })
})

describe('what the store refuses', () => {
  const item = (audit: string, over = {}) => ({ area_id: world.a.id, id: randomUUID(), audit_id: audit, position: 1, record_id: randomUUID(), reference: 'x', stratum: 'undecided', second: false, ...over })
  const drawn = async (by: Actor, count = 1) => {
    const { audit } = await makeAudit(world, { by: by.userId })
    await past('DELETE FROM quality_audit_item WHERE audit_id = $1', [audit])
    if (count !== 1) await past(`UPDATE quality_audit SET strata = '[{"stratum": "undecided", "of": 9, "drawn": ${count}}]' WHERE id = $1`, [audit])
    return audit
  }

  it('an item of somebody else’s draw, and one more or less than it counted', async () => {
    const other = await makePerson(world.sql, world.a, { role: 'manager', name: 'Manny Second' })
    const [own, others, two] = [await drawn(world.as.manager), await drawn(other), await drawn(world.as.manager, 2)]
    expect(await put(world.as.manager, 'quality_audit_item', item(own))).toMatchObject({ count: 1 })
    expect(await put(world.as.manager, 'quality_audit_item', item(others))).toMatchObject({ code: DENIED })
    expect(await put(world.as.manager, 'quality_audit_item', item(two))).toMatchObject({ code: INTEGRITY })
    // whoever drew it in another role does not
    const asAuditor = await makePerson(world.sql, world.a, { role: 'auditor', name: 'Manny Second' })
    expect(await put(asAuditor, 'quality_audit_item', item(others))).toMatchObject({ code: DENIED })
    const full = await makeAudit(world, { by: world.as.manager.userId })
    expect(await put(world.as.manager, 'quality_audit_item', item(full.audit, { position: 2 }))).toMatchObject({ code: INTEGRITY })
  })

  it('a second opinion where none is wanted, before the first, or by the same person', async () => {
    const answer = ({ audit, item: itemId }: { audit: string; item: string }, by: Actor, opinion = 2) =>
      put(by, 'quality_audit_answer', { area_id: world.a.id, id: randomUUID(), audit_id: audit, item_id: itemId, opinion, answers: '{}', at: '2026-11-18', by_id: by.userId })
    const [one, wanted, bare] = [await makeAudit(world), await makeAudit(world, { second: true }), await makeAudit(world, { second: true })]
    for (const made of [one, wanted]) await makeFound(world, made, { by_id: world.as.safeguarding.userId })
    expect(await answer(wanted, world.as.auditor)).toMatchObject({ count: 1 })
    for (const made of [one, bare]) expect(await answer(made, world.as.auditor)).toMatchObject({ code: INTEGRITY })
    expect(await answer(wanted, world.as.safeguarding)).toMatchObject({ code: INTEGRITY })
  })

  it('a size of none', async () => {
    await expect(insert(world.sql, 'agency', { area_id: world.a.id, id: randomUUID(), name: 'No School', kind: 'education', size: 0 })).rejects.toMatchObject({ constraint: 'size_counts' })
  })
})
