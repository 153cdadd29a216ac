import { randomUUID } from 'node:crypto'
import { insert } from './insert'
import { makeCase, makeChild } from './records'
import type { TestArea, World } from './world'

const GIVEN = [
  'Olivia', 'Amelia', 'Isla', 'Ava', 'Mia', 'Freya', 'Lily', 'Grace', 'Evie', 'Sophie', 'Noah', 'George', 'Arthur',
  'Oscar', 'Harry', 'Leo', 'Jack', 'Mohammed', 'Aaliyah', 'Zara',
]
const FAMILY = [
  'Smith', 'Jones', 'Taylor', 'Brown', 'Wilson', 'Evans', 'Thomas', 'Roberts', 'Khan', 'Patel', 'Hughes', 'Edwards',
  'Green', 'Wood', 'Harris', 'Cooper',
]
const STREETS = [
  'Mill Lane', 'Church Road', 'Station Road', 'High Street', 'Park Avenue', 'Queensway', 'Wellington Close',
  'Haygate Drive',
]

/** An NHS number with a true check digit, from any nine digits; null for the few that have none. */
export function nhsNumber(nine: string): string | null {
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? null : `${nine}${check}`
}

/** A UPN with a true check letter, from any twelve digits. */
export function upn(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0)
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'.charAt(sum % 23)}${twelve}`
}

/** Those who are looked for, among three hundred others. Each is unlike the rest in some way and like them in others. */
export type Sought = 'siobhan' | 'catherine' | 'mohammed' | 'oconnor' | 'szymanski' | 'aisha' | 'double' | 'numbered' | 'housed' | 'own' | 'foreign'

export async function makeSearchWorld(world: World): Promise<Record<Sought, string>> {
  await crowd(world)
  const child = (given_name: string, family_name: string, over: object = {}, area: TestArea = world.a) => makeChild(
    world, area, { given_name, family_name, ...over },
  )
  const sought: Record<Sought, string> = {
    siobhan: await child('Siobhan', 'Fitzgerald', { date_of_birth: '2010-03-07' }),
    catherine: await child('Catherine', 'Thompson', { date_of_birth: '2012-08-21' }),
    mohammed: await child('Mohammed', 'Rahman', { date_of_birth: '2009-11-30' }),
    oconnor: await child('Niamh', 'O’Connor', { date_of_birth: '2011-05-05' }),
    szymanski: await child('Łukasz', 'Szymański', { date_of_birth: '2008-01-09' }),
    aisha: await child('Aisha', 'Begum', { known_as: 'Jazzy', date_of_birth: '2011-12-02' }),
    double: await child('Ruby', 'Hartley-Woods', { date_of_birth: '2013-02-14' }),
    numbered: await child('Ella', 'Smith', { nhs_number: nhsNumber('943476591'), upn: upn('801200000001') }),
    housed: await child('Jack', 'Jones'),
    own: await child('Zebulon', 'Quayle', { date_of_birth: '2010-10-10' }),
    foreign: await child(
      'Persephone', 'Vandermeer', { nhs_number: nhsNumber('401023213'), date_of_birth: '2010-06-06' }, world.b,
    ),
  }
  await insert(world.sql, 'child_alias', {
    area_id: world.a.id, id: randomUUID(), child_id: sought.aisha, given_name: 'Ayesha', family_name: 'Chowdhury',
  })
  await insert(world.sql, 'child_address', {
    area_id: world.a.id, id: randomUUID(), child_id: sought.housed, line: '17 Larkspur Crescent', town: 'Testford',
    postcode: 'TF9 4ZX', phone: '07700900461',
  })
  await insert(world.sql, 'child_address', {
    area_id: world.b.id, id: randomUUID(), child_id: sought.foreign, line: '3 Elsewhere Row', town: 'Otherby',
    postcode: 'OT1 1OT', phone: '07700900999',
  })
  await makeCase(world, { child: sought.own, holder: world.as.practitioner })
  return sought
}

/** Three hundred children with common names, births, addresses and numbers. */
async function crowd(world: World): Promise<void> {
  for (let at = 0; at < 300; at++) {
    const child = await makeChild(world, world.a, {
      given_name: GIVEN[at % GIVEN.length], family_name: FAMILY[(at * 7 + Math.floor(at / GIVEN.length)) % FAMILY.length],
      date_of_birth: new Date(Date.UTC(2008 + (at % 9), (at * 5) % 12, 1 + ((at * 11) % 28))),
      nhs_number: nhsNumber(String(612_000_000 + at)), upn: upn(String(820_300_000_000 + at)),
    })
    await insert(world.sql, 'child_address', {
      area_id: world.a.id, id: randomUUID(), child_id: child,
      line: `${1 + (at % 90)} ${STREETS[at % STREETS.length]}`, town: 'Testford',
      postcode: `TF${1 + (at % 8)} ${1 + (at % 9)}AB`, phone: `0195255${String(1000 + at)}`,
    })
  }
}
