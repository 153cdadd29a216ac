import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { asLogin, DENIED, tablesOf } from '../support/as-login'
import { finishedAt, makeAssessment } from '../support/assessments'
import { connected } from '../support/database'
import { makeFilled, type Filled } from '../support/filled'
import { makeAlert, makeCase, makeChild } from '../support/records'

/** What nobody may change, read or pretend, by SQL and as each of the three logins. */
let world: Filled
let app: ReturnType<typeof asLogin>
let owner: ReturnType<typeof asLogin>
let auditor: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeFilled()
  app = asLogin(world.urls.app)
  owner = asLogin(world.urls.owner)
  auditor = asLogin(world.urls.auditor)
})
afterAll(async () => {
  await Promise.all([app.close(), owner.close(), auditor.close()])
  await world.close()
})

const FOREVER = ['audit_event', 'audit_event_child', 'contact_decision', 'case_allocation', 'case_stage_move', 'case_level', 'contact_subject', 'call_template', 'case_note',
  'case_note_subject', 'enquiry_entry', 'enquiry_decision', 'enquiry_name', 'enquiry_snapshot', 'enquiry_snapshot_part', 'referral_move', 'sharing', 'outcome_told',
  'action_answer', 'case_review', 'case_session', 'disclosure', 'isva_offer', 'supervision', 'supervision_decision', 'assessment_part', 'indicator_set', 'panel_return',
  'panel_note', 'panel_decision', 'panel_dissent', 'strategy_attendance', 'strategy_fact', 'strategy_dissent', 'strategy_decision', 'strategy_outcome',
  'strategy_snapshot', 'protection_step', 'import_reference', 'audit_question_set', 'quality_audit', 'quality_audit_item', 'quality_audit_answer', 'quality_audit_theme', 'quality_audit_given', 'provider_conversation',
  'action_plan_item', 'action_plan_update', 'published_summary', 'published_summary_withdrawal', 'subject_access_decision', 'subject_access_move', 'subject_access_passage', 'subject_access_reading']

describe.each(FOREVER)('%s', (table) => {
  const attempts = [`UPDATE ${table} SET area_id = area_id`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]

  it.each(attempts)('refuses the app: %s', async (sql) => {
    for (const actor of [null, world.a.system, world.as.auditor, world.as.cateManager]) expect(await app.run(actor, sql)).toMatchObject(
      { code: DENIED },
    )
  })

  it.each(attempts)('refuses the owner: %s', async (sql) => {
    expect(await owner.run(null, sql)).toMatchObject({ code: DENIED })
  })

  it('the control: a superuser without the trigger can, so the trigger is what stops the owner', async () => {
    const done = await connected(withDatabase(), async (client) => {
      await client.query('BEGIN')
      await client.query(`SET LOCAL session_replication_role = replica`)
      const { rowCount } = await client.query(`DELETE FROM ${table}`)
      await client.query('ROLLBACK')
      return rowCount
    })
    expect(done).toBeGreaterThan(0)
  })
})

/** The superuser's address of this database. */
const withDatabase = () => String(world.sql.options.connectionString)

