import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asLogin, DENIED, tablesOf } from '../support/as-login'
import { inNameOf, insertOf, rowOf, withFreshKeys } from '../support/copy-row'
import { makeFilled, type Filled } from '../support/filled'
import { PERSON_NAMES, PEOPLE, type PersonName } from '../support/world'

let world: Filled
let app: ReturnType<typeof asLogin>
let tables: Awaited<ReturnType<typeof tablesOf>>
beforeAll(async () => {
  world = await makeFilled()
  app = asLogin(world.urls.app)
  tables = await tablesOf(world.sql)
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const IN_A = PERSON_NAMES.filter((name) => name === 'system' || PEOPLE[name][0] === 'a')
const byArea = () => tables.filter(({ columns }) => columns.includes('area_id'))
/** The log takes events from where nobody is signed in, and a person may be in two areas: those are counted apart. */
const problems: string[] = []
const note = (holds: boolean, what: string) => void (holds || problems.push(what))
const none = () => expect(problems.splice(0)).toEqual([])

describe('as the app’s login', () => {
  it('there is something of both areas in every table to be kept apart', async () => {
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const { rows } = await world.sql.query(`SELECT count(*)::int AS n FROM ${name}`)
      note(rows[0].n > 0, `${name} is empty`)
    }
    for (const { name } of byArea()) {
      for (const area of [world.a, world.b]) {
        const { rows } = await world.sql.query(`SELECT count(*)::int AS n FROM ${name} WHERE area_id = $1`, [area.id])
        note(rows[0].n > 0, `${name} has nothing of ${area.name}`)
      }
    }
    none()
  })

  it('without an actor every table is empty or closed', async () => {
    for (const { name } of tables) {
      const { count, code } = await app.run(null, `SELECT 1 FROM ${name}`)
      note(code === DENIED || (code === null && count === 0), `${name}: ${count} rows, ${code}`)
    }
    none()
  })

  it('an assignment that is no assignment shows nothing', async () => {
    for (const id of [randomUUID(), world.as.advisor.userId, world.a.id, '']) {
      for (const { name } of tables) {
        const { count, code } = await app.run({ ...world.as.advisor, assignmentId: id }, `SELECT 1 FROM ${name}`)
        note(code === DENIED || (code === null && count === 0), `${name} by ${id || 'nothing'}: ${count} rows, ${code}`)
      }
    }
    none()
  })

  it.each(IN_A)('%s of area A reads no row of area B in any table', async (person) => {
    let own = 0
    for (const { name } of byArea()) {
      const foreign = await app.run(world.as[person], `SELECT 1 FROM ${name} WHERE area_id IS DISTINCT FROM $1`, [world.a.id])
      note(foreign.count === 0, `${name}: ${foreign.count} rows of elsewhere`)
      own += (await app.run(world.as[person], `SELECT 1 FROM ${name}`)).count
    }
    none()
    // the control: the same person does see something
    expect(own).toBeGreaterThan(0)
    expect((await app.run(world.as[person], 'SELECT code FROM area')).rows).toEqual([{ code: 'TST' }])
    const people = (await app.run(world.as[person], 'SELECT name FROM user_account')).rows.map((row) => row.name)
    expect(people).toContain(world.as.advisor.name)
    expect(people).not.toContain(world.as.advisorInB.name)
  })
})

/** A copy of a row of area B under a new key, as JSON: in the name it was written in, or in that person's. */
async function copyOf(table: string, name?: string): Promise<string> {
  const row = withFreshKeys(await rowOf(world.sql, table, world.b.id))
  return JSON.stringify({ ...(name ? inNameOf(table, row, name) : row), ...(table === 'audit_event' ? { seq: 900_000_000 } : {}) })
}

describe('no verb reaches into another area', () => {
  it.each(IN_A)('%s of area A writes nothing of area B', async (person) => {
    const actor = world.as[person]
    for (const { name, columns } of byArea()) {
      const first = columns.find((column) => column !== 'area_id') ?? 'area_id'
      // in one's own name too, lest the name be all that stops it
      for (const copy of [await copyOf(name), await copyOf(name, actor.userId)]) {
        const inserted = await app.run(actor, insertOf(name, columns), [copy])
        note(inserted.code === DENIED, `${name}: an insert gave ${inserted.code}`)
      }
      const updated = await app.run(actor, `UPDATE ${name} SET ${first} = ${first} WHERE area_id = $1`, [world.b.id])
      note(
        updated.code === DENIED || (updated.code === null && updated.count === 0),
        `${name}: an update gave ${updated.code}, ${updated.count} rows`,
      )
      const blind = await app.run(actor, `UPDATE ${name} SET ${first} = ${first} RETURNING area_id`)
      note(blind.rows.every((row) => row.area_id === world.a.id), `${name}: an update of everything reached area B`)
      const moved = await app.run(actor, `UPDATE ${name} SET area_id = $1 WHERE area_id = $2`, [world.b.id, world.a.id])
      note(moved.code !== null || moved.count === 0, `${name}: ${moved.count} rows were moved to area B`)
      const deleted = await app.run(actor, `DELETE FROM ${name} WHERE area_id = $1`, [world.b.id])
      note(
        deleted.code === DENIED || (deleted.code === null && deleted.count === 0),
        `${name}: a delete gave ${deleted.code}, ${deleted.count} rows`,
      )
      const emptied = await app.run(actor, `TRUNCATE ${name} CASCADE`)
      note(emptied.code === DENIED, `${name}: a truncate gave ${emptied.code}`)
    }
    none()
  })

  it('the control: area B’s own people get past the same guard with the same rows', async () => {
    const past: string[] = []
    // the log is taken in one's own name alone, which a copy never is: it has tests of its own
    for (const { name, columns } of byArea().filter((table) => !table.name.startsWith('audit_event'))) {
      const copy = await copyOf(name)
      for (const actor of [world.b.system, world.as.advisorInB]) {
        const { code } = await app.run(actor, insertOf(name, columns), [copy])
        // whatever stops it then is a key that is taken, and no guard
        if (code !== DENIED) past.push(name)
      }
    }
    const expected: PersonName[] | string[] = [
      'action_answer', 'agency', 'agreed_action', 'alert', 'assessment', 'assessment_part', 'assessment_request', 'call_template', 'case_allocation', 'case_level',
      'case_note', 'case_note_subject', 'case_review', 'case_stage_move', 'cate_case', 'challenge', 'child', 'child_address', 'child_alias', 'contact', 'contact_decision',
      'contact_subject', 'draft', 'enquiry', 'enquiry_decision', 'enquiry_entry', 'enquiry_name', 'enquiry_request', 'enquiry_snapshot', 'enquiry_snapshot_part',
      'enquiry_time', 'handover', 'handover_item', 'import_reference', 'indicator_set', 'outcome_told', 'panel', 'panel_attendance', 'panel_conflict', 'panel_decision', 'panel_dissent',
      'panel_invitation', 'panel_item', 'panel_note', 'panel_return', 'person_around', 'protection_step', 'reference_counter', 'referral', 'referral_move', 'role_assignment',
      'service', 'sharing', 'strategy_attendance', 'strategy_decision', 'strategy_dissent', 'strategy_fact', 'strategy_invitation', 'strategy_meeting', 'strategy_outcome',
      'strategy_snapshot', 'team',
      'action_plan_item', 'action_plan_update', 'audit_question_set', 'provider_conversation', 'quality_audit', 'quality_audit_answer', 'quality_audit_given', 'quality_audit_item', 'quality_audit_theme',
    ].sort()
    expect([...new Set(past)].sort()).toEqual(expected)
  })
})
