import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asLogin, DENIED, tablesOf } from '../support/as-login'
import { makeFilled, type Filled } from '../support/filled'
import { makeAlert, makeCase, makeChallenge, makeContact } from '../support/records'
import { PERSON_NAMES, SYSTEM_USER, type PersonName } from '../support/world'

/** What each role sees of its own area, by SQL: the last wall, where a query forgot its filter. */
let world: Filled
let app: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeFilled()
  app = asLogin(world.urls.app)
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const ids = async (person: PersonName, sql: string) => (await app.run(world.as[person], sql)).rows.map((row) => row.id).sort()
const all = async (sql: string) => (await world.sql.query(sql)).rows.map((row) => row.id).sort()

describe('a practitioner', () => {
  it('sees exactly the children of their own cases, and what hangs on them', async () => {
    expect(await ids('practitioner', 'SELECT id FROM child')).toEqual([world.child.own])
    expect(await ids('otherPractitioner', 'SELECT id FROM child')).toEqual([world.child.others])
    for (const table of ['child_alias', 'child_address', 'person_around']) {
      expect(await ids('practitioner', `SELECT DISTINCT child_id AS id FROM ${table}`)).toEqual([world.child.own])
      expect(await ids('otherPractitioner', `SELECT DISTINCT child_id AS id FROM ${table}`)).toEqual([])
    }
  })

  it('sees exactly their own cases, their histories, referrals and contacts', async () => {
    const own = await all(`SELECT id FROM cate_case WHERE child_id = '${world.child.own}'`)
    expect(await ids('practitioner', 'SELECT id FROM cate_case')).toEqual(own)
    for (const table of ['case_allocation', 'case_stage_move', 'case_level']) {
      expect(await ids('practitioner', `SELECT DISTINCT case_id AS id FROM ${table}`)).toEqual(own)
    }
    expect(await ids('otherPractitioner', 'SELECT DISTINCT case_id AS id FROM case_level')).toEqual([])
    expect(await ids('practitioner', 'SELECT id FROM referral')).toEqual(
      await all(`SELECT id FROM referral WHERE child_id = '${world.child.own}'`),
    )
    expect(await ids('practitioner', 'SELECT id FROM contact')).toEqual(
      await all(`SELECT id FROM contact WHERE child_id = '${world.child.own}'`),
    )
    expect(await ids('otherPractitioner', 'SELECT id FROM contact')).toEqual([])
  })

  it('cannot take a colleague’s case, nor put one into their name', async () => {
    const take = `UPDATE cate_case SET allocated_to_id = '${world.as.practitioner.userId}' WHERE child_id = '${world.child.others}'`
    expect(await app.run(world.as.practitioner, take)).toMatchObject({ count: 0, code: null })
    const history = `INSERT INTO case_level (area_id, id, case_id, level, at, by_id, reason) SELECT area_id, gen_random_uuid(), id, 'medium', now(), $1, 'x' FROM cate_case LIMIT 1`
    expect(await app.run(world.as.practitioner, history, [world.as.otherPractitioner.userId])).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.practitioner, history, [world.as.practitioner.userId])).toMatchObject({ count: 1, code: null })
  })
})

describe('the team', () => {
  it('the CATE manager sees every case and every child referred to CATE, and nobody else', async () => {
    expect(await ids('cateManager', 'SELECT id FROM child')).toEqual(
      [world.child.own, world.child.others, world.child.referred].sort(),
    )
    expect(await ids('cateManager', `SELECT id FROM referral WHERE outcome <> 'cate'`)).toEqual([])
  })

  it('the panel’s chair sees the cases that are before the panel or were, and not those before that', async () => {
    const early = await makeCase(world, { child: world.child.referred, stage: 'assessment', holder: world.as.practitioner })
    expect(await ids('chair', 'SELECT id FROM child')).toEqual([world.child.own, world.child.others].sort())
    expect(await ids('chair', 'SELECT id FROM cate_case')).not.toContain(early)
    await world.sql.query(
      `UPDATE cate_case SET stage = 'closed', closed_at = now(), closure_reason = 'RC7' WHERE id = $1`, [early],
    )
  })
})

