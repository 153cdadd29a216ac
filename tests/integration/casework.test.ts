import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { acknowledgeAlert } from '../../lib/alerts/commands'
import { listAlerts } from '../../lib/alerts/queries'
import { listCaseload } from '../../lib/cases/queries'
import { sessionDraftId } from '../../lib/casework/draft-id'
import { logSession } from '../../lib/casework/log'
import { recordOffer } from '../../lib/casework/offers'
import { listSessions, readSession } from '../../lib/casework/sessions'
import { saveDraft } from '../../lib/drafts/commands'
import { listDrafts } from '../../lib/drafts/queries'
import { asLogin, DENIED } from '../support/as-login'
import { makeSession, sessionForm } from '../support/casework'
import { setClock } from '../support/clock'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

let world: World
let app: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeWorld()
  app = asLogin(world.urls.app)
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(async () => {
  await app.close()
  await world.close()
})

const held = async (over: Record<string, unknown> = {}) => {
  const child = await makeChild(world)
  return { child, held: await makeCase(world, { child, stage: 'plan', holder: world.as.practitioner, ...over }) }
}
type Form = ReturnType<typeof sessionForm>
const log = (form: Form, who: Actor = world.as.practitioner) => logSession.run(who, request(), form)
const read = (sessionId: string, who: Actor = world.as.practitioner) => readSession.run(who, request(), { sessionId })
const list = (caseId: string) => listSessions.run(world.as.practitioner, request(), { caseId })
const count = async (table: string, caseId: string) => (await world.sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE case_id = $1`, [caseId])).rows[0]?.n

describe('a session', () => {
  it('is kept as it was written, with who wrote it, and counts as having seen the young person', async () => {
    const one = await held({ level: 'high', opened_at: '2026-10-01' })
    expect((await list(one.held)).seen).toMatchObject({ at: null, state: 'late', expected: 'two to three times a week' })
    const { id } = await log(sessionForm(one.held))
    expect(await read(id)).toMatchObject({
      happenedAt: '2026-11-19T09:00:00.000Z', minutes: 60, place: 'At home', childWords: 'I want them to stop calling', safety: 'mostly_safe', nextOn: '2026-11-23', by: 'Pru First', disclosed: false, earlier: [],
    })
    expect(await list(one.held)).toMatchObject({ seen: { text: 'today', state: 'on_time' }, items: [{ id }] })
  })

  it('sent twice, one after the other or at once, is one; with other words it is refused and not swallowed', async () => {
    const one = await held()
    const form = sessionForm(one.held)
    const first = await log(form)
    expect(await log(form)).toEqual(first)
    const again = sessionForm(one.held, { place: 'A café' })
    const both = await Promise.all([1, 2, 3].map(() => log(again)))
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect(await count('case_session', one.held)).toBe(2)
    await expect(log({ ...form, account: 'Something else' })).rejects.toMatchObject({ kind: 'invalid', fields: { form: expect.stringContaining('saved already') } })
  })

  it('asks how safe they feel and whether they told of abuse where they were seen, and not where they were not', async () => {
    const one = await held()
    await expect(log(sessionForm(one.held, { safety: '', disclosed: '' }))).rejects.toMatchObject({ fields: { safety: expect.any(String), disclosed: expect.any(String) } })
    const { id } = await log(sessionForm(one.held, { type: 'attempted', safety: '', disclosed: '', childWords: 'typed before the type was changed', minutes: '0' }))
    expect(await read(id)).toMatchObject({ type: 'attempted', safety: null, childWords: null, minutes: 0 })
    expect((await list(one.held)).seen?.at).toBeNull()
  })

  it('cannot have been in the future, more than a year ago, at no time, or after the case was closed', async () => {
    const one = await held()
    for (const happenedAt of ['2026-11-19T10:31', '2025-11-01T10:00', '', '2026-02-30T10:00']) {
      await expect(log(sessionForm(one.held, { happenedAt })), happenedAt).rejects.toMatchObject({ fields: { happenedAt: expect.any(String) } })
    }
    for (const minutes of ['', '-5', 'an hour', '1441']) await expect(log(sessionForm(one.held, { minutes })), minutes).rejects.toMatchObject({ fields: { minutes: expect.any(String) } })
    const closed = await held({ stage: 'closed', closed_at: '2026-11-18T12:00:00Z', closure_reason: 'RC1' })
    await expect(log(sessionForm(closed.held))).rejects.toMatchObject({ fields: { happenedAt: expect.stringContaining('18 Nov 2026') } })
    // a visit that a practitioner came to write down only after the case was closed
    await log(sessionForm(closed.held, { happenedAt: '2026-11-18T11:00' }))
    expect(await count('case_session', closed.held)).toBe(1)
  })

  it('ends its draft, and one on its way afterwards is not kept', async () => {
    const one = await held()
    const form = sessionForm(one.held)
    const draftId = sessionDraftId(world.as.practitioner.userId, one.held)
    const keep = () => saveDraft.run(world.as.practitioner, request(), { draftId, kind: 'session', content: form })
    await keep()
    await log(form)
    expect(await listDrafts.run(world.as.practitioner, request(), { kind: 'session', draftId })).toEqual([])
    await expect(keep()).rejects.toMatchObject({ kind: 'conflict' })
    // the next visit to the same young person has a draft again
    await saveDraft.run(world.as.practitioner, request(), { draftId, kind: 'session', content: { ...form, submissionKey: randomUUID() } })
  })
})

describe('correcting a session', () => {
  it('adds an entry that takes the place of the first, which stays; each is corrected once', async () => {
    const one = await held()
    const first = await log(sessionForm(one.held))
    const second = await log(sessionForm(one.held, { correctsId: first.id, type: 'attempted', safety: '', disclosed: '', account: 'Nobody was in after all' }), world.as.cateManager)
    expect((await list(one.held)).items.map(({ id }) => id)).toEqual([second.id])
    expect((await list(one.held)).seen?.at).toBeNull()
    expect(await read(second.id)).toMatchObject({ corrects: true, by: 'Cat Emmanuel', earlier: [{ id: first.id, account: 'We talked about the weekend over tea', by: 'Pru First' }] })
    expect((await read(first.id)).correctedBy).toBe(second.id)
    await expect(log(sessionForm(one.held, { correctsId: first.id }))).rejects.toMatchObject({ kind: 'conflict' })
    const third = await log(sessionForm(one.held, { correctsId: second.id }))
    expect((await read(third.id)).earlier.map(({ id }) => id)).toEqual([second.id, first.id])
    const racing = await Promise.allSettled([1, 2].map(() => log(sessionForm(one.held, { correctsId: third.id }))))
    expect(racing.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('does not take away what was told in it', async () => {
    const one = await held()
    const first = await log(sessionForm(one.held, { disclosed: 'yes', disclosureWords: 'They made me' }))
    const second = await log(sessionForm(one.held, { correctsId: first.id, place: 'At school', disclosed: 'no' }))
    expect(await read(second.id)).toMatchObject({ disclosed: true, place: 'At school', disclosure: { words: 'They made me' } })
    expect(await count('disclosure', one.held)).toBe(1)
  })
})

describe('what a young person tells', () => {
  const told = async () => {
    const one = await held()
    const { id } = await log(sessionForm(one.held, { disclosed: 'yes', disclosureWords: 'They made me go to the flat' }))
    const { disclosure } = await read(id)
    return { ...one, id, disclosureId: disclosure?.id ?? '' }
  }
  const offer = (disclosureId: string, over: object = {}) => ({ disclosureId, submissionKey: randomUUID(), state: 'offered' as const, onDay: { day: '19', month: '11', year: '2026' }, note: '', ...over })

  it('is asked for in words, told to the safeguarding lead in that moment, and makes its hearer a witness', async () => {
    const one = await held()
    await expect(log(sessionForm(one.held, { disclosed: 'yes' }))).rejects.toMatchObject({ fields: { disclosureWords: expect.any(String) } })
    const { id } = await log(sessionForm(one.held, { disclosed: 'yes', disclosureWords: 'They made me' }))
    const { items } = await listAlerts.run(world.as.safeguarding, request(), { kind: 'disclosure_made', sort: 'newest' })
    const alert = items.find(({ record }) => record.id === id)
    expect(alert).toMatchObject({ asks: true, own: true, record: { type: 'case_session', id } })
    expect(alert?.why).not.toContain('They made me')
    await expect(acknowledgeAlert.run(world.as.safeguarding, request(), { alertId: alert?.id ?? '', version: 1, note: '' })).rejects.toMatchObject({ kind: 'invalid' })
    expect((await read(id)).disclosure).toMatchObject({ own: true, heardBy: 'Pru First' })
    expect((await read(id, world.as.safeguarding)).disclosure).toMatchObject({ own: false })
  })

  it('opens the offer of an adviser, of which every state is kept and the latest stands', async () => {
    const { id, disclosureId } = await told()
    await expect(recordOffer.run(world.as.practitioner, request(), offer(disclosureId, { state: 'not_yet' }))).rejects.toMatchObject({ fields: { note: expect.any(String) } })
    for (const day of ['18', '20']) {
      await expect(recordOffer.run(world.as.practitioner, request(), offer(disclosureId, { onDay: { day, month: '11', year: '2026' } }))).rejects.toMatchObject({ fields: { onDay: expect.any(String) } })
    }
    const first = offer(disclosureId, { state: 'not_yet', note: 'Too tired today; on Monday' })
    await recordOffer.run(world.as.practitioner, request(), first)
    await recordOffer.run(world.as.practitioner, request(), first)
    setClock('2026-11-20T10:30:00Z')
    await recordOffer.run(world.as.practitioner, request(), offer(disclosureId, { state: 'accepted', onDay: { day: '20', month: '11', year: '2026' } }))
    expect((await read(id)).disclosure?.offers.map(({ state, onDay }) => [state, onDay])).toEqual([['accepted', '2026-11-20'], ['not_yet', '2026-11-19']])
  })

  it('is seen by nobody whom the case is not open to, and is changed by nobody', async () => {
    const { held: caseId, disclosureId } = await told()
    for (const who of ['otherPractitioner', 'advisor', 'chair', 'police', 'manager', 'admin', 'advisorInB'] as const) {
      for (const table of ['case_session', 'disclosure']) expect(await app.run(world.as[who], `SELECT 1 FROM ${table} WHERE case_id = $1`, [caseId]), who).toMatchObject({ rows: [], code: null })
    }
    for (const who of ['practitioner', 'cateManager', 'safeguarding', 'auditor'] as const) expect(await app.run(world.as[who], 'SELECT 1 FROM disclosure WHERE id = $1', [disclosureId]), who).toMatchObject({ count: 1 })
    expect(await app.run(world.as.practitioner, `UPDATE disclosure SET words = 'Another' WHERE id = $1`, [disclosureId])).toMatchObject({ code: DENIED })
    const forged = `INSERT INTO case_session (area_id, id, case_id, child_id, submission_key, happened_at, minutes, place, type, account, by_id, at)
      SELECT area_id, gen_random_uuid(), id, child_id, gen_random_uuid(), now(), 1, 'x', 'family', 'x', $2, now() FROM cate_case WHERE id = $1`
    expect(await app.run(world.as.practitioner, forged, [caseId, world.as.cateManager.userId])).toMatchObject({ code: DENIED })
  })
})

describe('a caseload', () => {
  it('says who was seen late for the level, how many, and puts the longest overdue first', async () => {
    const practitioner = world.as.otherPractitioner
    const made = async (level: string | null, seen: string | null, over: object = {}) => {
      const one = await held({ level, holder: practitioner, opened_at: '2026-11-18T09:00:00Z', panel_held_at: '2026-11-18', next_review_due: '2027-01-10', ...over })
      if (seen) await makeSession(world, { ...one, happened_at: seen, next_step: 'Ring on Friday' })
      return one.held
    }
    const late = await made('high', '2026-11-10T09:00:00Z')
    const later = await made('medium', null, { opened_at: '2026-10-01T09:00:00Z' })
    const due = await made('high', '2026-11-15T09:00:00Z')
    const fresh = await made('low', '2026-11-18T09:00:00Z')
    const ask = async (given: object = {}) => listCaseload.run(practitioner, request(), given)
    expect((await ask({ seen: 'late', sort: 'seen' })).items.map(({ id }) => id)).toEqual([later, late])
    const all = await ask({ sort: 'seen', view: 'board' })
    expect(all.items.map(({ id }) => id)).toEqual([later, late, due, fresh])
    expect(all).toMatchObject({ count: 4, seenLate: 2 })
    expect(all.items[1]).toMatchObject({ log: { seen: { state: 'late', late: '5 days late', text: '9 days ago' }, safety: 'mostly_safe', nextStep: 'Ring on Friday' } })
    expect((await ask({ show: 'closed' })).seenLate).toBeNull()
  })
})
