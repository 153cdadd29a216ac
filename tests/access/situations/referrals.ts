import { randomUUID } from 'node:crypto'
import { makeAgencyReferral, makeChallenge, makeChild, makeContact, makeDecision, makeReferral, makeSharing } from '../../support/records'
import type { AreaName, TestArea, World } from '../../support/world'
import { absent, each, inAreaB, lately, nobody, none, panelCase, referred, toSafeguarding, bySchool, byPolice, type Maker, type Makers, type Told } from '../cells'

type Make = (world: World) => Promise<Told>

const toAgency = (area: AreaName, agency: keyof TestArea['agencies'], state?: string): Make => async (world) => {
  const about = await absent(world)
  const child = await makeChild(world, world[area])
  // ever earlier ones come first in the list of what waits
  const sent_at = new Date(Date.parse('2026-11-01T09:00:00Z') - (lately().getTime() % 1_000_000_000))
  const over = state ? { state, awaited_by: '2026-11-03T09:00:00Z' } : {}
  return { ...about, child, referral: await makeAgencyReferral(world, { area: world[area], child, agency: world[area].agencies[agency], sent_at, ...over }) }
}
const toSchool = toAgency('a', 'school')
const toService: Make = async (world) => ({ ...(await absent(world)), referral: await makeReferral(world, { outcome: 'other_service' }) })

/** A contact that is decided, as told by that agency or by nobody's. */
const decided = (area: AreaName = 'a', agency?: keyof TestArea['agencies']): Make => async (world) => {
  const child = await makeChild(world, world[area])
  const contact = await makeContact(world, { area: world[area], child, agency: agency ? world[area].agencies[agency] : null })
  await makeDecision(world, contact, { area: world[area] })
  return { ...(await absent(world)), child, contact }
}

const RECEIVERS = { 'to the school': toSchool, 'to CATE': referred, 'to safeguarding': toSafeguarding, 'to a service outside': toService, 'to CATE of area B': inAreaB, 'not there': absent }
const DECIDED = { 'a decided contact': decided(), 'of area B': decided('b'), 'not there': absent }
const referralOf = ({ referral }: Told) => referral
const answer = (over: object) => ({ referral }: Told) => ({ referralId: referral, version: 1, saidBy: 'Jo Bell, duty worker', ...over })

const further = (over: object) => ({ contact }: Told) => ({
  submissionKey: randomUUID(), contactId: contact, followsId: null, to: 'service', agencyId: '', service: 'Early help', summary: 'What they need to know', reason: 'They are nearest', ...over,
})
const telling = (contactId: string, referralId: string | null) => ({ contactId, referralId, toWhom: 'Gwen Hart', how: 'phone', words: 'It went to early help' })
const challenging = ({ contact }: Told) => ({ contactId: contact, referralId: null, from: 'referrer', raisedBy: 'Gwen Hart', words: 'She is not safe' })

const shared = (make: Make, area: AreaName = 'a'): Maker => async (world) => {
  const { child } = await make(world)
  return { input: { childId: child }, sees: await makeSharing(world, { area: world[area], child }) }
}
const challenge = (area: AreaName, over: (world: World) => object = () => ({})): Maker => async (world) => {
  const { contact } = await decided(area)(world)
  return { input: { challengeId: await makeChallenge(world, contact, { area: world[area], ...over(world) }), version: 1, answer: 'stands', reasons: 'It was looked into' } }
}

const overseen = (area: AreaName): Maker => async (world) => {
  const { contact } = await decided(area)(world)
  return { input: { contactId: contact }, sees: await makeChallenge(world, contact, { area: world[area] }) }
}

