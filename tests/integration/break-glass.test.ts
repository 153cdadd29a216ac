import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { listActions } from '../../lib/actions/queries'
import { closeGlass, openGlass } from '../../lib/break-glass/commands'
import { listOwnGlass, readGlassOfCase, searchGlass } from '../../lib/break-glass/queries'
import { listGlass, readGlass, reviewGlass } from '../../lib/break-glass/review'
import { listCaseload, readCase } from '../../lib/cases/queries'
import { readWorkload } from '../../lib/cases/workload'
import { listSessions } from '../../lib/casework/sessions'
import { drawAudit } from '../../lib/quality-audits/draw'
import { readItem } from '../../lib/quality-audits/item'
import { readAudit } from '../../lib/quality-audits/read'
import { readChild } from '../../lib/records/queries'
import { readToday } from '../../lib/today/queries'
import { asLogin } from '../support/as-login'
import { GLASS_WHY, glassForm, makeGlass, reviewed } from '../support/break-glass'
import { setClock } from '../support/clock'
import { eventOf } from '../support/events'
import { insert } from '../support/insert'
import { makeAction } from '../support/pathway'
import { makeCase, makeChild } from '../support/records'
import { makePerson, makeWorld, request, SYSTEM_USER, type World } from '../support/world'

/** Break-glass: what it opens, to whom, until when, who hears of it, and its review. */
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

const held = async (over: Readonly<Record<string, unknown>> = {}, names: Readonly<Record<string, unknown>> = {}) => {
  const child = await makeChild(world, world.a, names)
  return { child, caseId: await makeCase(world, { child, stage: 'plan', level: 'high', holder: world.as.practitioner, ...over }) }
}
const second = () => world.as.otherPractitioner
const open = (caseId: string, over = {}, actor: Actor = second()) => openGlass.run(actor, request(), glassForm(caseId, over))
const reads = (actor: Actor, caseId: string) => readCase.run(actor, request(), { caseId })
const SHUT = { kind: 'not_found' }
const review = (glassId: string, actor: Actor = world.as.cateManager) => reviewGlass.run(actor, request(), { glassId, outcome: 'wider', words: 'The sessions were not needed' })