describe('the audit log', () => {
  const insert = `INSERT INTO audit_event (area_id, at, kind, outcome, actor_id, role, agency_id, row_ids, address, request_id)
    VALUES ($1, $2, 'today.seen', 'done', $3, $4::role_name, $5, '{}', '192.0.2.7', 'mine')`
  const written = (by: Actor, as: Partial<Actor> = {}) => {
    const { areaId, userId, role, agencyId } = { ...by, ...as }
    return app.run(by, insert, [areaId, '2001-01-01', userId, role, agencyId])
  }

  it('takes an event in one’s own name, role, agency and area, and in no other', async () => {
    const { advisor, edt } = world.as
    expect(await written(advisor)).toMatchObject({ count: 1, code: null })
    expect(await written(advisor, { userId: edt.userId })).toMatchObject({ code: DENIED })
    expect(await written(advisor, { role: 'manager' })).toMatchObject({ code: DENIED })
    expect(await written(advisor, { agencyId: world.a.agencies.police })).toMatchObject({ code: DENIED })
    expect(await written(advisor, { areaId: world.b.id })).toMatchObject({ code: DENIED })
    expect(await app.run(advisor, insert, [world.a.id, '2001-01-01', null, null, null])).toMatchObject({ code: DENIED })
  })

  it('takes no event in anybody’s name from where nobody is signed in', async () => {
    const { advisor } = world.as
    expect(await app.run(null, insert, [advisor.areaId, '2001-01-01', advisor.userId, advisor.role, advisor.agencyId])).toMatchObject(
      { code: DENIED },
    )
    expect(await app.run(null, insert, [null, '2001-01-01', null, null, null])).toMatchObject({ count: 1 })
  })

  it('sets the time itself, whatever it is told', async () => {
    const { rows } = await app.run(world.as.manager, `WITH e AS (${insert} RETURNING at) SELECT abs(extract(epoch FROM at - clock_timestamp())) < 60 AS now FROM e`, [
      world.a.id, '2001-01-01', world.as.manager.userId, 'manager', world.as.manager.agencyId,
    ])
    expect(rows).toEqual([{ now: true }])
  })

  it('links no child of another area to an event', async () => {
    const { areaId, userId, role, agencyId } = world.as.manager
    const link = `WITH e AS (${insert} RETURNING seq) INSERT INTO audit_event_child (area_id, child_id, seq) SELECT $6, $7, seq FROM e`
    const linked = (area: string) => app.run(world.as.manager, link, [
      areaId, '2001-01-01', userId, role, agencyId, area, randomUUID(),
    ])
    expect(await linked(world.b.id)).toMatchObject({ code: DENIED })
    expect(await linked(world.a.id)).toMatchObject({ count: 1 })
  })

  it('links no child to an event that somebody else left', async () => {
    const { rows } = await world.sql.query(
      `SELECT max(seq) AS seq FROM audit_event WHERE area_id = $1 AND actor_id IS DISTINCT FROM $2`,
      [world.a.id, world.as.advisor.userId],
    )
    const answer = await app.run(
      world.as.advisor, 'INSERT INTO audit_event_child (area_id, child_id, seq) VALUES ($1, $2, $3)',
      [world.a.id, randomUUID(), rows[0].seq],
    )
    expect(answer).toMatchObject({ code: DENIED })
  })

  it('links no child to an event that somebody else left on the connection just before', async () => {
    const { advisor, edt } = world.as
    const answer = await connected(world.urls.app, async (client) => {
      const as = (actor: Actor) => client.query(`SELECT set_config('app.assignment_id', $1, true)`, [actor.assignmentId])
      await client.query('BEGIN')
      await as(advisor)
      await client.query(insert, [advisor.areaId, '2001-01-01', advisor.userId, advisor.role, advisor.agencyId])
      await client.query('COMMIT')
      await client.query('BEGIN')
      await as(edt)
      const link = `INSERT INTO audit_event_child (area_id, child_id, seq) SELECT $1, $2, currval('audit_event_seq_seq')`
      return client.query(link, [edt.areaId, randomUUID()]).then(() => 'linked', (error: { code: string }) => error.code)
    })
    expect(answer).toBe(DENIED)
  })
})

describe('what no login of the app may read or write', () => {
  it.each(['credential', 'session', 'sign_in_failure', '_prisma_migrations'])('%s', async (table) => {
    for (const actor of [null, world.a.system, world.as.admin, world.as.auditor]) {
      for (const sql of [`SELECT 1 FROM ${table}`, `INSERT INTO ${table} DEFAULT VALUES`, `DELETE FROM ${table}`]) {
        expect(await app.run(actor, sql)).toMatchObject({ code: DENIED })
      }
    }
  })

  it('deletes nothing but its own drafts', async () => {
    for (const { name } of await tablesOf(world.sql)) {
      const { count, code } = await app.run(world.as.advisor, `DELETE FROM ${name}`)
      expect(`${name}: ${code ?? count}`).toBe(`${name}: ${name === 'draft' ? 1 : DENIED}`)
    }
  })
})

describe('the auditor’s login', () => {
  it('reads both areas, but no password hash and nobody’s draft', async () => {
    for (const { name } of await tablesOf(world.sql)) {
      const { count, code } = await auditor.run(null, `SELECT 1 FROM ${name}`)
      if (name === 'credential' || name === 'draft') expect(`${name}: ${code}`).toBe(`${name}: ${DENIED}`)
      else expect(`${name}: ${count > 0}`).toBe(`${name}: true`)
    }
  })

  it('writes nothing, under whatever assignment it claims', async () => {
    for (const { name, columns } of await tablesOf(world.sql)) {
      for (const sql of [`UPDATE ${name} SET ${columns[0]} = ${columns[0]}`, `DELETE FROM ${name}`, `TRUNCATE ${name} CASCADE`, `INSERT INTO ${name} DEFAULT VALUES`]) {
        expect(`${sql}: ${(await auditor.run(world.a.system, sql)).code}`).toBe(`${sql}: ${DENIED}`)
      }
    }
  })

  it('calls none of the functions that work as the owner', async () => {
    for (const sql of [`SELECT * FROM figure_counts('contact', now(), now(), now(), '{}', '{}', 0)`, `SELECT create_area('NEW', 'New')`, `SELECT * FROM sign_in_account('x')`, `SELECT system_assignment('TST')`]) {
      expect(await auditor.run(null, sql)).toMatchObject({ code: DENIED })
    }
  })
})

