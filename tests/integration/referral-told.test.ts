import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerChallenge, raiseChallenge } from '../../lib/challenges/commands'
import { readOwnContact } from '../../lib/challenges/queries'
import { decideContact } from '../../lib/contacts/decide'
import { declineReferral } from '../../lib/referrals/commands'
import { readFollowUp } from '../../lib/referrals/follow-up'
import { listReferrals } from '../../lib/referrals/queries'
import { sendOn } from '../../lib/referrals/send-on'
import { tellReferrer } from '../../lib/referrals/tell'
import { setClock } from '../support/clock'
import { decisionForm } from '../support/inputs'
import { makeContact } from '../support/records'
import { CANARIES, referralsIn } from '../support/referrals'
import { makeWorld, request, type World } from '../support/world'

/** Whoever told us hears what came of it, and may disagree once. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const { sentToSchool, alertsAbout, read, school } = referralsIn(() => world)

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
