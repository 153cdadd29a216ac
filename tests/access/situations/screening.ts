import { randomUUID } from 'node:crypto'
import { insert } from '../../support/insert'
import { makeCase, makeChild, makeJudgement } from '../../support/records'
import type { AreaName, World } from '../../support/world'
import { absent, each, inAreaB, nobody, oddName, panelCase, unnamed, type Maker, type Makers, type Told } from '../cells'

const contactOf = ({ contact }: Told) => contact
const why = 'What each record says of the family'

/** Two records of one area, of children alike in name and birth. */
async function alike(world: World, area: AreaName = 'a'): Promise<{ childId: string; otherId: string; family: string }> {
  const family = oddName()
  const make = () => makeChild(world, world[area], { family_name: family })
  return { childId: await make(), otherId: await make(), family }
}

async function judged(world: World, area: AreaName = 'a', over: object = {}) {
  const pair = await alike(world, area)
  return { ...pair, judgementId: await makeJudgement(world, { area: world[area], pair: [pair.childId, pair.otherId], ...over }) }
}

type Two = { childId: string; otherId: string }
const judging = (more: (two: Two) => object, make: (world: World) => Promise<Two>): Maker => async (world) => {
  const { childId, otherId } = await make(world)
  return { input: { childId, otherId, reason: why, ...more({ childId, otherId }) } }
}
const acrossAreas = async (world: World): Promise<Two> => ({ childId: await makeChild(world), otherId: await makeChild(world, world.b) })
const withNobody = async (world: World): Promise<Two> => ({ childId: await makeChild(world), otherId: randomUUID() })
const bothOpen = async (world: World): Promise<Two> => {
  const pair = await alike(world)
  for (const child of [pair.childId, pair.otherId]) await makeCase(world, { child, holder: world.as.practitioner })
  return pair
}
const keepsFirst = ({ childId }: Two) => ({ keptId: childId })
const nothing = () => ({})

const typed = (area: AreaName): Maker => async (world) => {
  const { childId, family } = await alike(world, area)
  return {
    input: { givenName: 'Robin', familyName: family, dateOfBirth: { day: '3', month: '4', year: '2011' }, birthEstimated: false, sex: 'U', line: '', postcode: '', phone: '', school: '' },
    sees: childId,
  }
}

/** A child of a case and one nobody works with, at one address. Sees the second from the first. */
const atOneAddress: Maker = async (world) => {
  const known = await panelCase(world)
  const other = await makeChild(world)
  const line = `7 ${oddName()} Street`
  for (const child_id of [known.child, other]) await insert(world.sql, 'child_address', { area_id: world.a.id, id: randomUUID(), child_id, line, postcode: 'TF7 7AA' })
  return { input: { childId: known.child }, sees: other }
}

export const SCREENING: Readonly<Record<string, Makers>> = {
  'screening.known-of-contact': each(
    { 'a child nobody works with': nobody, 'no child named': unnamed, 'a case before the panel': panelCase, 'a case of area B': inAreaB, 'not there': absent },
    ({ contact }) => ({ contactId: contact }),
  ),
  'screening.known-of-child': {
    ...each({ 'its earlier contact': nobody }, ({ child }) => ({ childId: child }), contactOf),
    'another child at the address of a case': atOneAddress,
    ...each({ 'a case before the panel': panelCase, 'a case of area B': inAreaB, 'not there': absent }, ({ child }) => ({ childId: child }), contactOf),
  },
  'screening.possible': { 'a child on record, typed again': typed('a'), 'a child of area B, typed again': typed('b') },
  'screening.matches-of-child': {
    'with another of its name and birth': async (world) => { const { childId, otherId } = await alike(world); return { input: { childId }, sees: otherId } },
    'of area B': async (world) => { const childId = await makeChild(world, world.b, { family_name: oddName() }); return { input: { childId }, sees: randomUUID() } },
    'not there': () => ({ input: { childId: randomUUID() } }),
  },
  'screening.pairs': {
    'judged in area A': async (world) => ({ input: { show: 'judged' }, sees: (await judged(world)).judgementId }),
    'judged in area B': async (world) => ({ input: { show: 'judged' }, sees: (await judged(world, 'b')).judgementId }),
  },
  'screening.tell-apart': {
    'two records': judging(nothing, alike), 'one of them of area B': judging(nothing, acrossAreas),
    'one of them not there': judging(nothing, withNobody), 'two that were judged': judging(nothing, judged),
  },
  'screening.ask-to-join': {
    'two records': judging(nothing, alike), 'one of them of area B': judging(nothing, acrossAreas), 'two that were judged': judging(nothing, judged),
  },
  'screening.merge': {
    'two records': judging(keepsFirst, alike), 'one of them of area B': judging(keepsFirst, acrossAreas),
    'one of them not there': judging(keepsFirst, withNobody), 'two that were judged': judging(keepsFirst, judged),
    'two with an open case each': judging(keepsFirst, bothOpen),
  },
  'screening.undo': {
    'a judgement of area A': async (world) => ({ input: { judgementId: (await judged(world)).judgementId, reason: why } }),
    'one that was undone': async (world) => ({
      input: { judgementId: (await judged(world, 'a', { undone_at: '2026-11-18', undone_by_id: world.as.safeguarding.userId, undone_reason: why })).judgementId, reason: why },
    }),
    'a judgement of area B': async (world) => ({ input: { judgementId: (await judged(world, 'b')).judgementId, reason: why } }),
    'not there': () => ({ input: { judgementId: randomUUID(), reason: why } }),
  },
}