describe('an opening', () => {
  it('opens the case, the child and the log at once, and ends to the second with no job having run', async () => {
    const { child, caseId } = await held()
    await expect(reads(second(), caseId)).rejects.toMatchObject(SHUT)
    await open(caseId)
    expect(await reads(second(), caseId)).toMatchObject({ practitioner: { name: 'Pru First' } })
    setClock('2026-11-19T12:29:59Z')
    await reads(second(), caseId)
    await readChild.run(second(), request(), { childId: child })
    await listSessions.run(second(), request(), { caseId })
    setClock('2026-11-19T12:30:00Z')
    await expect(reads(second(), caseId)).rejects.toMatchObject(SHUT)
    await expect(readChild.run(second(), request(), { childId: child })).rejects.toMatchObject(SHUT)
    await expect(listSessions.run(second(), request(), { caseId })).rejects.toMatchObject(SHUT)
    // it may be opened again, which asks for a reason again
    await open(caseId)
    await reads(second(), caseId)
  })

  it('lasts as long as the area says', async () => {
    const { caseId } = await held()
    await open(caseId, {}, { ...second(), settings: { ...second().settings, breakGlassMinutes: 10 } })
    setClock('2026-11-19T10:39:59Z')
    await reads(second(), caseId)
    setClock('2026-11-19T10:40:00Z')
    await expect(reads(second(), caseId)).rejects.toMatchObject(SHUT)
  })

  it('is closed before its time by whoever opened it, or the CATE manager, and once', async () => {
    for (const actor of [second(), world.as.cateManager]) {
      const { caseId } = await held()
      const { id } = await open(caseId)
      await expect(closeGlass.run(world.as.practitioner, request(), { glassId: id })).rejects.toMatchObject(SHUT)
      setClock('2026-11-19T10:50:00Z')
      await closeGlass.run(actor, request(), { glassId: id })
      await expect(reads(second(), caseId)).rejects.toMatchObject(SHUT)
      await expect(closeGlass.run(actor, request(), { glassId: id })).rejects.toMatchObject({ kind: 'conflict' })
      setClock('2026-11-19T10:30:00Z')
    }
  })

  it('is one person’s and of one case: another practitioner, and another case of its holder, stay shut', async () => {
    const third = await makePerson(world.sql, world.a, { role: 'practitioner', name: 'Thea Third' })
    const { caseId } = await held()
    const other = await held()
    await open(caseId)
    await expect(reads(third, caseId)).rejects.toMatchObject(SHUT)
    await expect(reads(second(), other.caseId)).rejects.toMatchObject(SHUT)
    expect((await app.run(third, 'SELECT 1 FROM break_glass')).count).toBe(0)
  })

  it('is of the practitioner’s role: the same person under another role sees what that role sees', async () => {
    const { child, caseId } = await held()
    // open by the database's clock, which is the one of SQL that nobody tells the time
    await makeGlass(world, { held: caseId, child, user: second().userId, opened_at: new Date(Date.now() - 60_000), ends_at: new Date(Date.now() + 3_600_000) })
    const asAnalyst = await makePerson(world.sql, world.a, { role: 'analyst', name: 'Paz Second' })
    expect(asAnalyst.userId).toBe(second().userId)
    for (const sql of ['SELECT 1 FROM cate_case WHERE id = $1', 'SELECT 1 FROM app_covered_cases() c WHERE c = $1']) {
      expect([(await app.run(second(), sql, [caseId])).count, (await app.run(asAnalyst, sql, [caseId])).count]).toEqual([1, 0])
    }
  })

  it('is no work of theirs: not in their caseload, their day, their load or their actions', async () => {
    const { child, caseId } = await held()
    await makeAction(world, { held: caseId, child })
    const load = async () => (await readWorkload.run(world.as.manager, request(), {})).find(({ name }) => name === 'Paz Second')
    const before = await load()
    await open(caseId)
    expect((await listCaseload.run(second(), request(), {})).items.map(({ id }) => id)).not.toContain(caseId)
    expect(JSON.stringify(await readToday.run(second(), request(), {}))).not.toContain(caseId)
    expect((await listActions.run(second(), request(), {})).items.filter((one) => one.caseId === caseId)).toEqual([])
    expect(await load()).toEqual(before)
    expect((await listOwnGlass.run(second(), request(), {})).map((one) => one.caseId)).toContain(caseId)
  })

  it.each([['one’s own case', {}], ['a closed one', { stage: 'closed', closed_at: '2026-11-18T10:00:00Z', closure_reason: 'RC9' }]])('is not of %s', async (_, over) => {
    const { caseId } = await held(over)
    await expect(open(caseId, {}, 'stage' in over ? second() : world.as.practitioner)).rejects.toMatchObject(SHUT)
  })

  it('is not of a case in which one has declared an interest, until it is lifted', async () => {
    const { caseId } = await held({}, { family_name: 'Wrexfordshaw' })
    const id = randomUUID()
    await insert(world.sql, 'panel_conflict', { area_id: world.a.id, id, case_id: caseId, user_id: second().userId, declared_at: '2026-11-18', reason: 'A cousin' })
    await expect(open(caseId)).rejects.toMatchObject(SHUT)
    expect(await searchGlass.run(second(), request(), { query: 'Wrexfordshaw' })).toEqual([])
    await world.sql.query(`UPDATE panel_conflict SET lifted_at = '2026-11-19', lifted_by_id = $2, lift_reason = 'A mistake' WHERE id = $1`, [id, SYSTEM_USER])
    await open(caseId)
  })

  it.each([['', 'Say why you need this record now'], ['Because', 'in a whole sentence'], ['I want to see it', 'in a whole sentence']])('is refused with the reason “%s”', async (reason, message) => {
    const { caseId } = await held()
    await expect(open(caseId, { reason })).rejects.toMatchObject({ kind: 'invalid', fields: { reason: expect.stringContaining(message) } })
  })

  it('is one however often the form is sent, and one at a time', async () => {
    const { caseId } = await held()
    const form = glassForm(caseId)
    const ids = await Promise.all([openGlass.run(second(), request(), form), openGlass.run(second(), request(), form)])
    expect(ids[0]).toEqual(ids[1])
    await expect(open(caseId)).rejects.toMatchObject({ kind: 'conflict', message: 'You have this case open already, until 19 Nov 2026, 12:30.' })
    // the same page, gone back to when it is over
    setClock('2026-11-19T12:30:00Z')
    await expect(openGlass.run(second(), request(), form)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('is over') })
  })

  it('waits for another of the same person and case that is being made, and is then told', async () => {
    const { child, caseId } = await held()
    const other = await world.sql.connect()
    await other.query('BEGIN')
    await other.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`break glass ${second().userId} ${caseId}`])
    await other.query(
      `INSERT INTO break_glass (area_id, id, case_id, child_id, submission_key, user_id, reason, opened_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, 'x', '2026-11-19T10:30:00Z', '2026-11-19T12:30:00Z')`,
      [world.a.id, randomUUID(), caseId, child, randomUUID(), second().userId],
    )
    let settled = false
    const answer = open(caseId).then(() => 'opened', ({ kind }: { kind: string }) => kind).finally(() => (settled = true))
    const waits = `SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`
    while (!settled && !(await world.sql.query(waits)).rowCount);
    await other.query('COMMIT')
    other.release()
    expect(await answer).toBe('conflict')
  })

  it('tells the CATE manager, who is asked, and whoever holds the case; without the name of a child', async () => {
    const { child, caseId } = await held({}, { given_name: 'Quilla', family_name: 'Ostrander' })
    const { id } = await open(caseId)
    const { rows } = await world.sql.query('SELECT kind, owner_id, owner_role, record_type, record_id, child_id, why FROM alert WHERE key LIKE $1 ORDER BY kind', [`glass ${id}%`])
    expect(rows).toMatchObject([
      { kind: 'glass_broken', owner_id: null, owner_role: 'cate_manager', record_type: 'break_glass', record_id: id, child_id: null },
      { kind: 'glass_told', owner_id: world.as.practitioner.userId, record_type: 'case', record_id: caseId, child_id: child },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/Quilla|Ostrander|police/)
    expect(await readGlassOfCase.run(world.as.practitioner, request(), { caseId })).toMatchObject([{ who: 'Paz Second', own: false, open: true, reason: GLASS_WHY }])
    expect(await readGlassOfCase.run(second(), request(), { caseId })).toMatchObject([{ own: true }])
  })

  it('leaves its events, with the reason and the end', async () => {
    const { child, caseId } = await held()
    const from = request()
    const { id } = await openGlass.run(second(), from, glassForm(caseId))
    expect(await eventOf(world, from.requestId)).toMatchObject({
      kind: 'glass.opened', actor_id: second().userId, record_type: 'break_glass', record_id: id, children: [child], detail: { before: null, after: { caseId, reason: GLASS_WHY, endsAt: '2026-11-19T12:30:00.000Z' } },
    })
  })
})

