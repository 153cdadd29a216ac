import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { builtInQuestions } from '../../lib/pathway/audit-questions'
import { answerItem } from '../../lib/quality-audits/answer'
import { addTheme } from '../../lib/quality-audits/conclude'
import { drawAgain, drawAudit } from '../../lib/quality-audits/draw'
import { giveItems } from '../../lib/quality-audits/given'
import { readItem } from '../../lib/quality-audits/item'
import { listAudits } from '../../lib/quality-audits/list'
import { readProviders, recordTalk } from '../../lib/quality-audits/providers'
import { readQuestions, saveQuestions } from '../../lib/quality-audits/questions'
import { readAudit } from '../../lib/quality-audits/read'
import { setSize } from '../../lib/quality-audits/sizes'
import { readToday } from '../../lib/today/queries'
import { asLogin, DENIED } from '../support/as-login'
import { FOUND, foundForm, makeAudit } from '../support/quality-audits'
import { makeContact, makeDecision } from '../support/records'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** Audits drawn at random by a seed, what two people found, and what it comes to; contacts of October 2026 alone. */
let world: World
let second: Actor
beforeAll(async () => {
  world = await makeWorld()
  second = await makePerson(world.sql, world.a, { role: 'auditor', name: 'Aude Second' })
  for (let at = 0; at < 43; at++) {
    const contact = await makeContact(world, { exploitation: at % 2 ? 'yes' : 'suspected', received_at: `2026-10-${String((at % 28) + 1).padStart(2, '0')}T10:00:00Z` })
    if (at < 24) await makeDecision(world, contact, { outcomes: ['cate'] })
    else if (at < 42) await makeDecision(world, contact, { outcomes: ['advice'] })
  }
  // none of the population: no concern, and of another month or area
  await makeContact(world, { exploitation: 'no', received_at: '2026-10-10T10:00:00Z' })
  await makeContact(world, { exploitation: 'yes', received_at: '2026-09-30T22:59:00Z' })
  await makeContact(world, { area: world.b, exploitation: 'yes', received_at: '2026-10-10T10:00:00Z' })
})
afterAll(() => world.close())

const day = (year: number, month: number, date: number) => ({ day: String(date), month: String(month), year: String(year) })
const form = (over: Record<string, unknown> = {}) => ({ submissionKey: randomUUID(), kind: 'contacts' as const, from: day(2026, 10, 1), until: day(2026, 10, 31), share: '10', secondShare: '20', stratified: false, seed: '', ...over })
const draw = (over: Record<string, unknown> = {}) => drawAudit.run(world.as.manager, request(), form(over))
const read = (auditId: string, actor = world.as.manager) => readAudit.run(actor, request(), { auditId })
const references = async (auditId: string) => (await read(auditId)).items.map(({ reference, second: two }) => [reference, two])
const answer = (actor: Actor, itemId: string, over: Record<string, unknown> = {}) => answerItem.run(actor, request(), foundForm(itemId, over))

