import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerChallenge, raiseChallenge } from '../../lib/challenges/commands'
import { readOwnContact } from '../../lib/challenges/queries'
import { decideContact } from '../../lib/contacts/decide'
import { readContact } from '../../lib/contacts/queries'
import type { Actor } from '../../lib/access/actor'
import { acceptReferral } from '../../lib/referrals/accept'
import { chaseReferrals } from '../../lib/referrals/chase'
import { acknowledgeReferral, actOnReferral, closeReferral, declineReferral, takeOnReferral } from '../../lib/referrals/commands'
import { readFollowUp } from '../../lib/referrals/follow-up'
import { listReferrals, readReferral } from '../../lib/referrals/queries'
import { listReceived, readReceived } from '../../lib/referrals/received'
import { sendOn } from '../../lib/referrals/send-on'
import { tellReferrer } from '../../lib/referrals/tell'
import { refuseSharing } from '../../lib/sharing/commands'
import { listSharing, offerSharing } from '../../lib/sharing/queries'
import { readToday } from '../../lib/today/queries'
import { setClock } from '../support/clock'
import { decisionForm } from '../support/inputs'
import { makeAgencyReferral, makeChild, makeContact, makeReferral } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** A referral from its sending to its end: what is shared, who answers, who is told, who disagrees, who is chased. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

type Sent = { contact: string; child: string; referral: string }

const CANARIES = { said: 'plumbago said', words: 'quillfeather words', family: 'marjoram family', told: 'Zelda Referrer' }

/** A contact with something in every field, decided for the school. */
async function sentToSchool(over: Parameters<typeof decisionForm>[1] = {}, told: object = {}): Promise<Sent> {
  const child = await makeChild(world, world.a, { school: 'Brook High' })
  const contact = await makeContact(world, {
    child, what_was_said: CANARIES.said, child_words: CANARIES.words, family_views: CANARIES.family, referrer_name: CANARIES.told, concerns: ['missing'], ...told,
  })
  await decideContact.run(world.as.advisor, request(), decisionForm(contact, {
    outcomes: ['other_service'], agencies: [world.a.agencies.school], summary: 'She needs somebody to talk to', ...over,
  }))
  return { contact, child, referral: (await referralsOf(contact))[0]?.id ?? '' }
}

type Row = { id: string; state: string; version: number; awaited_by: Date | null; tell_by: Date | null; to_agency_id: string | null }
const referralsOf = async (contact: string) => (await world.sql.query<Row>('SELECT * FROM referral WHERE contact_id = $1 ORDER BY sent_at, id', [contact])).rows
const alertsAbout = async (record: string) => (await world.sql.query<{ kind: string; key: string; owner_id: string | null; owner_role: string | null; owner_agency_id: string | null }>('SELECT * FROM alert WHERE record_id = $1 ORDER BY key', [record])).rows
const received = (referralId: string, actor: Actor = world.as.school) => readReceived.run(actor, request(), { referralId })
const read = (referralId: string, actor: Actor = world.as.advisor) => readReferral.run(actor, request(), { referralId })
const school = <I, O>(operation: { run: (actor: Actor, from: ReturnType<typeof request>, input: I) => Promise<O> }, input: I) => operation.run(world.as.school, request(), input)

