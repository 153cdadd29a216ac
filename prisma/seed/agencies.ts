import { z } from 'zod'
import { operation } from '../../lib/access/operation'
import type { SourceCode } from '../../lib/pathway/codes'
import { uuidOf } from './random'
import { insertRows } from './rows'

type AgencyKind = 'council' | 'police' | 'health' | 'education' | 'housing' | 'probation' | 'licensing' | 'voluntary' | 'board'
type TeamKind = 'front_door' | 'emergency_duty' | 'safeguarding' | 'cate'

/** Which children a place of education teaches, by age. */
export type Phase = 'primary' | 'secondary' | 'college'

/** An organisation of the demo. All are made up. */
export type AgencySeed = {
  readonly name: string
  readonly kind: AgencyKind
  /** The sources of referral that its people ring as. */
  readonly sources: readonly SourceCode[]
  readonly phase?: Phase
  /** How much of its kind's work it has; 1 unless said. */
  readonly share?: number
  /** What its people are, where that differs from others who ring as that source. */
  readonly roles?: readonly string[]
}

export type AreaCode = 'WRN' | 'MAR'

export const AREAS: readonly { readonly code: AreaCode; readonly name: string }[] = [
  { code: 'WRN', name: 'Wrenmoor' },
  { code: 'MAR', name: 'Marchford' },
]

const school = (name: string, phase: Phase, share = 1): AgencySeed => ({ name, kind: 'education', sources: ['2A'], phase, share })

export const AGENCIES: Readonly<Record<AreaCode, readonly AgencySeed[]>> = {
  WRN: [
    { name: 'Wrenmoor Council', kind: 'council', sources: ['5A', '5B', '5D', '2B'], share: 6 },
    { name: 'Tarn Valley Police', kind: 'police', sources: ['6'] },
    { name: 'Wrenmoor Community Health Trust', kind: 'health', sources: ['3B', '3C', '3D', '3F'], share: 3 },
    {
      name: 'Ferrowby General Hospital Trust',
      kind: 'health',
      sources: ['3E', '3F'],
      roles: ['Ward sister', 'Paediatric registrar', 'Children’s nurse', 'Named nurse for safeguarding'],
    },
    { name: 'Wrenmoor Family Doctors Federation', kind: 'health', sources: ['3A'] },
    { name: 'Wrenmoor CAMHS Partnership', kind: 'health', sources: ['3F'], roles: ['CAMHS link worker', 'CAMHS nurse'] },
    { name: 'Lanternhouse Sexual Assault Referral Centre', kind: 'health', sources: [] },
    school('Brindmoor High School', 'secondary', 3),
    school('Hesslow Academy', 'secondary', 2),
    school('Tidemarsh School', 'secondary', 2),
    school('Aldermoss Community School', 'secondary'),
    school('Quillerton Park Academy', 'secondary'),
    school('Oxlanding High School', 'secondary', 0.3),
    school('Velmere Catholic Academy', 'secondary', 0.6),
    school('Wrenmoor Alternative Learning Centre', 'secondary', 0.5),
    school('Velmere Sixth Form College', 'college', 2),
    school('Wrenmoor Vale College', 'college', 3),
    school('Ferrowby Primary School', 'primary', 2),
    school('Cawthwick Lane Primary School', 'primary', 2),
    school('Hesslow Infant and Junior School', 'primary', 2),
    school('Tidemarsh Primary School', 'primary', 2),
    school('Aldermoss Church of England Primary School', 'primary'),
    school('Sallowfield Primary Academy', 'primary'),
    school('Quillerton Primary School', 'primary'),
    school('Oxlanding Green Primary School', 'primary'),
    school('Marlhythe Primary School', 'primary'),
    school('Brindmoor Catholic Primary School', 'primary'),
    school('Ottersike Primary School', 'primary', 0.3),
    school('Dunsallow Village Primary School', 'primary', 0.3),
    { name: 'Wrenmoor Hearth Homes', kind: 'housing', sources: ['4'], share: 3 },
    { name: 'Sallowfield Housing Association', kind: 'housing', sources: ['4'], share: 2 },
    { name: 'Marlhythe Tenants’ Housing', kind: 'housing', sources: ['4'], share: 0.3 },
    { name: 'Tarn Valley Probation Service', kind: 'probation', sources: ['7'] },
    {
      name: 'Wrenmoor Licensing and Public Protection',
      kind: 'licensing',
      sources: ['5B'],
      share: 0.6,
      roles: ['Licensing officer', 'Public protection officer'],
    },
    { name: 'Hollowlight Counselling', kind: 'voluntary', sources: ['8'], roles: ['Counsellor'] },
    { name: 'Wayfarers Return Interviews', kind: 'voluntary', sources: ['8'], share: 2, roles: ['Return interview worker'] },
    { name: 'Parents in Step Wrenmoor', kind: 'voluntary', sources: ['8'], roles: ['Parent support worker'] },
    { name: 'Ferrowby Youth Boathouse', kind: 'voluntary', sources: ['8'], roles: ['Youth worker'] },
    { name: 'Wrenmoor Safeguarding Children Board', kind: 'board', sources: [] },
  ],
  MAR: [
    { name: 'Marchford Council', kind: 'council', sources: ['5A', '5B', '5D', '2B'] },
    { name: 'Tarn Valley Police', kind: 'police', sources: ['6'] },
    { name: 'Marchford Community Health Trust', kind: 'health', sources: ['3A', '3B', '3C', '3D', '3E', '3F'] },
    school('Pellbeck High School', 'secondary'),
    school('Arrowmere Academy', 'secondary'),
    school('Marchford Lock College', 'college'),
    school('Pellbeck Primary School', 'primary'),
    school('Arrowmere Primary School', 'primary'),
    { name: 'Marchford Canalside Homes', kind: 'housing', sources: ['4'] },
    { name: 'Tarn Valley Probation Service', kind: 'probation', sources: ['7'] },
    { name: 'Marchford Young People’s Drop-in', kind: 'voluntary', sources: ['8'] },
    { name: 'Marchford Safeguarding Children Board', kind: 'board', sources: [] },
  ],
}

