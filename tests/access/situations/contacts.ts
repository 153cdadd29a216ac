import { contactForm, decisionForm } from '../../support/inputs'
import type { World } from '../../support/world'
import {
  absent, byPolice, byPoliceOfB, bySchool, closedCase, each, inAreaB, nobody, panelCase, referred, unnamed,
  waitingCase, type Maker, type Makers, type Told,
} from '../cells'

const known = (childId: string) => ({ kind: 'known' as const, childId })
const contactOf = ({ contact }: Told) => contact

/** A contact without a child from one place, and a child to name from another. */
const naming = (contact: (world: World) => Promise<Told>, child: (world: World) => Promise<Told>): Maker => async (world) => ({
  input: { contactId: (await contact(world)).contact, version: 1, child: known((await child(world)).child) },
})
const unnamedInB = async (world: World): Promise<Told> => {
  const made = await inAreaB(world)
  await world.sql.query('UPDATE contact SET child_id = NULL WHERE id = $1', [made.contact])
  return made
}

export const CONTACTS: Readonly<Record<string, Makers>> = {
  'areas.agencies': {
    'an agency of area A': (world) => ({ input: {}, sees: `${world.a.name} High School` }),
    'an agency of area B': (world) => ({ input: {}, sees: `${world.b.name} High School` }),
  },
  'contacts.log': {
    'about a new child': () => ({ input: contactForm() }),
    ...each(
      { 'about a child on record': nobody, 'about a child of area B': inAreaB, 'about a child that is not there': absent },
      ({ child }) => contactForm({ child: known(child), separateReason: 'About somebody else' }),
    ),
    ...each({ 'about a child with an open case': panelCase }, ({ child }) => contactForm({ child: known(child) })),
    ...each({ 'about one, with why it is separate': waitingCase }, ({ child }) => contactForm({ child: known(child), separateReason: 'About somebody else' })),
  },
  'contacts.name-child': {
    'no child named yet': naming(unnamed, nobody),
    'with a child of area B': naming(unnamed, inAreaB),
    'of area B': naming(unnamedInB, inAreaB),
    'not there': naming(absent, nobody),
  },
  'contacts.decide': each(
    { 'waiting for a decision': nobody, 'of area B': inAreaB, 'not there': absent },
    ({ contact }) => decisionForm(contact),
  ),
  'contacts.list': each({ 'a contact of area A': nobody, 'a contact of area B': inAreaB }, () => ({ show: 'all' }), contactOf),
  'contacts.list-own-agency': each(
    {
      'told by the school': bySchool, 'told by the police of area A': byPolice,
      'told by the police of area B': byPoliceOfB, 'told by nobody’s agency': nobody,
    },
    () => ({}),
    contactOf,
  ),
  'contacts.read': each(
    {
      'a child nobody works with': nobody, 'no child named': unnamed, 'told by the school': bySchool,
      'told by the police': byPolice,
      'a referral waits': referred, 'a case waits for a practitioner': waitingCase,
      'a case before the panel': panelCase, 'a closed case': closedCase,
      'a case of area B': inAreaB, 'not there': absent,
    },
    ({ contact }) => ({ contactId: contact }),
    contactOf,
  ),
}