describe('what is shared', () => {
  it('is exactly what was chosen: the agency sees that, and of contact and child nothing else', async () => {
    const { contact, child, referral } = await sentToSchool({ items: ['name', 'child_words'] })
    const seen = await received(referral)
    expect(seen.items.map(({ id }) => id)).toEqual(['reference', 'name', 'child_words'])
    const everything = JSON.stringify([seen, await school(listReceived, {}), await school(readToday, {})])
    expect(everything).toContain(CANARIES.words)
    for (const hidden of [CANARIES.said, CANARIES.family, CANARIES.told, contact, child, 'Brook High']) expect(everything).not.toContain(hidden)
  })

  it('by itself is no more than who it is about and why, and never who told us', async () => {
    const { contact } = await sentToSchool({}, { identity_withheld: true })
    const { preselected, items, identityWithheld } = await offerSharing.run(world.as.advisor, request(), { contactId: contact })
    expect(identityWithheld).toBe(true)
    expect(preselected).toEqual(['name', 'date_of_birth', 'concerns'])
    expect(items.find(({ id }) => id === 'who_told_us')?.value).toContain('The family must not learn')
    const { rows } = await world.sql.query('SELECT items FROM sharing WHERE contact_id = $1', [contact])
    expect(JSON.stringify(rows)).not.toContain(CANARIES.told)
  })

  it('stays as it was when the record changes afterwards', async () => {
    const { referral, child } = await sentToSchool()
    await world.sql.query(`UPDATE child SET given_name = 'Changed' WHERE id = $1`, [child])
    expect((await received(referral)).about).toMatch(/^Robin /)
  })

  it('stands on the child’s record with whom, why, by whom and what was left out; and so does a decision not to share', async () => {
    const { child } = await sentToSchool({ items: ['name'], purpose: 'protect', basis: 'legal_obligation', rationale: 'They see her every day' })
    await refuseSharing.run(world.as.safeguarding, request(), { childId: child, receiver: 'A newspaper', purpose: 'help', reason: 'It would harm her' })
    const list = await listSharing.run(world.as.auditor, request(), { childId: child })
    expect(list).toHaveLength(2)
    expect(list.find(({ shared }) => !shared)).toMatchObject({ receiver: 'A newspaper', reason: 'It would harm her', by: 'Safia Lead', basis: null, items: [] })
    expect(list.find(({ shared }) => shared)).toMatchObject({
      receiver: 'Testford High School', purpose: 'protect', basis: 'legal_obligation', reason: 'They see her every day', by: 'Ada Visor',
      leftOut: expect.arrayContaining(['what_was_said', 'who_told_us']),
    })
  })

  it('goes to every receiver of a decision: CATE, safeguarding, two agencies and a service', async () => {
    const child = await makeChild(world)
    const contact = await makeContact(world, { child })
    const { school: one, health: two } = world.a.agencies
    await decideContact.run(world.as.advisor, request(), decisionForm(contact, {
      outcomes: ['cate', 'safeguarding', 'other_service'], agencies: [one, two], service: 'Early help', summary: 'x',
    }))
    expect(await referralsOf(contact)).toHaveLength(5)
    const { rows } = await world.sql.query('SELECT receiver, to_agency_id, jsonb_array_length(items) AS items FROM sharing WHERE contact_id = $1 ORDER BY receiver', [contact])
    expect(rows.map((row) => row.receiver)).toEqual(['Early help', 'Testford Health Trust', 'Testford High School', 'Testford cate', 'Testford safeguarding'])
    const moves = await world.sql.query(`SELECT 1 FROM referral_move m JOIN referral r ON r.id = m.referral_id WHERE r.contact_id = $1 AND m.to_state = 'sent' AND m.by_id = $2`, [contact, world.as.advisor.userId])
    expect(moves.rowCount).toBe(5)
  })

  it('goes to no agency of another area, and none that nobody answers for', async () => {
    const contact = await makeContact(world)
    for (const agency of [world.b.agencies.school, world.a.agencies.council, randomUUID()]) {
      await expect(decideContact.run(world.as.advisor, request(), decisionForm(contact, { outcomes: ['other_service'], agencies: [agency], summary: 'x' }))).rejects.toMatchObject({
        kind: 'invalid', fields: { agencies: 'Choose from the list' },
      })
    }
    expect(await referralsOf(contact)).toEqual([])
  })
})

