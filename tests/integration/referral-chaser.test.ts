import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { raiseChallenge } from '../../lib/challenges/commands'
import { readOverseenChallenges } from '../../lib/challenges/overseen'
import { decideContact } from '../../lib/contacts/decide'
import { chaseReferrals } from '../../lib/referrals/chase'
import { acknowledgeReferral, declineReferral } from '../../lib/referrals/commands'
import { readOverseen } from '../../lib/referrals/overseen'
import { referralPageOf } from '../../lib/referrals/page-of'
import { readReferral } from '../../lib/referrals/queries'
import { readReceived } from '../../lib/referrals/received'
import { setClock } from '../support/clock'
import { decisionForm } from '../support/inputs'
import { makeAgencyReferral, makeChild, makeContact, makeReferral, makeService } from '../support/records'
import { CANARIES, referralsIn } from '../support/referrals'
import { makeWorld, request, type World } from '../support/world'

/** Who is asked about a referral that is overdue, and what they can open. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const { sentToSchool, alertsAbout, school } = referralsIn(() => world)

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

describe('whoever is asked about one', () => {
  const PAGES = {
    whole: (who: Actor, referralId: string) => readReferral.run(who, request(), { referralId }),
    received: (who: Actor, referralId: string) => readReceived.run(who, request(), { referralId }),
    overseen: (who: Actor, referralId: string) => readOverseen.run(who, request(), { referralId }),
  }
  /** Opens the page that a referral's address leads that person to. */
  const open = async (who: Actor, referralId: string) => {
    const page = referralPageOf(who.role)
    if (!page) throw new Error(`no page for ${who.role}`)
    return PAGES[page](who, referralId)
  }
  /** Somebody for each role that an alert may be addressed to; the Emergency Duty Team holds the front door's post at night. */
  const holders = (role: string, agency: string | null): Actor[] => {
    const { a, as } = world
    const byAgency: Record<string, Actor[]> = { [a.agencies.school]: [as.school], [a.agencies.health]: [as.health], [a.agencies.police]: [as.police] }
    const byRole: Record<string, Actor[]> = { advisor: [as.advisor, as.edt], safeguarding_lead: [as.safeguarding], cate_manager: [as.cateManager], manager: [as.manager] }
    return (agency ? byAgency[agency] : byRole[role]) ?? []
  }

  it('can open it: every owner of every step, whoever its receiver is', async () => {
    const late = { awaited_by: '2026-11-12T09:00:00Z' }
    const { school: one, police } = world.a.agencies
    const referrals = [
      await makeReferral(world, { child: await makeChild(world), ...late }), await makeReferral(world, { outcome: 'safeguarding', ...late }),
      await makeReferral(world, { outcome: 'other_service', ...late }), await makeAgencyReferral(world, { agency: one, ...late }), await makeAgencyReferral(world, { agency: police, ...late }),
    ]
    await chaseReferrals.run(world.as.system, request(), {})
    const opened = new Set<string>()
    for (const referral of referrals) {
      const alerts = await alertsAbout(referral)
      expect(alerts.length).toBeGreaterThanOrEqual(3)
      for (const { owner_role: role, owner_agency_id: agency } of alerts) {
        const people = holders(role ?? '', agency)
        expect(people, `nobody for ${role}`).not.toEqual([])
        for (const who of people) {
          expect(await open(who, referral)).toMatchObject({ id: referral })
          opened.add(who.role)
        }
      }
    }
    expect([...opened].sort()).toEqual(['advisor', 'cate_manager', 'emergency_duty', 'manager', 'partner', 'police', 'safeguarding_lead'])
  })

  it('sees, as a manager, that it is late, with whom, since when and who to ask, and nothing of the child', async () => {
    const { referral, child, contact } = await sentToSchool()
    setClock('2026-11-25T10:31:00Z')
    const seen = await readOverseen.run(world.as.manager, request(), { referralId: referral })
    expect(seen).toMatchObject({
      to: 'Testford High School', state: 'sent', sentBy: 'Ada Visor', next: { awaited: 'acknowledge', due: '2026-11-20T10:30:00.000Z', state: 'late' }, late: '3 working days',
      outside: false, people: ['Scott School'], service: null,
      asked: ['the people of Testford High School', 'the safeguarding lead', 'managers of this area'],
    })
    const everything = JSON.stringify(seen)
    for (const hidden of [...Object.values(CANARIES), 'She needs somebody to talk to', child, contact, 'Robin']) expect(everything).not.toContain(hidden)
    await school(declineReferral, { referralId: referral, version: 1, reason: 'quillfeather' })
    const after = await readOverseen.run(world.as.manager, request(), { referralId: referral })
    expect(after).toMatchObject({ state: 'declined', next: null, late: null, asked: [] })
    expect(JSON.stringify(after)).not.toContain('quillfeather')
  })

  it('is told how a service of the directory is reached, which the front door asks', async () => {
    const service = await makeService(world, world.a, { phone: '01632 960 777', opening_hours: 'Weekdays, 9 to 5' })
    const referral = await makeReferral(world, { outcome: 'other_service', to_service_id: service, awaited_by: '2026-11-12T09:00:00Z' })
    const seen = await readOverseen.run(world.as.manager, request(), { referralId: referral })
    expect(seen).toMatchObject({ outside: true, service: { id: service, phone: '01632 960 777', openingHours: 'Weekdays, 9 to 5' } })
    expect(seen.people).toEqual(expect.arrayContaining(['Ada Visor', 'Edith Duty', 'Safia Lead']))
  })

  it('sees, as a manager, where a challenge that is late stands, and not who disagrees nor with what', async () => {
    const contact = await makeContact(world)
    await decideContact.run(world.as.advisor, request(), decisionForm(contact))
    await raiseChallenge.run(world.as.advisor, request(), { contactId: contact, referralId: null, from: 'referrer', raisedBy: 'Neighbour Nan', words: 'plumbago' })
    setClock('2026-11-26T10:31:00Z')
    const seen = await readOverseenChallenges.run(world.as.manager, request(), { contactId: contact })
    expect(seen).toMatchObject({ challenges: [{ due: '2026-11-26T10:30:00.000Z', answeredAt: null }], people: ['Safia Lead'] })
    expect(seen.challenges[0]?.late).not.toBeNull()
    for (const hidden of ['Neighbour Nan', 'plumbago']) expect(JSON.stringify(seen)).not.toContain(hidden)
  })
})