describe('the search', () => {
  it('gives the reference, the name and who holds the case, and nothing else; and leaves its words', async () => {
    const { child, caseId } = await held({ reference: 'X-K-9001' }, { given_name: 'Zephyrine', family_name: 'Aldermarsh' })
    for (const query of ['Zefirine Aldemarch', 'aldermarsh', ' x-k-9001 ']) {
      const from = request()
      expect(await searchGlass.run(second(), from, { query })).toEqual([{ caseId, reference: 'X-K-9001', name: 'Zephyrine Aldermarsh', holder: 'Pru First' }])
      expect(await eventOf(world, from.requestId)).toMatchObject({ kind: 'glass.searched', row_ids: [caseId], children: [child], detail: { terms: { query: query.trim() } } })
    }
    // two letters would be a way to leaf through the team’s cases, though they be a whole name
    await held({}, { family_name: 'Xq' })
    for (const query of ['', 'xq', '%', 'x-k-', 'Bottomley']) expect(await searchGlass.run(second(), request(), { query })).toEqual([])
  })

  it('as SQL under any other role, or none, finds nobody', async () => {
    await held({}, { family_name: 'Thornquist' })
    const find = (actor: Actor | null, call = `break_glass_find('thornquist')`) => app.run(actor, `SELECT * FROM ${call}`)
    expect((await find(second())).rows.map(({ name }) => name)).toEqual([expect.stringContaining('Thornquist')])
    for (const actor of [null, ...Object.values(world.as).filter(({ role }) => role !== 'practitioner')]) {
      expect((await find(actor)).count).toBe(0)
      expect((await find(actor, 'app_breakable_cases()')).count).toBe(0)
    }
  })
})

