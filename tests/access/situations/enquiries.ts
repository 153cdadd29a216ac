import { randomUUID } from 'node:crypto'
import { answerForm, beginForm, decideEnquiryRows, entryForm, makeEnquiry, routeForm } from '../../support/enquiries'
import { insert } from '../../support/insert'
import { SYSTEM_USER, type World } from '../../support/world'
import { absent, each, inAreaB, nobody, none, panelCase, referred, toSafeguarding, type Cell, type Maker, type Makers, type Told } from '../cells'

type Made = Awaited<ReturnType<typeof makeEnquiry>>
type Make = (world: World) => Promise<Made>

let later = 0
/** Opened before every other, and due first: the lists show it on their first page. */
const first = () => ({ opened_at: new Date(Date.parse('2026-10-01T09:00:00Z') - ++later * 60_000) })

const ofSchool: Make = (world) => makeEnquiry(world, first())
const ofCouncil: Make = (world) => makeEnquiry(world, { agency: world.a.agencies.council, ...first() })
const ofPoliceInB: Make = (world) => makeEnquiry(world, { area: world.b, agency: world.b.agencies.police, ...first() })
const nothing: Make = async () => ({ enquiry: randomUUID(), request: randomUUID(), entry: randomUUID() })

const decided: Make = async (world) => {
  const { referral, child } = await referred(world)
  const made = await makeEnquiry(world, { child })
  await decideEnquiryRows(world, made, referral)
  return made
}

const another = (make: Make, agency: (world: World) => string): Maker => async (world) =>
  ({ input: { enquiryId: (await make(world)).enquiry, agencyId: agency(world), besides: 'Something besides', dueAt: '2026-11-21T10:30' } })

const moving = (make: Make): Maker => async (world) => {
  const { enquiry } = await make(world)
  const { rows } = await world.sql.query<{ due_at: Date }>('SELECT due_at FROM enquiry WHERE id = $1', [enquiry])
  return { input: { enquiryId: enquiry, was: rows[0]?.due_at.toISOString(), newDueAt: '2026-11-21T10:30', reason: 'The school is closed' } }
}

const labels: Maker = async (world) => {
  const { rows } = await world.sql.query<{ version: number }>('SELECT version FROM area WHERE id = $1', [world.a.id])
  return { input: { version: rows[0]?.version, enquiry: 'Multi-agency child enquiry', enquiryShort: 'MACE' } }
}

const situations = (ways: Readonly<Record<string, Make>>, input: (made: Made) => unknown, sees?: (made: Made) => string): Makers =>
  Object.fromEntries(Object.entries(ways).map(([name, make]): [string, Maker] => [name, async (world) => {
    const made = await make(world)
    // what is due first comes on the first page
    await world.sql.query(`UPDATE enquiry_request SET due_at = $2 WHERE id = $1`, [made.request, new Date(Date.parse('2026-10-02T09:00:00Z') - ++later * 60_000)])
    return { input: input(made), ...(sees ? { sees: sees(made) } : {}) }
  }]))

const OWN = { 'asked of the school': ofSchool, 'asked of the council': ofCouncil, 'asked of the police of area B': ofPoliceInB }
const enquiryOf = ({ enquiry }: Made) => enquiry

/** An enquiry on that child, open: what a reader is to find of it. */
const seen = (make: (world: World) => Promise<Told>, find: (made: Made) => string): Maker => async (world): Promise<Cell> => {
  const { child } = await make(world)
  const area = make === inAreaB ? world.b : world.a
  const made = await makeEnquiry(world, { area, child, agency: area.agencies.school })
  return { input: { childId: child, contactId: null }, sees: find(made) }
}

/** Two agencies that name the same man. */
const named = async (world: World, area = world.a): Promise<Made> => {
  const made = await makeEnquiry(world, { area, agency: area.agencies.school, text: 'She speaks of Darren Pike' })
  const request = randomUUID()
  await world.sql.query(
    `INSERT INTO enquiry_request (area_id, id, enquiry_id, agency_id, reference, subject_line, told, question, asked_at, asked_by_id, due_at)
     SELECT area_id, $1, enquiry_id, $2, reference, subject_line, told, question, asked_at, asked_by_id, due_at FROM enquiry_request WHERE id = $3`,
    [request, area.agencies.health, made.request],
  )
  await insert(world.sql, 'enquiry_entry', {
    area_id: area.id, id: randomUUID(), request_id: request, agency_id: area.agencies.health, submission_key: randomUUID(), position: 0, event_day: '2026-11-13',
    text: 'Came with a man, Darren Pike', nature: 'fact', source: 'Nurse', ask_whom: 'Nurse', by_id: SYSTEM_USER, at: '2026-11-18',
  })
  return made
}

const judging = (value: string, make: Make): Maker => async (world) => ({ input: { enquiryId: (await make(world)).enquiry, kind: 'person', value, verdict: 'dismissed' } })

const travelled = (make: (world: World) => Promise<Told>): Maker => async (world) => {
  const told = await make(world)
  const area = make === inAreaB ? world.b : world.a
  const snapshot = await decideEnquiryRows(world, await makeEnquiry(world, { area, child: told.child, agency: area.agencies.school }), told.referral, area)
  return { input: { referralId: told.referral }, sees: snapshot }
}

