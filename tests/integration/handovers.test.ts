import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signIn, signOut } from '../../lib/handovers/commands'
import { checkHandovers } from '../../lib/handovers/overdue'
import { readHandover, readHandovers } from '../../lib/handovers/queries'
import { setClock } from '../support/clock'
import { by, eventOf } from '../support/events'
import { insert } from '../support/insert'
import { giveRole, makeAlert, makeChild, makeContact, makeDecision, makeDraft } from '../support/records'
import { makePerson, makeWorld, request, type PersonName, type World } from '../support/world'
import { handoverDraftId } from '../../lib/handovers/draft-id'

/** From Family Connect to the Emergency Duty Team and back: what goes over, and who signs. A world of its own for each. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

// each test has a day of its own, Mondays at closing time, so that nobody's hand-over meets another's
let week = 0
let day = ''
beforeEach(async () => {
  day = new Date(Date.parse('2027-01-04T12:00:00Z') + week++ * 7 * 86_400_000).toISOString().slice(0, 10)
  setClock(`${day}T16:40:00Z`)
  await world.sql.query(`UPDATE contact SET state = 'decided', received_at = received_at - interval '1 year' WHERE area_id = $1`, [world.a.id])
  await world.sql.query(`UPDATE alert SET acknowledged_at = now(), acknowledged_by_id = raised_by_id WHERE acknowledged_at IS NULL`)
})

const now = (who: PersonName = 'advisor') => readHandovers.run(world.as[who], request(), {})
type Items = Parameters<typeof signOut.run>[2]['items']
async function out(who: PersonName = 'advisor', over: Partial<Parameters<typeof signOut.run>[2]> = {}, from = request()) {
  const { shift, written, open } = await now(who)
  const items: Items = (open ?? []).map(({ kind, id, note }) => ({ kind, id, note }))
  return signOut.run(world.as[who], from, { shiftAt: shift.at, version: written?.version ?? 0, overall: 'A quiet day', items, ...over })
}
const take = (id: string, who: PersonName = 'edt', version = 1, from = request()) => signIn.run(world.as[who], from, { handoverId: id, version, read: true, remark: 'Thank you' })

describe('a hand-over', () => {
  it('gathers what is open: danger first, then questions, then what waits by when it is due; and no more', async () => {
    const child = await makeChild(world, world.a, { given_name: 'Handed', family_name: 'Over' })
    const later = await makeContact(world, { decision_due: `${day}T18:00:00Z` })
    const sooner = await makeContact(world, { decision_due: `${day}T12:00:00Z`, child })
    const danger = await makeContact(world, { immediate_danger: true, received_at: `${day}T11:00:00Z`, decision_due: `${day}T19:00:00Z` })
    await makeDecision(world, danger)
    await makeDecision(world, await makeContact(world, { received_at: `${day}T11:00:00Z` }))
    await makeDecision(world, await makeContact(world, { immediate_danger: true, received_at: '2026-12-01T11:00:00Z' }))
    const asked = await makeAlert(world, { owner_role: 'advisor', kind: 'missing_screen', child_id: child })
    await makeAlert(world, { owner_role: 'safeguarding_lead' })
    await makeAlert(world, { owner_role: 'advisor', kind: 'referral_overdue' })
    await makeContact(world, { area: world.b })
    const { open, onDuty, shift } = await now()
    expect([onDuty, shift.to, shift.at]).toEqual(['family_connect', 'emergency_duty', `${day}T17:00:00.000Z`])
    expect(open?.map(({ id }) => id)).toEqual([danger, asked, sooner, later])
    expect(open?.map(({ danger: one, why }) => [one, why.split(',')[0]])).toEqual([[true, 'Immediate danger. Decided'], [false, 'Something was noticed'], [false, 'Waits for a decision'], [false, 'Waits for a decision']])
    expect(open?.map((line) => line.child)).toEqual([null, 'Handed Over', 'Handed Over', null])
    expect((await now('edt')).open).toBeNull()
    expect((await now('auditor')).open).toBeNull()
  })

  it('is signed by both sides, with a note on each thing, and is then kept as it was', async () => {
    const contact = await makeContact(world)
    const [first, second] = [request(), request()]
    const { id } = await out('advisor', { items: [{ kind: 'contact', id: contact, note: 'Mother rings back at 19:00' }] }, first)
    setClock(`${day}T17:05:00Z`)
    const seen = await now('edt')
    expect(seen.written).toMatchObject({ id, overall: 'A quiet day', out: { by: 'Ada Visor' }, in: null, lines: [{ id: contact, note: 'Mother rings back at 19:00' }] })
    await take(id, 'edt', 1, second)
    await makeDecision(world, contact)
    const kept = await readHandover.run(world.as.auditor, request(), { handoverId: id })
    expect(kept).toMatchObject({ out: { by: 'Ada Visor', at: `${day}T16:40:00.000Z` }, in: { by: 'Edith Duty', at: `${day}T17:05:00.000Z` }, remark: 'Thank you', lines: [{ why: expect.stringContaining('Waits for a decision') }] })
    expect(await eventOf(world, first.requestId)).toMatchObject({ ...by(world.as.advisor), kind: 'handover.signed_out', record_id: id })
    expect(await eventOf(world, second.requestId)).toMatchObject({ ...by(world.as.edt), kind: 'handover.signed_in', record_id: id })
    for (const sql of [
      `UPDATE handover SET overall = 'x' WHERE id = '${id}'`, `DELETE FROM handover WHERE id = '${id}'`,
      `UPDATE handover_item SET note = 'x' WHERE handover_id = '${id}'`, `DELETE FROM handover_item WHERE handover_id = '${id}'`,
      `INSERT INTO handover_item SELECT area_id, gen_random_uuid(), handover_id, NULL, (SELECT id FROM alert LIMIT 1), 9, why, danger, note FROM handover_item WHERE handover_id = '${id}'`,
    ]) await expect(world.sql.query(sql)).rejects.toMatchObject({ code: '42501' })
    const { written, open } = await now()
    expect([written?.in?.by, open]).toEqual(['Edith Duty', null])
  })

  it('can be written again until the other side has signed, and says the newest', async () => {
    const contact = await makeContact(world)
    const { id } = await out('advisor', { items: [{ kind: 'contact', id: contact, note: 'First' }] })
    const more = await makeContact(world)
    expect((await now('safeguarding')).open?.map(({ note }) => note).sort()).toEqual(['', 'First'])
    await out('safeguarding', { items: [{ kind: 'contact', id: contact, note: 'Second' }, { kind: 'contact', id: more, note: '' }], overall: 'Busier' })
    expect(await readHandover.run(world.as.edt, request(), { handoverId: id })).toMatchObject({ version: 2, overall: 'Busier', out: { by: 'Safia Lead' }, lines: [{ note: 'Second' }, { id: more }] })
    await expect(take(id, 'edt', 1)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('changed while you read it') })
    await take(id, 'edt', 2)
    await expect(out('advisor', { items: [], version: 3 })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Both sides have signed') })
  })

  it('is not signed over something that came in unseen, a colleague’s newer one, or a shift that has passed', async () => {
    await makeContact(world)
    await expect(out('advisor', { items: [] })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Something has come in') })
    await out()
    await expect(out('advisor', { version: 0 })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Ada Visor signed while') })
    await expect(out('advisor', { shiftAt: '2027-01-01T17:00:00.000Z' })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('The shift has changed') })
    await expect(out('edt', { items: [] })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Family Connect hands') })
  })

  it('takes two people, whatever roles one of them holds', async () => {
    const { id } = await out()
    await expect(take(id, 'advisor')).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('takes this shift over') })
    const assignmentId = await giveRole(world, world.as.advisor, { role: 'emergency_duty' })
    const both = { ...world.as.advisor, role: 'emergency_duty' as const, assignmentId }
    await expect(signIn.run(both, request(), { handoverId: id, version: 1, read: true, remark: '' })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('yourself') })
    await expect(signIn.run(world.as.edt, request(), { handoverId: id, version: 1, read: false as never, remark: '' })).rejects.toMatchObject({ kind: 'invalid', fields: { read: 'Say that you have read it' } })
  })

  it('signed by two at once on either side is signed once', async () => {
    // both have read it before either signs
    const { shift } = await now()
    const form = { shiftAt: shift.at, version: 0, overall: 'A quiet day', items: [] }
    const outs = await Promise.allSettled([world.as.advisor, world.as.safeguarding].map((who) => signOut.run(who, request(), form)))
    expect(outs.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { written } = await now('edt')
    const other = await makePerson(world.sql, world.a, { role: 'emergency_duty', name: 'Second Duty' })
    const given = { handoverId: written?.id ?? '', version: 1, read: true as const, remark: '' }
    const ins = await Promise.allSettled([signIn.run(world.as.edt, request(), given), signIn.run(other, request(), given)])
    expect(ins.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('goes the other way in the morning, and one left unsigned is still signed later, with its true time', async () => {
    const { id } = await out()
    setClock(new Date(Date.parse(`${day}T08:30:00Z`) + 86_400_000).toISOString())
    const morning = await now('edt')
    expect(morning).toMatchObject({ shift: { to: 'family_connect' }, written: null, open: [] })
    expect(morning.earlier.items[0]).toMatchObject({ id, outBy: 'Ada Visor', inBy: null })
    await take(id)
    const { id: back } = await out('edt')
    await take(back, 'advisor')
    expect((await now()).written).toMatchObject({ to: 'family_connect', in: { by: 'Ada Visor' } })
  })

  it('leaves no draft behind', async () => {
    const { shift } = await now()
    const draft = await makeDraft(world, world.as.advisor)
    await world.sql.query('UPDATE draft SET id = $1, kind = $2 WHERE id = $3', [handoverDraftId(world.as.advisor.userId, shift.at), 'handover', draft])
    await out()
    expect((await world.sql.query(`SELECT 1 FROM draft WHERE kind = 'handover'`)).rowCount).toBe(0)
  })
})

describe('a hand-over that nobody signs', () => {
  const raised = async () => (await world.sql.query(`SELECT owner_role, why FROM alert WHERE kind = 'handover_overdue' AND key LIKE $1`, [`%${day}T17:00%`])).rows
  const check = (at: string) => {
    setClock(`${day}T${at}Z`)
    return checkHandovers.run(world.as.system, request(), {})
  }
  beforeEach(() => world.sql.query(`UPDATE area SET created_at = '2020-01-01'`))

  it('is told to the safeguarding lead half an hour after the change of shift, once', async () => {
    expect(await check('17:29:00')).toBe(false)
    expect(await raised()).toEqual([])
    await check('17:30:00')
    await check('17:40:00')
    expect(await raised()).toMatchObject([{ owner_role: 'safeguarding_lead', why: expect.stringMatching(/^Family Connect has not made the hand-over of/) }])
    expect((await now('safeguarding')).shift.overdue).toBe(true)
  })

  it('also where only one side has; and not where both have', async () => {
    const { id } = await out()
    await check('17:30:00')
    expect(await raised()).toMatchObject([{ why: expect.stringMatching(/^Emergency Duty Team has not signed for/) }])
    await world.sql.query('UPDATE alert SET key = gen_random_uuid()::text WHERE kind = $1', ['handover_overdue'])
    await take(id)
    expect(await check('18:00:00')).toBe(false)
    expect(await raised()).toEqual([])
  })

  it('nor in an area that has nobody out of hours, or was opened since', async () => {
    expect(await checkHandovers.run(world.b.system, request(), {})).toBe(false)
    await world.sql.query(`UPDATE area SET created_at = $1`, [`${day}T17:10:00Z`])
    expect(await check('18:00:00')).toBe(false)
  })
})

it('an area’s hand-overs are its own: nothing of another’s is named, and no item can join two areas', async () => {
  const { id } = await out()
  const contact = await makeContact(world, { area: world.b })
  const item = { area_id: world.a.id, id: randomUUID(), handover_id: id, contact_id: contact, position: 0, why: 'x', danger: false }
  await expect(insert(world.sql, 'handover_item', item)).rejects.toMatchObject({ code: '23503' })
  await expect(readHandover.run(world.as.advisorInB, request(), { handoverId: id })).rejects.toMatchObject({ kind: 'not_found' })
})