describe('the review', () => {
  it('lists who, which case, how long and how many pages of the record were opened meanwhile', async () => {
    const { child, caseId } = await held()
    await expect(reads(second(), caseId)).rejects.toMatchObject(SHUT)
    const { id } = await open(caseId)
    await reads(second(), caseId)
    await readChild.run(second(), request(), { childId: child })
    // somebody else's, one that is refused, and what shows that it is open count for nothing
    await reads(world.as.practitioner, caseId)
    await readGlassOfCase.run(second(), request(), { caseId })
    setClock('2026-11-19T10:44:30Z')
    await closeGlass.run(second(), request(), { glassId: id })
    await expect(reads(second(), caseId)).rejects.toMatchObject(SHUT)
    // another opening of the same case begins its own count
    const { id: again } = await open(caseId)
    await reads(second(), caseId)
    const { items } = await listGlass.run(world.as.manager, request(), { show: 'all' })
    expect(items.find((one) => one.id === id)).toMatchObject({ who: 'Paz Second', open: false, minutes: 15, pages: 2, outcome: null })
    expect(items.find((one) => one.id === again)).toMatchObject({ open: true, pages: 1 })
    expect(await app.run(second(), 'SELECT * FROM break_glass_pages($1)', [[id]])).toMatchObject({ count: 0 })
  })

  it('is refused to whoever may not read it, and the log says which it was', async () => {
    const { child, caseId } = await held()
    const glassId = await makeGlass(world, { held: caseId, child, user: second().userId })
    const asked = request()
    await expect(readGlass.run(world.as.manager, asked, { glassId })).rejects.toMatchObject({ kind: 'refused' })
    expect(await eventOf(world, asked.requestId)).toMatchObject({ kind: 'access.refused', record_type: 'break_glass', record_id: glassId })
  })

  it('is written once, when it is over, by somebody else; and whoever opened it hears what was found', async () => {
    const { caseId } = await held()
    const { id } = await open(caseId)
    await expect(review(id)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('still open') })
    setClock('2026-11-19T12:30:00Z')
    const both = await makePerson(world.sql, world.a, { role: 'cate_manager', name: 'Paz Second' })
    await expect(review(id, both)).rejects.toMatchObject({ kind: 'conflict', message: 'You opened this one. Somebody else reviews it.' })
    await expect(reviewGlass.run(world.as.cateManager, request(), { glassId: id, outcome: 'needed', words: ' ' })).rejects.toMatchObject({ kind: 'invalid', fields: { words: expect.any(String) } })
    await review(id)
    await expect(review(id)).rejects.toMatchObject({ kind: 'conflict', message: 'This is reviewed already.' })
    expect(await readGlass.run(world.as.safeguarding, request(), { glassId: id })).toMatchObject({ outcome: 'Needed, and wider than was necessary', reviewedBy: 'Cat Emmanuel', words: 'The sessions were not needed', reason: GLASS_WHY, holder: 'Pru First' })
    const asked = await world.sql.query(`SELECT acknowledged_by_id, note FROM alert WHERE key = $1`, [`glass ${id}`])
    expect(asked.rows).toEqual([{ acknowledged_by_id: world.as.cateManager.userId, note: 'Reviewed: needed, and wider than was necessary' }])
    const { rows } = await world.sql.query(`SELECT owner_id, why FROM alert WHERE key = $1`, [`glass reviewed ${id}`])
    expect(rows).toMatchObject([{ owner_id: second().userId, why: expect.stringContaining('needed, and wider than was necessary') }])
    expect((await listGlass.run(world.as.cateManager, request(), {})).items.map((one) => one.id)).not.toContain(id)
  })
})

describe('an audit of openings', () => {
  it('draws what was opened in the period by its review, and neither who opened nor who reviewed it reads it', async () => {
    const both = await makePerson(world.sql, world.a, { role: 'safeguarding_lead', name: 'Paz Second' })
    const reviewer = await makePerson(world.sql, world.a, { role: 'safeguarding_lead', name: 'Cat Emmanuel' })
    const { child, caseId } = await held({ reference: 'X-K-9100' })
    const opened = { opened_at: '2026-10-05T10:00:00Z', ends_at: '2026-10-05T12:00:00Z' }
    await makeGlass(world, { held: caseId, child, user: second().userId, ...reviewed(world.as.cateManager.userId), ...opened })
    // of another month, and of the other area
    await makeGlass(world, { held: caseId, child, user: second().userId, opened_at: '2026-11-01T00:00:00Z', ends_at: '2026-11-01T01:00:00Z' })
    const inB = await makeChild(world, world.b)
    await makeGlass(world, { area: world.b, held: await makeCase(world, { area: world.b, child: inB, stage: 'plan', holder: world.as.advisorInB }), child: inB, user: world.as.advisorInB.userId, ...opened })
    const day = (date: number) => ({ day: String(date), month: '10', year: '2026' })
    const { id } = await drawAudit.run(world.as.manager, request(), { submissionKey: randomUUID(), kind: 'break_glass', from: day(1), until: day(31), share: '100', secondShare: '0', stratified: true, seed: 'x' })
    const audit = await readAudit.run(world.as.manager, request(), { auditId: id })
    expect(audit).toMatchObject({ population: 1, strata: [{ label: 'Needed and proportionate', of: 1, drawn: 1 }], items: [{ reference: 'X-K-9100' }] })
    const itemId = audit.items[0]?.id ?? ''
    const item = await readItem.run(world.as.auditor, request(), { itemId })
    expect(item).toMatchObject({ own: false, href: expect.stringMatching(/^\/break-glass\/[0-9a-f-]{36}$/) })
    expect(item.questions.map((one) => one.id)).toEqual(['real_reason', 'no_more', 'in_time', 'young_person_told', 'notes'])
    for (const actor of [both, reviewer]) expect(await readItem.run(actor, request(), { itemId })).toMatchObject({ own: true })
    expect(await readItem.run(world.as.safeguarding, request(), { itemId })).toMatchObject({ own: false })
  })
})