const COUNTS = `SELECT * FROM figure_counts('contact', '2020-01-01', '2030-01-01', now(), '{}', '{}', 0)`
const ROWS = `SELECT * FROM figure_rows('contact', '2020-01-01', '2030-01-01', now(), '{}', NULL, NULL, NULL, NULL, 10, '{}', 0)`

describe('the functions that work as the owner', () => {
  it('find and count nothing for nobody', async () => {
    expect(await app.run(null, `SELECT * FROM child_matches('robin test', NULL, NULL, NULL, 'TF1 2AB', '07700900123', NULL)`)).toMatchObject(
      { count: 0, code: null },
    )
    for (const sql of [COUNTS, ROWS]) expect(await app.run(null, sql)).toMatchObject({ count: 0, code: null })
    expect(await app.run(null, 'SELECT * FROM my_assignments()')).toMatchObject({ count: 0, code: null })
  })

  it('stay in the area of the person asking', async () => {
    const found = await app.run(
      world.as.advisor,
      `SELECT DISTINCT c.area_id FROM child_matches('robin test', NULL, NULL, NULL, 'TF1 2AB', '07700900123', NULL) m JOIN child c ON c.id = m.child_id`,
    )
    expect(found.rows).toEqual([{ area_id: world.a.id }])
    const others = await app.run(
      world.as.advisor,
      `SELECT count(*)::int AS n FROM child_matches('robin test', NULL, NULL, NULL, 'TF1 2AB', '07700900123', NULL)`,
    )
    expect(others.rows).toEqual([{ n: (await world.sql.query('SELECT 1 FROM child WHERE area_id = $1', [world.a.id])).rowCount }])
  })

  it('count for managers, auditors and analysts alone', async () => {
    for (const [person, actor] of Object.entries(world.as)) {
      const counts = await app.run(actor, COUNTS)
      expect(`${person}: ${counts.count > 0}`).toBe(`${person}: ${['manager', 'auditor', 'analyst'].includes(person)}`)
      const rows = await app.run(actor, ROWS)
      expect(`${person}: ${rows.count > 0}`).toBe(`${person}: ${['manager', 'auditor'].includes(person)}`)
    }
  })

  it('break nothing down by record, and do not give out what they count from', async () => {
    expect((await app.run(world.as.analyst, COUNTS.replace(`'{}', '{}'`, `'{reference}', '{}'`))).code).toBe('P0001')
    const facts = (await world.sql.query<{ name: string }>(`SELECT proname AS name FROM pg_proc WHERE proname LIKE 'fact\\_%'`)).rows
    expect(facts.length).toBeGreaterThan(15)
    for (const { name } of facts) expect((await app.run(world.as.manager, `SELECT * FROM ${name}($1, '2020-01-01', '2030-01-01', now(), '{}', 0)`, [world.a.id])).code).toBe(DENIED)
  })

  it('count what is of one area, and nothing of any where there is no such area', async () => {
    const facts = (await world.sql.query<{ name: string }>(`SELECT proname AS name FROM pg_proc WHERE proname LIKE 'fact\\_%'`)).rows
    await makeAlert(world, { kind: 'missing_screen', owner_role: 'advisor', record_type: 'contact', record_id: world.contact.school })
    await makeCase(world, { child: await makeChild(world), stage: 'closed' })
    const child = await makeChild(world)
    await makeAssessment(world, { child, held: await makeCase(world, { child, stage: 'panel', holder: world.as.practitioner }), ...finishedAt('2026-11-12') })
    const empty: string[] = []
    for (const { name } of facts) {
      const of = async (area: string) => (await world.sql.query(`SELECT FROM ${name}($1, '2020-01-01', '2030-01-01', now(), '{}', 0)`, [area])).rowCount
      if (!(await of(world.a.id))) empty.push(name)
      expect([name, await of(randomUUID())]).toEqual([name, 0])
    }
    // the control: all but these have something here to be kept in
    expect(empty.sort()).toEqual(['fact_action', 'fact_child', 'fact_indicator', 'fact_review'])
  })

  it('set one’s own password, or as an administrator that of somebody of the same area', async () => {
    const set = async (by: Actor | null, of: Actor) => (await app.run(by, `SELECT set_password($1, 'x') AS done`, [of.userId])).rows
    expect(await set(world.as.advisor, world.as.advisor)).toEqual([{ done: true }])
    expect(await set(world.as.admin, world.as.advisor)).toEqual([{ done: true }])
    expect(await set(world.as.advisor, world.as.edt)).toEqual([{ done: false }])
    expect(await set(world.as.admin, world.as.advisorInB)).toEqual([{ done: false }])
    expect(await set(null, world.as.advisor)).toEqual([{ done: false }])
  })
})