export const REFERRALS: Readonly<Record<string, Makers>> = {
  'referrals.acknowledge': each(RECEIVERS, answer({})),
  'referrals.take-on': each(RECEIVERS, answer({})),
  'referrals.decline': each(RECEIVERS, answer({ reason: 'Another team works with her' })),
  'referrals.act': each(
    { 'accepted by the school': toAgency('a', 'school', 'accepted'), 'not accepted by the school yet': toSchool, 'not there': absent },
    answer({ action: 'We met her and her mother' }),
  ),
  'referrals.close': each(
    { 'the school has done something': toAgency('a', 'school', 'action_taken'), 'the school has done nothing yet': toSchool, 'not there': absent },
    answer({ outcome: 'She has a mentor' }),
  ),
  'referrals.send-on': {
    ...each({ ...DECIDED, 'a contact that waits': nobody }, further({})),
    'to an agency of area B': async (world) => ({ input: further({ to: 'agency', agencyId: world.b.agencies.police })(await decided()(world)) }),
  },
  'referrals.tell': {
    ...each(DECIDED, ({ contact }) => telling(contact, null)),
    'a referral of another contact': async (world) => ({ input: telling((await decided()(world)).contact, (await referred(world)).referral) }),
  },
  'referrals.follow-up': each(DECIDED, ({ contact }) => ({ contactId: contact })),
  'referrals.received-list': each(
    { 'to the school': toSchool, 'to the police of area A': toAgency('a', 'police'), 'to the police of area B': toAgency('b', 'police'), 'to CATE': referred },
    () => ({}),
    referralOf,
  ),
  'referrals.received': each(
    { 'to the school': toSchool, 'to the police of area A': toAgency('a', 'police'), 'to CATE': referred, 'not there': absent },
    ({ referral }) => ({ referralId: referral }),
    referralOf,
  ),
  'referrals.overseen': each(
    { 'to the school': toSchool, 'to CATE': referred, 'to CATE of area B': inAreaB, 'not there': absent },
    ({ referral }) => ({ referralId: referral }),
    referralOf,
  ),
  'referrals.chase': { 'one that is overdue': async (world, actor) => (await toSchool(world), none(world, actor)) },
  'sharing.offer': each({ 'a contact': nobody, 'of area B': inAreaB, 'not there': absent }, ({ contact }) => ({ contactId: contact })),
  'sharing.refuse': each({ 'a child nobody works with': nobody, 'of area B': inAreaB, 'not there': absent }, ({ child }) => ({
    childId: child, receiver: 'A journalist', purpose: 'help', reason: 'It is none of their business',
  })),
  'sharing.list': {
    'a child nobody works with': shared(nobody), 'a case before the panel': shared(panelCase), 'of area B': shared(inAreaB, 'b'),
    'not there': async () => ({ input: { childId: randomUUID() } }),
  },
  'challenges.raise': {
    ...each(
      {
        'told by nobody’s agency': decided(), 'told by the school': decided('a', 'school'), 'told by the school and not decided': bySchool,
        'of area B': decided('b'), 'not there': absent,
      },
      challenging,
    ),
    'challenged already': async (world) => {
      const about = await decided('a', 'school')(world)
      await makeChallenge(world, about.contact)
      return { input: challenging(about) }
    },
  },
  'challenges.answer': {
    'one that waits': challenge('a'),
    'answered already': challenge('a', (world) => ({ answer: 'stands', reasons: 'x', answered_at: '2026-11-12', answered_by_id: world.as.safeguarding.userId })),
    'of area B': challenge('b'),
    'not there': () => ({ input: { challengeId: randomUUID(), version: 1, answer: 'stands', reasons: 'It was looked into' } }),
  },
  'challenges.overseen': {
    ...each({ 'not challenged': decided(), 'not there': absent }, ({ contact }) => ({ contactId: contact })),
    'one that waits': overseen('a'), 'of area B': overseen('b'),
  },
  'challenges.own-contact': each(
    { 'told by the school': bySchool, 'told by the police of area A': byPolice, 'told by nobody’s agency': nobody, 'not there': absent },
    ({ contact }) => ({ contactId: contact }),
    ({ contact }) => contact,
  ),
}