const beginning = (make: (world: World) => Promise<Told>): Maker => async (world) => ({ input: beginForm(world, { childId: (await make(world)).child }) })

export const ENQUIRIES: Readonly<Record<string, Makers>> = {
  'enquiries.prepare': {
    ...each({ 'on a child': nobody, 'on a child of area B': inAreaB }, ({ child }) => ({ childId: child }), ({ child }) => child),
    ...each({ 'on a contact': nobody }, ({ contact }) => ({ contactId: contact }), ({ contact }) => contact),
  },
  'enquiries.begin': {
    'on a child': beginning(nobody),
    'on a child of area B': beginning(inAreaB),
    'on a child that is not there': beginning(absent),
    'asking an agency of area B': async (world) => ({ input: beginForm(world, { childId: (await nobody(world)).child, agencyIds: [world.b.agencies.school] }) }),
  },
  'enquiries.ask-another': {
    'of an open one': another(ofSchool, (world) => world.a.agencies.health),
    'an agency of area B': another(ofSchool, (world) => world.b.agencies.police),
    'decided already': another(decided, (world) => world.a.agencies.health),
    'of area B': another(ofPoliceInB, (world) => world.b.agencies.school),
  },
  'enquiries.move-time': { 'of an open one': moving(ofSchool), 'decided already': moving(decided), 'of area B': moving(ofPoliceInB) },
  'areas.labels': { 'of area A': () => ({ input: {}, sees: 'Multi-agency child enquiry' }) },
  'areas.set-labels': { 'as they stand': labels },
  'enquiries.list': situations({ 'one of area A': ofSchool, 'one of area B': ofPoliceInB }, () => ({}), enquiryOf),
  'enquiries.see-open': {
    'that one is open': seen(nobody, ({ enquiry }) => enquiry),
    'what is in it': seen(nobody, () => 'Came in with a new phone'),
    'one of area B': seen(inAreaB, ({ enquiry }) => enquiry),
  },
  'enquiries.read': situations({ 'asked of the school': ofSchool, 'of area B': ofPoliceInB, 'not there': nothing }, ({ enquiry }) => ({ enquiryId: enquiry }), ({ entry }) => entry),
  'enquiries.print': situations({ 'asked of the school': ofSchool, 'of area B': ofPoliceInB }, ({ enquiry }) => ({ enquiryId: enquiry, audience: 'professional' }), ({ entry }) => entry),
  'enquiries.list-own': situations(OWN, () => ({}), enquiryOf),
  'enquiries.read-own': situations({ ...OWN, 'not there': nothing }, ({ enquiry }) => ({ enquiryId: enquiry }), ({ entry }) => entry),
  'enquiries.answer': situations({ ...OWN, 'not there': nothing }, ({ enquiry }) => answerForm(enquiry, [{}])),
  'enquiries.correct': situations(
    { 'an entry of the school': ofSchool, 'an entry of the council': ofCouncil, 'not there': nothing },
    ({ entry }) => ({ entryId: entry, submissionKey: randomUUID(), entry: entryForm({ text: 'It was an old phone' }) }),
  ),
  'enquiries.decide': situations({ open: ofSchool, 'of area B': ofPoliceInB, 'decided already': decided }, ({ enquiry }) => routeForm(enquiry)),
  'enquiries.judge-name': {
    'a name of two agencies': judging('darren pike', named),
    'a name that is not offered': judging('somebody else', named),
    'of area B': judging('darren pike', (world) => named(world, world.b)),
  },
  'enquiries.snapshots': {
    'with a referral that waits for CATE': travelled(referred),
    'with the referral behind a case': travelled(panelCase),
    'with a referral to safeguarding': travelled(toSafeguarding),
    'with a referral of area B': travelled(inAreaB),
  },
  'enquiries.room': {
    'an agency of area A': (world) => ({ input: {}, sees: `${world.a.name} High School` }),
    'an agency of area B': (world) => ({ input: {}, sees: `${world.b.name} High School` }),
  },
  'enquiries.set-room': {
    'with agencies of area A': (world) => ({ input: { agencyIds: [world.a.agencies.council, world.a.agencies.police] } }),
    'with an agency of area B': (world) => ({ input: { agencyIds: [world.b.agencies.police] } }),
  },
  'enquiries.remind': { 'of area A': none },
  'enquiries.send-again': {
    'written into since': async (world) => {
      const { referral, child } = await referred(world)
      const made = await makeEnquiry(world, { child })
      await decideEnquiryRows(world, made, referral)
      await insert(world.sql, 'enquiry_entry', {
        area_id: world.a.id, id: randomUUID(), request_id: made.request, agency_id: world.a.agencies.school, submission_key: randomUUID(), position: 0, event_day: '2026-11-13',
        text: 'Since then', nature: 'fact', source: 'Tutor', ask_whom: 'Tutor', by_id: SYSTEM_USER, at: '2026-11-19',
      })
      return { input: { enquiryId: made.enquiry } }
    },
    ...situations({ 'not sent with anything': ofSchool, 'of area B': ofPoliceInB }, ({ enquiry }) => ({ enquiryId: enquiry })),
  },
}
