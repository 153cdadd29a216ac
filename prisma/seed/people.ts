import { z } from 'zod'
import { operation, type Tx } from '../../lib/access/operation'
import { hashPassword } from '../../lib/access/passwords'
import type { Role } from '../../lib/access/roles'
import { environment } from '../../lib/env'
import { agencyId, councilOf, teamId, type AreaCode } from './agencies'
import { uuidOf } from './random'

/** The password of every demo person. */
export const DEMO_PASSWORD = 'waymark-demo-2026'

type TeamKind = Parameters<typeof teamId>[1]
type Person = { readonly email: string; readonly name: string; readonly role: Role; readonly agency?: string; readonly team?: TeamKind }

const at = (name: string, domain = 'demo.test') => `${name}@${domain}`
const MARCHFORD = 'marchford.demo.test'

/** Who signs in where; without an agency it is the council. The police work in both areas, in Wrenmoor first. */
export const PEOPLE: Readonly<Record<AreaCode, readonly Person[]>> = {
  WRN: [
    { email: at('advisor'), name: 'Bryony Achterberg', role: 'advisor', team: 'front_door' },
    { email: at('edt'), name: 'Olumide Farrant', role: 'emergency_duty', team: 'emergency_duty' },
    { email: at('safeguarding'), name: 'Harjit Sandiford', role: 'safeguarding_lead', team: 'safeguarding' },
    { email: at('practitioner'), name: 'Maya Thistlewood', role: 'practitioner', team: 'cate' },
    { email: at('practitioner2'), name: 'Callum Nwachukwu', role: 'practitioner', team: 'cate' },
    { email: at('practitioner3'), name: 'Rukhsana Pellow', role: 'practitioner', team: 'cate' },
    { email: at('practitioner4'), name: 'Ffion Hallorane', role: 'practitioner', team: 'cate' },
    { email: at('practitioner5'), name: 'Dominik Szarek', role: 'practitioner', team: 'cate' },
    { email: at('practitioner6'), name: 'Jolie Bankole-Reid', role: 'practitioner', team: 'cate' },
    { email: at('cate-manager'), name: 'Nerys Okonjo', role: 'cate_manager', team: 'cate' },
    { email: at('chair'), name: 'Tobias Venkataraman', role: 'panel_chair' },
    { email: at('police'), name: 'Siobhan Kerrigan-Adair', role: 'police', agency: 'Tarn Valley Police' },
    { email: at('health'), name: 'Adaora Whitlock', role: 'partner', agency: 'Wrenmoor Community Health Trust' },
    { email: at('school'), name: 'Gethin Marlowe-Rees', role: 'partner', agency: 'Brindmoor High School' },
    { email: at('housing'), name: 'Parveen Oldacre', role: 'partner', agency: 'Wrenmoor Hearth Homes' },
    { email: at('licensing'), name: 'Stellan Broadhurst', role: 'licensing', agency: 'Wrenmoor Licensing and Public Protection' },
    { email: at('manager'), name: 'Leonie Castellane', role: 'manager' },
    { email: at('auditor'), name: 'Everard Mbeki-Lowe', role: 'auditor', agency: 'Wrenmoor Safeguarding Children Board' },
    { email: at('analyst'), name: 'Xiulan Pemberthy', role: 'analyst' },
    { email: at('admin'), name: 'Rafferty Doole', role: 'admin' },
  ],
  MAR: [
    { email: at('advisor', MARCHFORD), name: 'Imelda Quartermain', role: 'advisor', team: 'front_door' },
    { email: at('safeguarding', MARCHFORD), name: 'Kwabena Loxley', role: 'safeguarding_lead', team: 'safeguarding' },
    { email: at('practitioner', MARCHFORD), name: 'Saoirse Dunmallet', role: 'practitioner', team: 'cate' },
    { email: at('police'), name: 'Siobhan Kerrigan-Adair', role: 'police', agency: 'Tarn Valley Police' },
  ],
}

/** The id of a demo person, from the e-mail. */
export function personId(email: string): string {
  return uuidOf(`person ${email}`)
}

/** A hash for each person who is new in the area. Throws an Error outside the demo. */
export async function hashesFor(area: AreaCode): Promise<Record<string, string>> {
  refuseOutsideTheDemo()
  const hashed = newIn(area).map(async ({ email }) => [email, await hashPassword(DEMO_PASSWORD)] as const)
  return Object.fromEntries(await Promise.all(hashed))
}

/** Makes the demo people of an area that has nobody. Gives how many roles it gave. */
export const seedPeople = operation({
  name: 'seed.people',
  effect: 'change',
  permission: 'area:seed',
  input: z.strictObject({ area: z.enum(['WRN', 'MAR']), hashes: z.record(z.string(), z.string()) }),
  audit: ['area.seeded'],
  async work({ tx, actor }, { area, hashes }) {
    refuseOutsideTheDemo()
    for (const { email, name } of newIn(area)) {
      await tx.$executeRaw`INSERT INTO user_account (id, email, name) VALUES (${personId(email)}::uuid, ${email}, ${name})`
    }
    for (const person of PEOPLE[area]) await giveRole(tx, actor.areaId, area, person)
    for (const [email, hash] of Object.entries(hashes)) {
      const [row] = await tx.$queryRaw<{ done: boolean }[]>`SELECT set_password(${personId(email)}::uuid, ${hash}) AS done`
      if (!row?.done) throw new Error('a password was not set')
    }
    const people = PEOPLE[area].length
    return { output: people, kind: 'area.seeded', facts: { terms: { step: 'people', people } } }
  },
})

async function giveRole(tx: Tx, areaId: string, area: AreaCode, { email, role, agency, team }: Person): Promise<void> {
  const agencyOf = agencyId(area, agency ?? councilOf(area))
  // whoever works in two areas starts in the one they came to first
  const years = area === 'WRN' ? 4 : 3
  await tx.$executeRaw`
    INSERT INTO role_assignment (area_id, id, user_id, role, agency_id, team_id, starts_at)
    VALUES (${areaId}::uuid, ${uuidOf(`role ${area} ${email}`)}::uuid, ${personId(email)}::uuid, ${role}::role_name,
      ${agencyOf}::uuid, ${team ? teamId(area, team) : null}::uuid, now() - make_interval(years => ${years}::int))`
}

/** Those who were not made with an area before this one. */
function newIn(area: AreaCode): readonly Person[] {
  if (area === 'WRN') return PEOPLE.WRN
  const known = new Set(PEOPLE.WRN.map(({ email }) => email))
  return PEOPLE[area].filter(({ email }) => !known.has(email))
}

/** Throws an Error where this is not the demo: nobody may sign in with a password that everybody knows. */
export function refuseOutsideTheDemo(): void {
  if (!environment().demo) throw new Error('Demo people exist only in the demo')
}
