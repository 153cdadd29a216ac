import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { answerEnquiry, correctEntry } from '../../lib/enquiries/answer'
import { beginEnquiry } from '../../lib/enquiries/begin'
import { setClock } from '../support/clock'
import { answerForm, beginForm, entryForm } from '../support/enquiries'
import { DUE, later, stepsOf } from '../support/enquiry-steps'
import { ANCHOR } from '../support/postgres'
import { makeChild, makeContact } from '../support/records'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** An enquiry from the question to the answers: what agencies say, and when it counts. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())
beforeEach(() => setClock(ANCHOR))
const { opened, whole, own, answer, decide, alerts } = stepsOf(() => world)

describe('opening', () => {
  it('asks each agency once, with what the lead chose to tell, and tells its people', async () => {
    const form = beginForm(world, { childId: await makeChild(world) })
    const [first, again] = [await beginEnquiry.run(world.as.safeguarding, request(), form), await beginEnquiry.run(world.as.safeguarding, request(), form)]
    expect(again).toEqual(first)
    expect(first.reference).toMatch(/^TST-E-\d{4}$/)
    const { answers, question } = await whole(first.id)
    expect(answers.map(({ agency, answer: given, clock }) => [agency, given, clock])).toEqual([
      ['Testford Health Trust', null, 'on_time'], ['Testford High School', null, 'on_time'], ['Testford Police', null, 'on_time'],
    ])
    expect(question).toBe('What do you know since September?')
    const told = await alerts(first.id)
    expect(told.map(({ kind, owner_role }) => `${kind} ${owner_role}`).sort()).toEqual(['enquiry_asked partner', 'enquiry_asked partner', 'enquiry_asked police'])
    expect(JSON.stringify(told)).not.toContain('Robin')
  })

  it('gives an agency the request and no child', async () => {
    const { id, child } = await opened()
    const request = await own(world.as.school, id)
    expect(request).toMatchObject({ about: 'Robin Test, born 3 Apr 2011', told: 'Seen with an older man in a car', askedBy: 'Safia Lead', answer: null, entries: [] })
    expect(JSON.stringify(request)).not.toContain(child)
  })

  it('refuses a time that is past, and the hour that the clocks leave out', async () => {
    for (const dueAt of ['2026-11-19T10:30', '2026-11-18T09:00', '2027-03-28T01:30', '2026-02-30T10:00']) {
      await expect(opened({ dueAt })).rejects.toMatchObject({ kind: 'invalid', fields: { dueAt: 'Give a time that is still to come' } })
    }
  })

  it('hangs a child without a contact of her own on her latest', async () => {
    const child = await makeChild(world)
    await makeContact(world, { child })
    const latest = await makeContact(world, { child })
    const { id } = await beginEnquiry.run(world.as.safeguarding, request(), beginForm(world, { childId: child }))
    expect((await whole(id)).contact?.id).toBe(latest)
  })

  it('does not hang a child on a contact about another', async () => {
    const contact = await makeContact(world, { child: await makeChild(world) })
    await expect(opened({ contactId: contact })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('asks about a suspected person, whom no record of a child stands for', async () => {
    const contact = await makeContact(world)
    const { id } = await beginEnquiry.run(world.as.safeguarding, request(), beginForm(world, { subject: 'person', personName: 'A man called Daz', contactId: contact }))
    expect(await whole(id)).toMatchObject({ about: 'A man called Daz', child: null, namesChild: false })
    await expect(decide(world.as.safeguarding, id, { route: 'cate', summary: 'x' })).rejects.toMatchObject({ kind: 'invalid', fields: { route: expect.stringContaining('named child') } })
    await decide(world.as.safeguarding, id, { route: 'safeguarding', summary: 'x' })
  })
})

describe('answering', () => {
  it('shows an agency what it wrote and nobody else’s, and the lead all of it', async () => {
    const { id } = await opened()
    await answer(world.as.school, id, [{ text: 'school canary' }, { text: 'since last year', day: { day: '', month: '', year: '' }, approximately: 'since last summer', nature: 'opinion' }])
    await answer(world.as.police, id, [{ text: 'police canary', caveat: 'police_only', askWhom: 'DS Roe' }])
    const [school, health, police] = [await own(world.as.school, id), await own(world.as.health, id), await own(world.as.police, id)].map((one) => JSON.stringify(one))
    expect(school).toContain('school canary')
    expect(school).not.toContain('police canary')
    expect(health).not.toMatch(/canary/)
    expect(police).toContain('police canary')
    expect(police).not.toContain('school canary')
    const { entries, answers } = await whole(id)
    expect(entries.map(({ agency, text, nature, when }) => [agency, text, nature, when])).toEqual([
      ['Testford High School', 'school canary', 'fact', '12 Nov 2026'],
      ['Testford Police', 'police canary', 'fact', '12 Nov 2026'],
      ['Testford High School', 'since last year', 'opinion', 'since last summer'],
    ])
    expect(answers.map(({ answer: given, entries: count }) => [given, count])).toEqual([[null, 0], ['entries', 2], ['entries', 1]])
  })

  it('sent twice is kept once, and more may be added', async () => {
    const { id } = await opened()
    const form = answerForm(id, [{ text: 'one' }])
    for (let times = 0; times < 3; times++) await answerEnquiry.run(world.as.school, request(), form)
    await answer(world.as.school, id, [{ text: 'two' }])
    expect((await own(world.as.school, id)).entries.map(({ text }) => text).sort()).toEqual(['one', 'two'])
  })

  it('with nothing known keeps the time, and gives way to what is known after all', async () => {
    const { id } = await opened()
    await answer(world.as.health, id, [])
    expect(await own(world.as.health, id)).toMatchObject({ answer: 'nothing_known', answeredBy: 'Hela Health', answeredAt: ANCHOR })
    later('2026-11-19T11:30:00Z')
    await answer(world.as.health, id, [{}])
    expect(await own(world.as.health, id)).toMatchObject({ answer: 'entries', answeredAt: ANCHOR })
    await expect(answer(world.as.health, id, [])).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('late still counts and is marked, to the second', async () => {
    const { id } = await opened()
    later(DUE)
    expect(await answer(world.as.school, id, [{}])).toEqual({ late: false })
    later('2026-11-20T10:30:01Z')
    expect(await answer(world.as.police, id, [{}])).toEqual({ late: true })
    const { answers, entries } = await whole(id)
    expect(answers.map(({ clock, late }) => [clock, late])).toEqual([['late', false], ['met', false], ['met_late', true]])
    expect(entries.map(({ agency, late }) => [agency, late])).toEqual([['Testford High School', false], ['Testford Police', true]])
  })

  it('two of one agency at once: both count', async () => {
    const { id } = await opened()
    const colleague = await makePerson(world.sql, world.a, { role: 'partner', agency: 'school', name: `Colleague ${randomUUID()}` })
    const done = await Promise.allSettled([answer(world.as.school, id, [{ text: 'one' }]), answer(colleague, id, [{ text: 'two' }])])
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect((await own(world.as.school, id)).entries).toHaveLength(2)
  })

  it('asks for the topic’s answer, for whom to ask, and for some time', async () => {
    const { id } = await opened()
    const wrong = answer(world.as.school, id, [{ topic: 'address', caveat: 'named', day: { day: '', month: '', year: '' } }])
    await expect(wrong).rejects.toMatchObject({
      kind: 'invalid',
      fields: { 'entries.0.topicValue': expect.any(String), 'entries.0.caveatFor': 'Choose who may read this', 'entries.0.askWhom': expect.any(String), 'entries.0.day': 'Enter the day, or say roughly when' },
    })
  })
})

describe('a correction', () => {
  const entryOf = async (id: string) => (await own(world.as.school, id)).entries[0]?.id ?? ''
  const correct = (who: Actor, entryId: string, text: string, submissionKey = randomUUID()) => correctEntry.run(who, request(), { entryId, submissionKey, entry: entryForm({ text }) })

  it('is a new entry, and the old one stays readable', async () => {
    const { id } = await opened()
    await answer(world.as.school, id, [{ text: 'A silver car' }])
    const old = await entryOf(id)
    later('2026-11-19T12:00:00Z')
    await correct(world.as.school, old, 'A grey car')
    const entries = (await whole(id)).entries
    expect(entries.map(({ text, corrects, correctedBy }) => [text, corrects, correctedBy !== null])).toEqual([['A silver car', null, true], ['A grey car', old, false]])
    expect((await whole(id)).answers.find(({ agency }) => agency.includes('School'))?.entries).toBe(1)
  })

  it('twice at once leaves one and a clear refusal, and sent twice is one', async () => {
    const { id } = await opened()
    await answer(world.as.school, id, [{}])
    const old = await entryOf(id)
    const done = await Promise.allSettled([correct(world.as.school, old, 'one'), correct(world.as.school, old, 'two')])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(done.find((one) => one.status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } })
    expect((await own(world.as.school, id)).entries).toHaveLength(2)
    const latest = (await own(world.as.school, id)).entries.find(({ correctedBy }) => !correctedBy)?.id ?? ''
    const key = randomUUID()
    await correct(world.as.school, latest, 'three', key)
    await correct(world.as.school, latest, 'three', key)
    expect((await own(world.as.school, id)).entries).toHaveLength(3)
    await expect(correct(world.as.school, latest, 'four')).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Scott School has corrected this already') })
  })
})