describe('an agency answers', () => {
  it('step by step, each with its clock and its line in the history', async () => {
    const { referral } = await sentToSchool()
    const awaited = async () => (await received(referral)).next
    expect(await awaited()).toMatchObject({ awaited: 'acknowledge', due: '2026-11-20T10:30:00.000Z', state: 'on_time' })
    await school(acknowledgeReferral, { referralId: referral, version: 1 })
    expect(await awaited()).toMatchObject({ awaited: 'answer', due: '2026-11-24T10:30:00.000Z' })
    await school(takeOnReferral, { referralId: referral, version: 2 })
    expect(await awaited()).toMatchObject({ awaited: 'action', due: '2026-12-03T10:30:00.000Z' })
    await school(actOnReferral, { referralId: referral, version: 3, action: 'We met her' })
    expect(await awaited()).toMatchObject({ awaited: 'close', due: '2026-12-17T10:30:00.000Z' })
    await school(closeReferral, { referralId: referral, version: 4, outcome: 'She has a mentor' })
    expect(await awaited()).toBeNull()
    expect((await read(referral)).moves.map((move) => [move.to, move.by, move.words])).toEqual([
      ['sent', 'Ada Visor', 'What was told calls for advice'],
      ['acknowledged', 'Scott School', null],
      ['accepted', 'Scott School', null],
      ['action_taken', 'Scott School', 'We met her'],
      ['closed', 'Scott School', 'She has a mentor'],
    ])
    expect(await alertsAbout(referral)).toMatchObject([{ kind: 'referral_closed', owner_id: world.as.advisor.userId }])
  })

  it('sees neither why it was chosen nor anybody else’s referral', async () => {
    const { referral } = await sentToSchool({ rationale: 'Not for the school’s eyes' })
    expect(JSON.stringify(await received(referral))).not.toContain('Not for the school’s eyes')
    await expect(received(referral, world.as.health)).rejects.toMatchObject({ kind: 'not_found' })
    expect((await listReceived.run(world.as.health, request(), { show: 'all' })).items.map(({ id }) => id)).not.toContain(referral)
  })

  it('in no other order: nothing is done before it is accepted, and nothing closes before something was done', async () => {
    const { referral } = await sentToSchool()
    await expect(school(actOnReferral, { referralId: referral, version: 1, action: 'x' })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(school(closeReferral, { referralId: referral, version: 1, outcome: 'x' })).rejects.toMatchObject({ kind: 'conflict' })
    await school(takeOnReferral, { referralId: referral, version: 1 })
    await expect(school(closeReferral, { referralId: referral, version: 2, outcome: 'x' })).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('two at once leave one answer and one clear refusal', async () => {
    for (let round = 0; round < 8; round++) {
      const { referral } = await sentToSchool()
      const answers = await Promise.allSettled([
        school(takeOnReferral, { referralId: referral, version: 1 }),
        school(declineReferral, { referralId: referral, version: 1, reason: 'She is at another school' }),
      ])
      expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
      const [row] = await world.sql.query<Row>('SELECT * FROM referral WHERE id = $1', [referral]).then(({ rows }) => rows)
      const lost = answers.find((answer) => answer.status === 'rejected')?.reason
      expect(lost).toMatchObject({ kind: 'conflict', message: `Somebody else has answered this referral meanwhile: ${row?.state}. Nothing of yours was saved.` })
      const { rows: moves } = await world.sql.query('SELECT to_state FROM referral_move WHERE referral_id = $1 AND from_state IS NOT NULL', [referral])
      expect(moves).toEqual([{ to_state: row?.state }])
    }
  })

  it('counts on its own page of today, and what is late beside it', async () => {
    const before = await school(readToday, {})
    await sentToSchool()
    await makeAgencyReferral(world, { agency: world.a.agencies.school, awaited_by: '2026-11-18T09:00:00Z' })
    const after = await school(readToday, {})
    if (before.kind !== 'partner' || after.kind !== 'partner') throw new Error('not a partner’s page')
    expect([after.waiting - before.waiting, after.late - before.late]).toEqual([2, 1])
  })
})

describe('a service outside Waymark', () => {
  it('is answered for by the front door, which says who there said so', async () => {
    const referral = await makeReferral(world, { outcome: 'other_service' })
    const front = { referralId: referral, version: 1 }
    await expect(acknowledgeReferral.run(world.as.advisor, request(), front)).rejects.toMatchObject({ kind: 'invalid', fields: { saidBy: 'Say who at the service told you' } })
    await takeOnReferral.run(world.as.advisor, request(), { ...front, saidBy: 'Jo Bell, early help' })
    expect((await read(referral)).moves).toMatchObject([{ to: 'accepted', by: 'Ada Visor', saidBy: 'Jo Bell, early help' }])
  })
})

describe('one that is declined', () => {
  const declined = async () => {
    const sent = await sentToSchool()
    await school(declineReferral, { referralId: sent.referral, version: 1, reason: 'She left us in July' })
    return sent
  }

  it('returns to whoever sent it, and waits for nothing of its receiver', async () => {
    const { referral } = await declined()
    expect(await alertsAbout(referral)).toMatchObject([{ kind: 'referral_declined', owner_id: world.as.advisor.userId }])
    expect(await read(referral)).toMatchObject({ state: 'declined', declineReason: 'She left us in July', next: null, tellBy: '2026-11-20T10:30:00.000Z' })
    expect((await listReferrals.run(world.as.advisor, request(), { show: 'declined' })).items.map(({ id }) => id)).toContain(referral)
  })

  it('is sent elsewhere with a reason; the same form sent twice makes one', async () => {
    const { contact, referral } = await declined()
    const form = {
      submissionKey: randomUUID(), contactId: contact, followsId: referral, to: 'agency' as const, agencyId: world.a.agencies.health, service: '', summary: 'She may need you',
      reason: 'The school declined', items: ['name' as const],
    }
    const first = await sendOn.run(world.as.safeguarding, request(), form)
    expect(await sendOn.run(world.as.safeguarding, request(), form)).toEqual(first)
    expect(await referralsOf(contact)).toHaveLength(2)
    expect(await read(referral)).toMatchObject({ followedBy: [{ id: first.id, to: 'Testford Health Trust' }] })
    expect(await read(first.id)).toMatchObject({ follows: { id: referral }, sharing: { reason: 'The school declined', by: 'Safia Lead' } })
    expect((await received(first.id, world.as.health)).items.map(({ id }) => id)).toEqual(['reference', 'name'])
    // the decision stands as it was made
    expect((await readContact.run(world.as.advisor, request(), { contactId: contact })).decision?.rationale).toBe('What was told calls for advice')
  })

  it('is not sent in place of one that is not declined', async () => {
    const { contact, referral } = await sentToSchool()
    const form = { submissionKey: randomUUID(), contactId: contact, followsId: referral, to: 'service' as const, agencyId: '', service: 'Early help', summary: 'x', reason: 'x' }
    await expect(sendOn.run(world.as.advisor, request(), form)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('not declined') })
  })

  it('by a challenge is reversed: the receiver has it after all, and is told', async () => {
    const { contact, referral } = await declined()
    const { id } = await raiseChallenge.run(world.as.advisor, request(), { contactId: contact, referralId: referral, from: 'decider', raisedBy: 'Ada Visor', words: 'She came back in September' })
    await answerChallenge.run(world.as.safeguarding, request(), { challengeId: id, version: 1, answer: 'reversed', reasons: 'She is on their roll' })
    expect(await received(referral)).toMatchObject({ state: 'accepted', next: { awaited: 'action' } })
    expect((await read(referral)).moves.at(-1)).toMatchObject({ from: 'declined', to: 'accepted', by: 'Safia Lead', words: 'She is on their roll' })
    expect((await alertsAbout(referral)).find(({ kind }) => kind === 'referral_reversed')).toMatchObject({ owner_role: 'partner', owner_agency_id: world.a.agencies.school })
    await school(actOnReferral, { referralId: referral, version: 3, action: 'We met her' })
  })

  it('by CATE and reversed waits on the manager’s desk until the case is opened', async () => {
    const child = await makeChild(world)
    const contact = await makeContact(world, { child })
    await decideContact.run(world.as.advisor, request(), decisionForm(contact, { outcomes: ['cate'], summary: 'x' }))
    const referral = (await referralsOf(contact))[0]?.id ?? ''
    await declineReferral.run(world.as.cateManager, request(), { referralId: referral, version: 1, reason: 'No sign of it' })
    const { id } = await raiseChallenge.run(world.as.advisor, request(), { contactId: contact, referralId: referral, from: 'referrer', raisedBy: 'Neighbour', words: 'I saw the car' })
    await answerChallenge.run(world.as.safeguarding, request(), { challengeId: id, version: 1, answer: 'reversed', reasons: 'The car is known' })
    const desk = await readToday.run(world.as.cateManager, request(), {})
    expect(desk.kind === 'cate_manager' && desk.referrals.map((one) => one.id)).toContain(referral)
    expect(await read(referral, world.as.cateManager)).toMatchObject({ state: 'accepted', opensCase: true })
    const { caseId } = await acceptReferral.run(world.as.cateManager, request(), { referralId: referral, version: 3 })
    expect(await read(referral, world.as.cateManager)).toMatchObject({ caseId, opensCase: false, next: null })
    await expect(acceptReferral.run(world.as.cateManager, request(), { referralId: referral, version: 4 })).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('whoever told us', () => {
  const tell = (contactId: string, referralId: string | null) => tellReferrer.run(world.as.advisor, request(), { contactId, referralId, toWhom: 'Zelda Referrer', how: 'phone', words: 'The school is on it' })

  it('is asked about until told: of the decision, and of each referral that ended', async () => {
    const { contact, referral } = await sentToSchool()
    const followUp = () => readFollowUp.run(world.as.advisor, request(), { contactId: contact })
    expect(await followUp()).toMatchObject({ untold: true, told: [], referrer: CANARIES.told })
    await tell(contact, null)
    expect(await followUp()).toMatchObject({ untold: false, told: [{ by: 'Ada Visor', toWhom: 'Zelda Referrer', how: 'phone', words: 'The school is on it' }] })
    await school(declineReferral, { referralId: referral, version: 1, reason: 'No' })
    const untold = async () => (await listReferrals.run(world.as.advisor, request(), { show: 'untold' })).items.map(({ id }) => id)
    expect(await untold()).toContain(referral)
    await tell(contact, referral)
    expect(await untold()).not.toContain(referral)
  })

  it('is recorded as told once, also by two at once', async () => {
    const { contact } = await sentToSchool()
    const answers = await Promise.allSettled([tell(contact, null), tell(contact, null), tell(contact, null)])
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ kind: 'conflict', message: expect.stringContaining('Ada Visor has recorded this already: by phone') })
  })

  it('and is anonymous is not asked about', async () => {
    const { contact, referral } = await sentToSchool({}, { anonymous: true, source_code: '9' })
    await school(declineReferral, { referralId: referral, version: 1, reason: 'No' })
    expect((await read(referral)).tellBy).toBeNull()
    expect(await readFollowUp.run(world.as.advisor, request(), { contactId: contact })).toMatchObject({ untold: false })
  })
})

describe('a challenge', () => {
  const decidedFor = async (agency: string | null) => {
    const contact = await makeContact(world, { agency })
    await decideContact.run(world.as.advisor, request(), decisionForm(contact))
    return contact
  }
  const form = (contactId: string) => ({ contactId, referralId: null, from: 'referrer' as const, raisedBy: 'Hela Health', words: 'She is not safe' })

  it('by the agency that told us is written in its own pages, once, and answered with reasons within five working days', async () => {
    const contact = await decidedFor(world.a.agencies.health)
    const { id } = await raiseChallenge.run(world.as.health, request(), form(contact))
    expect(await alertsAbout(contact)).toMatchObject([{ kind: 'challenge_raised', owner_role: 'safeguarding_lead' }])
    const own = () => readOwnContact.run(world.as.health, request(), { contactId: contact })
    expect((await own()).challenge).toMatchObject({ answer: null, clock: { due: '2026-11-26T10:30:00.000Z', state: 'on_time' } })
    for (const who of [world.as.health, world.as.advisor]) {
      await expect(raiseChallenge.run(who, request(), form(contact))).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('challenged already') })
    }
    await answerChallenge.run(world.as.safeguarding, request(), { challengeId: id, version: 1, answer: 'stands', reasons: 'The car is her aunt’s' })
    expect((await own()).challenge).toMatchObject({ answer: 'stands', reasons: 'The car is her aunt’s', answeredBy: 'Safia Lead' })
    expect((await alertsAbout(contact)).find(({ kind }) => kind === 'challenge_answered')).toMatchObject({ owner_id: world.as.health.userId })
    await expect(answerChallenge.run(world.as.safeguarding, request(), { challengeId: id, version: 2, answer: 'stands', reasons: 'x' })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Safia Lead answered this already') })
  })

  it('is raised once also by two at once', async () => {
    const contact = await decidedFor(world.a.agencies.health)
    const answers = await Promise.allSettled([world.as.health, world.as.advisor, world.as.edt].map((who) => raiseChallenge.run(who, request(), form(contact))))
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ kind: 'conflict' })
  })

  it('is answered by ‘sent elsewhere’ only where something was sent since, and by ‘reversed’ only where something was refused', async () => {
    const contact = await decidedFor(null)
    const { id } = await raiseChallenge.run(world.as.advisor, request(), form(contact))
    const answer = (given: 'reversed' | 'sent_elsewhere') => answerChallenge.run(world.as.safeguarding, request(), { challengeId: id, version: 1, answer: given, reasons: 'x' })
    await expect(answer('reversed')).rejects.toMatchObject({ kind: 'invalid', fields: { answer: expect.stringContaining('no refusal') } })
    await expect(answer('sent_elsewhere')).rejects.toMatchObject({ kind: 'invalid', fields: { answer: expect.stringContaining('Nothing has been sent') } })
    await sendOn.run(world.as.safeguarding, request(), { submissionKey: randomUUID(), contactId: contact, followsId: null, to: 'service', agencyId: '', service: 'Early help', summary: 'x', reason: 'x' })
    await answer('sent_elsewhere')
  })
})

describe('the chaser', () => {
  const chase = () => chaseReferrals.run(world.as.system, request(), {})
  const chased = async (referral: string) => (await alertsAbout(referral)).filter(({ kind }) => kind === 'referral_overdue').map(({ key, owner_role, owner_agency_id }) => [key.split(':').at(-1), owner_role, owner_agency_id])

  it('asks an agency again, then its people and the safeguarding lead, then our manager; each once', async () => {
    const { referral } = await sentToSchool()
    const { school: agency } = world.a.agencies
    setClock('2026-11-20T10:30:00Z')
    await chase()
    expect(await chased(referral)).toEqual([])
    setClock('2026-11-20T10:31:00Z')
    await chase()
    await chase()
    const first = [['acknowledge.receiver', 'partner', agency]]
    expect(await chased(referral)).toEqual(first)
    setClock('2026-11-23T10:31:00Z')
    await Promise.all([chase(), chase()])
    const second = [['acknowledge.manager', 'partner', agency], ['acknowledge.manager.1', 'safeguarding_lead', null], ...first]
    expect(await chased(referral)).toEqual(second)
    setClock('2026-11-25T10:31:00Z')
    await chase()
    expect(await chased(referral)).toEqual([...second.slice(0, 2), ['acknowledge.ours', 'manager', null], ...first])
  })

  it('leaves alone what is answered, and begins again with the next word', async () => {
    const { referral } = await sentToSchool()
    await school(acknowledgeReferral, { referralId: referral, version: 1 })
    setClock('2026-11-20T12:00:00Z')
    await chase()
    expect(await chased(referral)).toEqual([])
    setClock('2026-11-24T12:00:00Z')
    await chase()
    expect(await chased(referral)).toEqual([['answer.receiver', 'partner', world.a.agencies.school]])
    setClock('2026-11-24T12:01:00Z')
    await school(declineReferral, { referralId: referral, version: 2, reason: 'No' })
    setClock('2026-12-24T12:00:00Z')
    await chase()
    expect(await chased(referral)).toHaveLength(1)
  })

  it('asks CATE, safeguarding and, for a service outside, the front door; then those above them', async () => {
    const late = { awaited_by: '2026-11-12T09:00:00Z' }
    const owners = async (referral: string) => (await chased(referral)).map(([step, role]) => `${step} ${role}`)
    const [cate, lead, service] = [await makeReferral(world, { child: await makeChild(world), ...late }), await makeReferral(world, { outcome: 'safeguarding', ...late }), await makeReferral(world, { outcome: 'other_service', ...late })]
    await chase()
    expect(await owners(cate)).toEqual(['acknowledge.manager manager', 'acknowledge.ours manager', 'acknowledge.receiver cate_manager'])
    expect(await owners(lead)).toEqual(['acknowledge.manager manager', 'acknowledge.ours manager', 'acknowledge.receiver safeguarding_lead'])
    expect(await owners(service)).toEqual(['acknowledge.manager safeguarding_lead', 'acknowledge.ours manager', 'acknowledge.receiver advisor'])
  })

  it('tells our manager of a challenge that is not answered in time', async () => {
    const contact = await makeContact(world)
    await decideContact.run(world.as.advisor, request(), decisionForm(contact))
    await raiseChallenge.run(world.as.advisor, request(), { contactId: contact, referralId: null, from: 'referrer', raisedBy: 'Neighbour', words: 'x' })
    setClock('2026-11-26T10:31:00Z')
    await chase()
    await chase()
    expect((await alertsAbout(contact)).filter(({ kind }) => kind === 'challenge_late')).toMatchObject([{ owner_role: 'manager' }])
  })
})