describe('a draw', () => {
  it('of 10 % made twice from one seed has the same rows, and keeps all that makes it again', async () => {
    const [one, two] = [await draw({ seed: 'board of 3 November' }), await draw({ seed: 'board of 3 November' })]
    expect(await references(one.id)).toEqual(await references(two.id))
    const audit = await read(one.id)
    expect(audit).toMatchObject({ population: 43, share: 10, secondShare: 20, seed: 'board of 3 November', setRef: 'waymark-1', by: world.as.manager.name, from: '2026-10-01', until: '2026-10-31' })
    expect([audit.items.length, audit.items.filter((item) => item.second).length]).toEqual([5, 1])
    expect(await drawAgain.run(world.as.auditor, request(), { auditId: one.id })).toMatchObject({ same: true, changed: false, then: 43, now: 43 })
  })

  it('takes some of each outcome where it is asked to, the single one too', async () => {
    const { strata, items } = await read((await draw({ stratified: true })).id)
    expect(strata).toEqual([
      { stratum: 'advice', label: 'Information and advice', of: 18, drawn: 2 }, { stratum: 'progressed', label: 'Progressed', of: 24, drawn: 3 }, { stratum: 'undecided', label: 'Waiting for a decision', of: 1, drawn: 1 },
    ])
    expect(items).toHaveLength(6)
  })

  it('chooses a seed by itself, and is made once however often it is sent', async () => {
    const sent = form()
    const [one, two] = await Promise.all([0, 1].map(() => drawAudit.run(world.as.manager, request(), sent)))
    expect(one).toEqual(two)
    expect((await read(one?.id ?? '')).seed).toMatch(/^[0-9a-f]{10}$/)
    expect((await listAudits.run(world.as.auditor, request(), {})).filter(({ id }) => id === one?.id)).toEqual([expect.objectContaining({ items: 5, answered: 0, seconds: 1, secondsDone: 0 })])
  })

  it('is of a period that is over and has something in it', async () => {
    await expect(draw({ until: day(2026, 11, 20) })).rejects.toMatchObject({ fields: { until: expect.stringContaining('over') } })
    await expect(draw({ kind: 'closed_cases' })).rejects.toMatchObject({ fields: { from: expect.stringContaining('no closed case') } })
    await expect(draw({ share: '0' })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('says, when it is made again, that the records have changed since', async () => {
    const period = { from: day(2026, 8, 1), until: day(2026, 8, 31), share: '50' }
    for (let at = 1; at < 5; at++) await makeContact(world, { exploitation: 'yes', received_at: `2026-08-0${at}T10:00:00Z` })
    const { id } = await draw(period)
    await makeContact(world, { exploitation: 'yes', received_at: '2026-08-09T10:00:00Z' })
    expect(await drawAgain.run(world.as.manager, request(), { auditId: id })).toMatchObject({ same: false, changed: true, then: 4, now: 5 })
    expect(await references(id)).toHaveLength(2)
  })
})

describe('a record that is given to somebody', () => {
  const give = (audit: string, slots: string[], to: Actor, over: object = {}) => giveItems.run(world.as.manager, request(), { submissionKey: randomUUID(), auditId: audit, slots, toId: to.userId, reason: '', ...over })
  const own = async (actor: Actor, audit: string) => (await read(audit, actor)).items.map(({ next, mine }) => [next, mine])

  it('is theirs alone until it is given to somebody else with a reason', async () => {
    const { audit, item } = await makeAudit(world)
    const sent = { submissionKey: randomUUID() }
    expect(await give(audit, [`${item}.1`], world.as.auditor, sent)).toEqual({ given: 1 })
    expect(await give(audit, [`${item}.1`], world.as.auditor, sent)).toEqual({ given: 0 })
    expect([await own(world.as.auditor, audit), await own(second, audit)]).toEqual([[[1, true]], [[null, false]]])
    expect((await listAudits.run(world.as.auditor, request(), {})).find(({ id }) => id === audit)?.mine).toBe(1)
    const before = await readToday.run(world.as.auditor, request(), {})
    await expect(answer(second, item)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining(world.as.auditor.name) })
    expect((await readItem.run(second, request(), { itemId: item }))).toMatchObject({ next: null, withOther: world.as.auditor.name })

    await expect(give(audit, [`${item}.1`], second)).rejects.toMatchObject({ fields: { reason: expect.any(String) } })
    await give(audit, [`${item}.1`], second, { reason: 'Audra is away' })
    expect([await own(world.as.auditor, audit), await own(second, audit)]).toEqual([[[null, false]], [[1, true]]])
    const after = await readToday.run(world.as.auditor, request(), {})
    expect(('toRead' in before ? before.toRead : 0) - ('toRead' in after ? after.toRead : 0)).toBe(1)
    await answer(second, item)
    expect((await listAudits.run(second, request(), {})).find(({ id }) => id === audit)?.mine).toBe(0)
    await expect(give(audit, [`${item}.1`], world.as.auditor, { reason: 'Too late' })).rejects.toMatchObject({ fields: { slots: expect.stringContaining('read already') } })
  })

  it('is nobody’s own work, and both readings of one record are two people’s', async () => {
    const work = await makeContact(world, { exploitation: 'yes', logged_by_id: world.as.safeguarding.userId })
    const { audit, item } = await makeAudit(world, { second: true, contact: work })
    await expect(give(audit, [`${item}.1`], world.as.safeguarding)).rejects.toMatchObject({ fields: { slots: expect.stringContaining('own work') } })
    await expect(give(audit, [`${item}.1`, `${item}.2`], second)).rejects.toMatchObject({ fields: { slots: expect.stringContaining('second person') } })
    await give(audit, [`${item}.2`], second)
    await expect(give(audit, [`${item}.1`], second)).rejects.toMatchObject({ fields: { slots: expect.stringContaining('second person') } })
    // whoever is to give the second opinion does not take the first from the pile
    expect(await own(second, audit)).toEqual([[null, false]])
    await answer(world.as.auditor, item)
    expect(await own(second, audit)).toEqual([[2, true]])
    await expect(give(audit, [`${item}.2`], world.as.auditor, { reason: 'x' })).rejects.toMatchObject({ fields: { slots: expect.stringContaining('second person') } })
    await expect(give(audit, [`${item}.1`], world.as.advisor)).rejects.toMatchObject({ fields: { toId: expect.any(String) } })
    await expect(give(audit, [`${randomUUID()}.1`], second)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('what is found', () => {
  it('is said once by each of two people, the second without seeing the first, and counted', async () => {
    const { audit, item } = await makeAudit(world, { second: true })
    await answer(world.as.auditor, item)
    // sent again it is the same; said otherwise it is refused
    expect(await answer(world.as.auditor, item)).toEqual({ opinion: 1 })
    await expect(answer(world.as.auditor, item, { notes: { words: 'On second thoughts' } })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('already') })

    const blind = await readItem.run(second, request(), { itemId: item })
    expect([blind.next, blind.found]).toEqual([2, []])
    await answer(second, item, { child_heard: { judgement: 'no', words: 'Nobody asked her' } })
    const open = await readItem.run(second, request(), { itemId: item })
    expect(open.found.map(({ opinion, by }) => [opinion, by])).toEqual([[1, world.as.auditor.name], [2, 'Aude Second']])
    expect(open.found[0]?.answers).toEqual(FOUND)
    await expect(answer(world.as.safeguarding, item)).rejects.toMatchObject({ kind: 'conflict' })

    const { results, items } = await read(audit)
    const of = (id: string) => results.find(({ question }) => question.id === id)
    expect(of('child_heard')).toMatchObject({ counts: { yes: 0, partly: 1, no: 0, cannot_tell: 0 }, yesOf: { yes: 0, of: 1 }, both: 1, agreed: 0 })
    expect(of('follow_up')).toMatchObject({ yesOf: { yes: 1, of: 1, share: 1 }, both: 1, agreed: 1 })
    expect(of('referrer_told')).toMatchObject({ answered: 1, yesOf: null })
    expect(items[0]).toMatchObject({ first: world.as.auditor.name, other: 'Aude Second', next: null })
  })

  it('answers every question with what shows it, and no other', async () => {
    const { item } = await makeAudit(world)
    await expect(answer(world.as.auditor, item, { follow_up: { judgement: 'yes', words: '' } })).rejects.toMatchObject({ fields: { 'answers.follow_up.words': 'Say what shows it: Was the follow-up action taken?' } })
    await expect(answer(world.as.auditor, item, { level_right: { judgement: 'perhaps', words: 'x' } })).rejects.toMatchObject({ fields: { 'answers.level_right.judgement': 'Choose an answer: Was the level of need right?' } })
    await expect(answer(world.as.auditor, item, { made_up: { words: 'x' } })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('is nobody’s own work, and changed by nobody: not past the door either', async () => {
    const { audit, item } = await makeAudit(world, { second: true, contact: await makeContact(world, { exploitation: 'yes', logged_by_id: world.as.safeguarding.userId }) })
    await expect(answer(world.as.safeguarding, item)).rejects.toMatchObject({ kind: 'conflict' })
    await answer(world.as.auditor, item)
    const app = asLogin(world.urls.app)
    for (const table of ['quality_audit', 'quality_audit_item', 'quality_audit_answer', 'quality_audit_theme']) expect(await app.run(world.as.auditor, `UPDATE ${table} SET area_id = area_id`)).toMatchObject({ code: DENIED })
    const insert = 'INSERT INTO quality_audit_answer (area_id, id, audit_id, item_id, opinion, answers, at, by_id) VALUES ($1, $2, $3, $4, $5, $6, now(), $7)'
    const own = (opinion: number, by: Actor) => app.run(by, insert, [world.a.id, randomUUID(), audit, item, opinion, '{}', by.userId])
    expect((await own(2, world.as.auditor)).code).toBe('23000')
    expect((await own(1, second)).code).toBe('23505')
    // nothing joins a draw afterwards
    const join = 'INSERT INTO quality_audit_item (area_id, id, audit_id, position, record_id, reference, stratum, second) VALUES ($1, $2, $3, 2, $4, $5, $5, false)'
    const { id } = await draw()
    expect((await app.run(world.as.manager, join.replace('2, $4', '99, $4'), [world.a.id, randomUUID(), id, randomUUID(), 'x'])).code).toBe('23000')
    await app.close()
  })

  it('has themes, which stand once however often they are sent', async () => {
    const { audit } = await makeAudit(world)
    const theme = { submissionKey: randomUUID(), auditId: audit, words: 'Children are heard late' }
    await addTheme.run(world.as.auditor, request(), theme)
    await addTheme.run(world.as.auditor, request(), theme)
    expect((await read(audit)).themes).toEqual([expect.objectContaining({ words: 'Children are heard late', by: world.as.auditor.name })])
  })
})

it('asks what it was drawn with, also after the area asks otherwise', async () => {
  const before = await draw()
  const { questions } = builtInQuestions('contacts')
  const rows = [...questions.filter(({ id }) => id !== 'referrer_told'), { id: '', label: 'Was an interpreter offered?', hint: '', answer: 'judge' as const }]
  await saveQuestions.run(world.as.admin, request(), { kind: 'contacts', from: 0, rows, note: 'The board asked' })
  const after = await draw()
  const asked = async (id: string) => (await read(id)).results.map(({ question }) => question.id)
  expect(await asked(before.id)).toContain('referrer_told')
  expect(await asked(after.id)).toEqual(['follow_up', 'level_right', 'child_heard', 'was_an_interpreter_offered'])
  expect((await read(after.id)).setRef).toBe('area-1')
  expect(await readQuestions.run(world.as.admin, request(), { kind: 'contacts' })).toMatchObject({ number: 1, versions: [{ change: { added: ['Was an interpreter offered?'], removed: ['Was whoever told us told what came of it?'] } }] })
  await expect(saveQuestions.run(world.as.admin, request(), { kind: 'contacts', from: 0, rows, note: 'Another' })).rejects.toMatchObject({ kind: 'conflict' })
})

it('expects of a school by its size, and keeps the talk with the figures it was about', async () => {
  const quiet = randomUUID()
  await world.sql.query(`INSERT INTO agency (area_id, id, name, kind) VALUES ($1, $2, 'Quiet School', 'education')`, [world.a.id, quiet])
  for (let at = 1; at < 9; at++) await makeContact(world, { agency: world.a.agencies.school, exploitation: 'yes', received_at: `2026-10-0${at}T10:00:00Z` })
  for (const agencyId of [quiet, world.a.agencies.school]) await setSize.run(world.as.admin, request(), { agencyId, was: null, size: '1000' })
  const { providers, rate } = await readProviders.run(world.as.manager, request(), { from: day(2026, 10, 1), until: day(2026, 10, 31) })
  expect(rate).toEqual({ seen: 8, size: 2000 })
  expect(providers.map(({ name, seen, expected }) => [name, seen, expected])).toEqual([['Quiet School', 0, 4], ['Testford High School', 8, 4]])
  expect(providers[0]?.chance).toBeCloseTo(Math.exp(-4), 10)
  const talk = { submissionKey: randomUUID(), agencyId: quiet, from: '2026-10-01', until: '2026-10-31', on: day(2026, 11, 12), withWhom: 'The head', said: 'They ring the nurse', nextStep: 'A visit', nextOn: day(2026, 12, 1) }
  await recordTalk.run(world.as.manager, request(), talk)
  await recordTalk.run(world.as.manager, request(), talk)
  const after = await readProviders.run(world.as.auditor, request(), {})
  expect(after.providers.find(({ id }) => id === quiet)?.talks).toEqual([expect.objectContaining({ on: '2026-11-12', seen: 0, expected: 4, nextOn: '2026-12-01', by: world.as.manager.name })])
})