describe('the specialist who is asked to look at why', () => {
  it('sees that child and what hangs on her for as long as the question waits, and nobody else', async () => {
    const { unknown } = world.child
    const about = ['SELECT id FROM child WHERE id', 'SELECT id FROM contact WHERE child_id'].map((sql) => `${sql} = '${unknown}'`)
    const counts = async (person: PersonName) => Promise.all(about.map(async (sql) => (await ids(person, sql)).length))
    expect(await counts('cateManager')).toEqual([0, 0])
    const alert = await makeAlert(world, { kind: 'repeat_contacts', owner_role: 'cate_manager', child_id: unknown })
    expect(await counts('cateManager')).toEqual([1, 5])
    for (const person of ['practitioner', 'chair', 'police', 'manager'] as const) {
      expect(`${person} ${(await ids(person, `SELECT child_id AS id FROM child_address WHERE child_id = '${unknown}'`)).length}`).toBe(`${person} 0`)
    }
    // the referral that somebody else answers is not theirs for that
    expect(await ids('cateManager', `SELECT id FROM referral WHERE child_id = '${unknown}'`)).toEqual([])
    await world.sql.query('UPDATE alert SET acknowledged_at = now(), acknowledged_by_id = $1 WHERE id = $2', [world.as.cateManager.userId, alert])
    expect(await counts('cateManager')).toEqual([0, 0])
    // another kind of alert opens nothing
    await makeAlert(world, { kind: 'call_on_open_case', owner_role: 'cate_manager', child_id: unknown })
    expect(await counts('cateManager')).toEqual([0, 0])
  })
})

describe('partners and the police', () => {
  it('a partner sees exactly the contacts of their own agency, and no child or case', async () => {
    expect(await ids('school', 'SELECT id FROM contact')).toEqual([world.contact.school])
    expect(await ids('health', 'SELECT id FROM contact')).toEqual([world.contact.health])
    for (const table of ['child', 'child_alias', 'child_address', 'person_around', 'cate_case', 'case_level', 'case_allocation', 'case_stage_move']) {
      expect(await ids('school', `SELECT 1 AS id FROM ${table}`)).toEqual([])
    }
  })

  it('a partner sees exactly what was sent to and shared with their own agency, and its own challenges', async () => {
    const sent = await all(`SELECT id FROM referral WHERE to_agency_id = '${world.a.agencies.school}'`)
    expect(sent).toHaveLength(1)
    expect(await ids('school', 'SELECT id FROM referral')).toEqual(sent)
    expect(await ids('school', 'SELECT referral_id AS id FROM sharing')).toEqual(sent)
    for (const table of ['referral', 'referral_move', 'sharing', 'outcome_told', 'challenge']) expect(await ids('health', `SELECT 1 AS id FROM ${table}`)).toEqual([])
    expect(await ids('police', 'SELECT id FROM referral WHERE to_agency_id IS NOT NULL')).toEqual([])
    const challenge = await makeChallenge(world, world.contact.school, { by_agency_id: world.a.agencies.school })
    expect(await ids('school', 'SELECT id FROM challenge')).toEqual([challenge])
    expect(await ids('health', 'SELECT id FROM challenge')).toEqual([])
  })

  it('a partner answers its own agency’s referral, and changes nothing of what was sent', async () => {
    const answer = `UPDATE referral SET acknowledged_at = now(), state = 'acknowledged'`
    expect(await app.run(world.as.school, answer)).toMatchObject({ count: 1, code: null })
    expect(await app.run(world.as.health, answer)).toMatchObject({ count: 0, code: null })
    expect(await app.run(world.as.school, `UPDATE referral SET summary = 'x'`)).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.school, `UPDATE referral SET to_agency_id = $1`, [world.a.agencies.health])).toMatchObject({ code: DENIED })
  })

  it('a partner challenges what came of its own agency’s contact, in its own name, and of no other', async () => {
    const raise = `INSERT INTO challenge (area_id, id, contact_id, from_whom, by_agency_id, raised_by, words, at, by_id, due_at) VALUES ($1, $2, $3, 'referrer', $4, 'x', 'x', now(), $5, now())`
    const { health, school } = world.as
    const values = (contact: string, agency: string | null, by: string) => [world.a.id, randomUUID(), contact, agency, by]
    expect(await app.run(health, raise, values(world.contact.health, health.agencyId, health.userId))).toMatchObject({ count: 1, code: null })
    expect(await app.run(health, raise, values(world.contact.school, health.agencyId, health.userId))).toMatchObject({ code: DENIED })
    expect(await app.run(health, raise, values(world.contact.health, school.agencyId, health.userId))).toMatchObject({ code: DENIED })
    expect(await app.run(health, raise, values(world.contact.health, health.agencyId, school.userId))).toMatchObject({ code: DENIED })
  })

  it('a partner without an agency sees no contact, not even one that names none', async () => {
    await world.sql.query('UPDATE role_assignment SET agency_id = NULL WHERE id = $1', [world.as.health.assignmentId])
    expect(await ids('health', 'SELECT id FROM contact')).toEqual([])
    await world.sql.query('UPDATE role_assignment SET agency_id = $1 WHERE id = $2', [
      world.as.health.agencyId, world.as.health.assignmentId,
    ])
    expect(await ids('health', 'SELECT id FROM contact')).toEqual([world.contact.health])
  })

  it('the police see the exploitation cases and what their own force told', async () => {
    expect(await ids('police', 'SELECT id FROM child')).toEqual(
      [world.child.own, world.child.others, world.child.referred].sort(),
    )
    const seen = await ids('police', 'SELECT id FROM contact')
    expect(seen).toContain(world.contact.police)
    for (const other of [world.contact.school, world.contact.health, world.contact.neighbour]) expect(seen).not.toContain(other)
  })

  it('the same officer under the role of the other area sees that area alone', async () => {
    expect(await ids('policeInB', 'SELECT DISTINCT area_id AS id FROM child')).toEqual([world.b.id])
    expect(await ids('police', 'SELECT DISTINCT area_id AS id FROM child')).toEqual([world.a.id])
  })
})

