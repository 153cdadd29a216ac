import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerChallenge, raiseChallenge } from '../../lib/challenges/commands'
import { decideContact } from '../../lib/contacts/decide'
import { readContact } from '../../lib/contacts/queries'
import { acceptReferral } from '../../lib/referrals/accept'
import { acknowledgeReferral, actOnReferral, closeReferral, declineReferral, takeOnReferral } from '../../lib/referrals/commands'
import { listReferrals } from '../../lib/referrals/queries'
import { listReceived } from '../../lib/referrals/received'
import { sendOn } from '../../lib/referrals/send-on'
import { readToday } from '../../lib/today/queries'
import { setClock } from '../support/clock'
import { decisionForm } from '../support/inputs'
import { makeAgencyReferral, makeChild, makeContact, makeReferral, makeService } from '../support/records'
import { referralsIn, type Row } from '../support/referrals'
import { makeWorld, request, type World } from '../support/world'

/** What the receiver of a referral says, step by step, and a refusal that comes back. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const { sentToSchool, referralsOf, alertsAbout, received, read, school } = referralsIn(() => world)

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

  const further = (contactId: string, followsId: string | null) => ({
    submissionKey: randomUUID(), contactId, followsId, to: 'service' as const, agencyId: '', service: 'Early help', summary: 'x', reason: 'x',
  })

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

  it('or that is closed may be followed by another, which names it; one that goes on may not', async () => {
    const { contact, referral } = await sentToSchool()
    const again = { ...further(contact, referral), submissionKey: randomUUID() }
    const refused = { kind: 'conflict', message: expect.stringContaining('not declined or closed') }
    for (const [version, step] of [
      [1, () => school(takeOnReferral, { referralId: referral, version: 1 })],
      [2, () => school(actOnReferral, { referralId: referral, version: 2, action: 'We met her' })],
      [3, () => school(closeReferral, { referralId: referral, version: 3, outcome: 'She has a mentor' })],
    ] as const) {
      await expect(sendOn.run(world.as.advisor, request(), again), `version ${version}`).rejects.toMatchObject(refused)
      await step()
    }
    const next = await sendOn.run(world.as.advisor, request(), again)
    expect(await read(next.id)).toMatchObject({ state: 'sent', follows: { id: referral, closed: true } })
    expect(await read(referral)).toMatchObject({ state: 'closed', followedBy: [{ id: next.id }] })
  })

  it('goes on to a service of the directory, which it names; not to one that is retired', async () => {
    const { contact, referral } = await declined()
    const [service, gone] = [await makeService(world, world.a, { name: 'Lantern Youth Work' }), await makeService(world, world.a, { retired_at: '2026-11-01T09:00:00Z' })]
    const elsewhere = await makeService(world, world.b)
    for (const serviceId of [gone, elsewhere, randomUUID()]) {
      await expect(sendOn.run(world.as.advisor, request(), { ...further(contact, referral), serviceId })).rejects.toMatchObject({ kind: 'invalid', fields: { service: expect.stringContaining('not in the directory any more') } })
    }
    const { id } = await sendOn.run(world.as.advisor, request(), { ...further(contact, referral), service: 'lantern', serviceId: service })
    const { rows } = await world.sql.query('SELECT to_service, to_service_id FROM referral WHERE id = $1', [id])
    expect(rows).toEqual([{ to_service: 'Lantern Youth Work', to_service_id: service }])
    const typed = await sendOn.run(world.as.advisor, request(), { ...further(contact, null), service: 'A service of nobody’s list' })
    expect(await read(typed.id)).toMatchObject({ to: 'A service of nobody’s list', follows: null })
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
