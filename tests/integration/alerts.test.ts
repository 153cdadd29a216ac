import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from '../../lib/access/operation'
import { acknowledgeAlert } from '../../lib/alerts/commands'
import { escalateAlerts } from '../../lib/alerts/escalate'
import { listAlerts } from '../../lib/alerts/queries'
import { raiseAlert, type NewAlert } from '../../lib/alerts/raise'
import { by, eventOf } from '../support/events'
import { makeAlert, makeChild } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

/** Something that raises whatever it is told to, as an operation of anybody's. */
let toRaise: NewAlert
const raising = operation({
  name: 'test.raise', effect: 'change', permission: 'own:use', input: z.strictObject({}), audit: ['session.kept'],
  async work(asking) {
    await raiseAlert(asking, toRaise)
    return { output: undefined, kind: 'session.kept', facts: {} }
  },
})

const rowsOf = async (key: string) => (await world.sql.query('SELECT * FROM alert WHERE key = $1', [key])).rows
const waiting = async (who: keyof World['as']) => (await listAlerts.run(world.as[who], request(), {})).items.map((alert) => alert.id)

describe('an alert', () => {
  it('raised twice, by whomever, is one alert that says whom it is for and what it rests on', async () => {
    const key = `test:${randomUUID()}`
    const contact = randomUUID()
    toRaise = {
      kind: 'call_on_open_case', key, owner: { role: 'partner', agencyId: world.a.agencies.school }, why: 'Somebody rang.',
      record: { type: 'contact', id: contact }, evidence: [{ type: 'contact', id: contact, label: 'The call' }],
    }
    await raising.run(world.as.advisor, request(), {})
    await raising.run(world.as.health, request(), {})
    const rows = await rowsOf(key)
    expect(rows).toMatchObject([{ owner_role: 'partner', owner_agency_id: world.a.agencies.school, raised_by_id: world.as.advisor.userId, acknowledged_at: null }])
    expect(await waiting('school')).toContain(rows[0].id)
    expect(await waiting('health')).not.toContain(rows[0].id)
    const [shown] = (await listAlerts.run(world.as.school, request(), {})).items.filter(({ id }) => id === rows[0].id)
    expect(shown).toMatchObject({ own: true, to: 'Partner professional, Testford High School', why: 'Somebody rang.', evidence: [{ label: 'The call' }] })
  })

  it('is the addressed person’s alone where it names one', async () => {
    const id = await makeAlert(world, { owner_id: world.as.practitioner.userId })
    expect(await waiting('practitioner')).toContain(id)
    expect(await waiting('otherPractitioner')).not.toContain(id)
  })

  it('is acknowledged once, with what was done, and the log has it', async () => {
    const child = await makeChild(world)
    const id = await makeAlert(world, { owner_role: 'advisor', child_id: child })
    const from = request()
    const sends = [acknowledgeAlert.run(world.as.advisor, from, { alertId: id, version: 1, note: 'Rang the school' }), acknowledgeAlert.run(world.as.safeguarding, request(), { alertId: id, version: 1, note: 'I have it' })]
    const answers = await Promise.allSettled(sends)
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = answers.find((answer) => answer.status === 'rejected')?.reason
    expect(refused).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/^(Ada Visor|Safia Lead) acknowledged this on 19 Nov 2026/) })
    const [row] = (await world.sql.query('SELECT note, acknowledged_by_id FROM alert WHERE id = $1', [id])).rows
    if (row.acknowledged_by_id === world.as.advisor.userId) {
      expect(await eventOf(world, from.requestId)).toMatchObject({ ...by(world.as.advisor), kind: 'alert.acknowledged', record_id: id, children: [child] })
    }
    expect(['Rang the school', 'I have it']).toContain(row.note)
  })

  it('says the same for ever, whoever asks to change it', async () => {
    const id = await makeAlert(world, { owner_role: 'advisor' })
    const owner = await world.sql.connect()
    await owner.query('SET ROLE waymark_app')
    await owner.query(`SELECT set_config('app.assignment_id', $1, false)`, [world.as.safeguarding.assignmentId])
    await expect(owner.query(`UPDATE alert SET why = 'Nothing happened' WHERE id = $1`, [id])).rejects.toMatchObject({ code: '42501' })
    await expect(owner.query(`DELETE FROM alert WHERE id = $1`, [id])).rejects.toMatchObject({ code: '42501' })
    await owner.query('RESET ROLE')
    owner.release(true)
  })
})

describe('what nobody acknowledges', () => {
  it('is passed on after two working days, once, and to the manager where it is the lead’s own', async () => {
    // the tests' now is Thursday 19 November, 10:30: two working days before is Tuesday at the same time
    const late = await makeAlert(world, { owner_role: 'advisor', raised_at: '2026-11-17T10:29:00Z' })
    const leads = await makeAlert(world, { owner_role: 'safeguarding_lead', raised_at: '2026-11-16T10:29:00Z' })
    const soon = await makeAlert(world, { owner_role: 'advisor', raised_at: '2026-11-17T10:31:00Z' })
    await escalateAlerts.run(world.as.system, request(), {})
    await escalateAlerts.run(world.as.system, request(), {})
    expect(await rowsOf(`unanswered:${late}`)).toMatchObject([{ owner_role: 'safeguarding_lead', record_type: 'alert', record_id: late }])
    expect(await rowsOf(`unanswered:${leads}`)).toMatchObject([{ owner_role: 'manager' }])
    expect(await rowsOf(`unanswered:${soon}`)).toEqual([])
  })
})