describe('those who are to see no child', () => {
  const CASE_CONTENT = [
    'child', 'child_alias', 'child_address', 'person_around', 'contact', 'contact_decision', 'referral',
    'cate_case', 'case_allocation', 'case_stage_move', 'case_level', 'referral_move', 'sharing', 'outcome_told', 'challenge',
    'contact_subject', 'case_note', 'case_note_subject', 'agreed_action', 'action_answer', 'case_review', 'exit_proposal', 'break_glass',
    'safety_plan', 'safety_plan_version', 'safety_plan_involvement', 'safety_plan_action', 'safety_plan_writer',
    'panel', 'panel_item', 'panel_invitation', 'panel_return', 'panel_conflict', 'panel_attendance', 'panel_note', 'panel_decision', 'panel_dissent', 'panel_letter',
    'strategy_meeting', 'strategy_invitation', 'strategy_attendance', 'strategy_fact', 'strategy_dissent', 'strategy_decision', 'strategy_outcome', 'strategy_snapshot', 'protection_step',
  ]
  it.each(['licensing', 'analyst', 'admin'] as const)('%s sees no child, contact, referral or case', async (person) => {
    for (const table of CASE_CONTENT) expect(`${table}: ${(await app.run(world.as[person], `SELECT 1 FROM ${table}`)).count}`).toBe(
      `${table}: 0`,
    )
  })

  it('the front door sees that a case is open and to whom, and no history or level of it', async () => {
    for (const person of ['advisor', 'edt'] as const) {
      expect(await ids(person, 'SELECT id FROM cate_case')).not.toEqual([])
      for (const table of ['case_allocation', 'case_stage_move', 'case_level']) expect(await ids(person, `SELECT 1 AS id FROM ${table}`)).toEqual(
        [],
      )
    }
  })

  it('a hand-over is for the two sides of the front door, the safeguarding lead and the auditor', async () => {
    for (const table of ['handover', 'handover_item']) {
      const seen = await Promise.all(PERSON_NAMES.map(
        async (person) => ((await app.run(world.as[person], `SELECT 1 FROM ${table}`)).count ? [person] : []),
      ))
      expect(seen.flat().sort()).toEqual(['advisor', 'advisorInB', 'auditor', 'edt', 'safeguarding', 'system'])
    }
  })

  it('a draft is its writer’s alone', async () => {
    const seen = await Promise.all(PERSON_NAMES.map(
      async (person) => ((await app.run(world.as[person], 'SELECT 1 FROM draft')).count ? [person] : []),
    ))
    expect(seen.flat()).toEqual(['advisor', 'advisorInB'])
  })

  it('the audit log is read by managers and auditors, and written by all in their own name', async () => {
    const seen = await Promise.all(PERSON_NAMES.map(
      async (person) => ((await app.run(world.as[person], 'SELECT 1 FROM audit_event')).count ? [person] : []),
    ))
    expect(seen.flat()).toEqual(['manager', 'auditor'])
  })

  it('the auditor of the area changes nothing at all, but adds to the log', async () => {
    for (const { name, columns } of await tablesOf(world.sql)) {
      const column = columns.find((one) => one !== 'area_id') ?? ''
      const { count, code } = await app.run(world.as.auditor, `UPDATE ${name} SET ${column} = ${column}`)
      // numbering references is the one thing that every role of an area may do, so that a reference can be given
      if (name !== 'reference_counter') expect(`${name} ${code ?? count}`).toMatch(new RegExp(`^${name} (${DENIED}|0)$`))
    }
  })
})