const PUPILS: Readonly<Record<Phase, number>> = { primary: 210, secondary: 640, college: 900 }
/** Larger than what they tell us would suggest. */
const QUIET: ReadonlyMap<string, number> = new Map([['Oxlanding High School', 940], ['Velmere Catholic Academy', 1_020], ['Marlhythe Tenants’ Housing', 2_100]])

/** The pupils of a place of education or the homes of a housing provider; null of all others. */
function sizeOf({ name, kind, phase, share = 1 }: AgencySeed): number | null {
  const whole = phase ? PUPILS[phase] : kind === 'housing' ? 1_500 : null
  return QUIET.get(name) ?? (whole && Math.round(whole * share))
}

/** Those who sit in the front door's room, and are asked in every enquiry. */
const ROOM: ReadonlySet<string> = new Set([
  'Wrenmoor Council', 'Wrenmoor Community Health Trust', 'Wrenmoor Hearth Homes', 'Tarn Valley Police',
  'Tarn Valley Probation Service', 'Marchford Council', 'Marchford Community Health Trust',
])

const TEAMS: readonly { readonly name: string; readonly kind: TeamKind }[] = [
  { name: 'Family Connect', kind: 'front_door' },
  { name: 'Emergency Duty Team', kind: 'emergency_duty' },
  { name: 'Safeguarding', kind: 'safeguarding' },
  { name: 'CATE', kind: 'cate' },
]

/** The id of an agency, from its name. */
export function agencyId(area: AreaCode, name: string): string {
  return uuidOf(`${area} agency ${name}`)
}

/** The id of a team of the council, from its kind. */
export function teamId(area: AreaCode, kind: TeamKind): string {
  return uuidOf(`${area} team ${kind}`)
}

/** The name of an area's council, to which its teams belong. */
export function councilOf(area: AreaCode): string {
  return area === 'WRN' ? 'Wrenmoor Council' : 'Marchford Council'
}

/** Writes down the agencies and teams of an area that has none. Gives how many agencies it made. */
export const seedAgencies = operation({
  name: 'seed.agencies',
  effect: 'change',
  permission: 'area:seed',
  input: z.strictObject({ area: z.enum(['WRN', 'MAR']) }),
  audit: ['area.seeded'],
  async work({ tx, actor }, { area }) {
    const area_id = actor.areaId
    const agencies = AGENCIES[area].map((one) => ({ area_id, id: agencyId(area, one.name), name: one.name, kind: one.kind, in_the_room: ROOM.has(one.name), size: sizeOf(one) }))
    const council = agencyId(area, councilOf(area))
    const teams = TEAMS.map(({ name, kind }) => ({ area_id, id: teamId(area, kind), agency_id: council, name, kind }))
    await insertRows(tx, 'agency', agencies)
    await insertRows(tx, 'team', teams)
    const terms = { step: 'agencies', agencies: agencies.length, teams: teams.length }
    return { output: agencies.length, kind: 'area.seeded', facts: { terms } }
  },
})