describe('names are not lent', () => {
  it('nobody logs or decides a contact, sends a referral or adds to a history in another’s name', async () => {
    const contact = await makeContact(world)
    const decide = `INSERT INTO contact_decision (area_id, contact_id, decided_by_id, decided_at, outcomes, reported_as, suggested, rationale, referrer_told)
      VALUES ($1, $2, $3, now(), '{advice}', 'advice', '{}', 'x', 'yes')`
    expect(await app.run(world.as.advisor, decide, [world.a.id, contact, world.as.edt.userId])).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.advisor, decide, [world.a.id, contact, world.as.advisor.userId])).toMatchObject({ count: 1 })
    const columns = (await tablesOf(world.sql)).find(({ name }) => name === 'contact')?.columns.join(', ')
    const log = `INSERT INTO contact (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::contact, (
      SELECT to_jsonb(c) || jsonb_build_object('id', gen_random_uuid(), 'reference', 'x', 'submission_key', gen_random_uuid(), 'logged_by_id', $1::text) FROM contact c WHERE id = $2))`
    expect(await app.run(world.as.advisor, log, [world.as.edt.userId, contact])).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.advisor, log, [world.as.advisor.userId, contact])).toMatchObject({ count: 1 })
    const send = `INSERT INTO referral (area_id, id, contact_id, outcome, to_service, summary, sent_at, sent_by_id) VALUES ($1, $2, $3, 'other_service', 'x', 'x', now(), $4)`
    expect(await app.run(world.as.advisor, send, [world.a.id, randomUUID(), contact, SYSTEM_USER])).toMatchObject(
      { code: DENIED },
    )
    expect(await app.run(world.as.advisor, send, [world.a.id, randomUUID(), contact, world.as.advisor.userId])).toMatchObject(
      { count: 1 },
    )
  })

  it('an administrator makes nobody the system', async () => {
    const give = `INSERT INTO role_assignment (area_id, id, user_id, role) VALUES ($1, $2, $3, $4::role_name)`
    const values = [world.a.id, randomUUID(), world.as.admin.userId]
    expect(await app.run(world.as.admin, give, [...values, 'system'])).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.admin, give, [...values, 'licensing'])).toMatchObject({ count: 1 })
    expect(await app.run(world.as.admin, `UPDATE role_assignment SET role = 'system' WHERE user_id = $1`, [world.as.admin.userId])).toMatchObject(
      { code: DENIED },
    )
    expect(await app.run(world.as.admin, `UPDATE role_assignment SET revoked_at = now() WHERE role = 'system'`)).toMatchObject(
      { count: 0, code: null },
    )
  })

  it('a role below the administrator’s gives itself no other', async () => {
    const { code } = await app.run(
      world.as.advisor, `INSERT INTO role_assignment (area_id, id, user_id, role) VALUES ($1, $2, $3, 'admin')`,
      [world.a.id, randomUUID(), world.as.advisor.userId],
    )
    expect(code).toBe(DENIED)
    expect(await app.run(world.as.advisor, `UPDATE role_assignment SET role = 'admin'`)).toMatchObject({ count: 0, code: null })
  })
})
