import type { SourceCode } from '../../lib/pathway/codes'
import type { Channel } from '../../lib/pathway/words'
import { AGENCIES, agencyId, type AgencySeed, type AreaCode } from './agencies'
import type { Child } from './children'
import { landline, mobile } from './identifiers'
import { adult } from './naming'
import { Random } from './random'
import type { Relationship } from './rows'

/** Who told us, as a contact keeps it. */
export type Referrer = {
  readonly name: string | null
  readonly role: string | null
  readonly organisation: string | null
  readonly agencyId: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly anonymous: boolean
  readonly identityWithheld: boolean
}

const ROLES: Readonly<Record<SourceCode, readonly string[]>> = {
  '1A': ['Aunt', 'Grandmother', 'Older sister'],
  '1B': ['Neighbour', 'Childminder', 'Friend of the family'],
  '1C': ['Young person'],
  '1D': ['Shop worker', 'Taxi driver', 'Hotel receptionist', 'Passer-by'],
  '2A': ['Designated safeguarding lead', 'Deputy safeguarding lead', 'Head of year', 'Pastoral manager'],
  '2B': ['Education welfare officer', 'Home education adviser'],
  '3A': ['GP', 'Practice safeguarding lead'],
  '3B': ['Health visitor'],
  '3C': ['School nurse'],
  '3D': ['Practice nurse', 'Dentist', 'Midwife'],
  '3E': ['Emergency department nurse', 'Paediatric registrar'],
  '3F': ['Community nurse', 'Named nurse for safeguarding', 'Speech and language therapist'],
  '4': ['Housing officer', 'Community safety officer', 'Tenancy support worker'],
  '5A': ['Social worker', 'Assessment team manager', 'Placement officer'],
  '5B': ['Adult services social worker', 'Youth justice officer', 'Community safety officer'],
  '5C': ['Social worker'],
  '5D': ['Early help worker', 'Family support worker'],
  '6': ['Police constable', 'Police sergeant', 'PCSO', 'Harm assessment unit officer'],
  '7': ['Probation officer', 'Court officer'],
  '8': ['Youth worker', 'Project manager'],
  '9': [],
  '10': ['Not known'],
}

const ELSEWHERE: readonly string[] = ['Eastmarch County Council', 'Borough of Lowhaven', 'Marrowdale Council']
const NOBODY: Referrer = {
  name: null, role: null, organisation: null, agencyId: null, phone: null, email: null, anonymous: true, identityWithheld: true,
}
const PROFESSIONAL = /^[2-8]/
// how many people of an agency ring the front door
const CAST: Readonly<Partial<Record<AgencySeed['kind'], number>>> = { police: 48, council: 36, health: 14, education: 3, housing: 5 }

/** Picks who rings: for each source the agencies of the area that it stands for, and in each the same few people. */
export class Referrers {
  readonly #bySource = new Map<SourceCode, (readonly [AgencySeed, number])[]>()
  readonly #casts = new Map<string, readonly { readonly name: string; readonly role: string }[]>()

  constructor(readonly area: AreaCode) {
    for (const agency of AGENCIES[area]) {
      for (const source of agency.sources) this.#bySource.set(source, [...(this.#bySource.get(source) ?? []), [agency, agency.share ?? 1]])
    }
  }

  /** Somebody who rings as that source about that child; a school rings about its own pupils, a parent about her own. */
  pick(source: SourceCode, child: Child | null, random: Random): Referrer {
    if (source === '9') return NOBODY
    const agency = this.#agencyOf(source, child?.school ?? null, child?.age ?? 12, random)
    const professional = PROFESSIONAL.test(source)
    const { name, role } = agency ? this.#someoneAt(agency, source, random) : someone(source, child, random)
    const organisation = agency?.name ?? (source === '5C' ? random.pick(ELSEWHERE) : null)
    return {
      name: source === '10' ? 'Name not given' : name,
      role,
      organisation,
      agencyId: agency ? agencyId(this.area, agency.name) : null,
      phone: source === '10' ? null : professional ? landline(random) : random.chance(0.8) ? mobile(random) : null,
      email: organisation && random.chance(0.7) ? addressOf(name, organisation) : null,
      anonymous: false,
      identityWithheld: random.chance(professional ? 0.03 : source === '1C' ? 0 : 0.3),
    }
  }

  #agencyOf(source: SourceCode, school: string | null, age: number, random: Random): AgencySeed | null {
    const choices = this.#bySource.get(source)
    if (!choices) return null
    const ofPhase = choices.filter(([{ name, phase }]) => (school ? name === school : !phase || (phase === 'primary') === age < 11))
    return random.weighted(source === '2A' && ofPhase.length > 0 ? ofPhase : choices)
  }

  #someoneAt(agency: AgencySeed, source: SourceCode, random: Random): { name: string; role: string } {
    const key = `${agency.name} ${source}`
    let cast = this.#casts.get(key)
    if (!cast) {
      // drawn from the agency's own run of numbers, so that its people are the same whoever rings first
      const own = new Random(`${this.area} staff of ${key}`)
      cast = Array.from({ length: CAST[agency.kind] ?? 4 }, () => ({ name: adult(own), role: own.pick(agency.roles ?? ROLES[source]) }))
      this.#casts.set(key, cast)
    }
    return random.pick(cast)
  }
}

// what a grown-up of the household is to the child
const KIN: Readonly<Partial<Record<Relationship, string>>> = {
  mother: 'Mother', father: 'Father', carer: 'Carer', step_parent: 'Step-parent', grandparent: 'Grandparent',
}

/** Somebody who rings for nobody but themselves: the young person, one of the household, another relative, a neighbour. */
function someone(source: SourceCode, child: Child | null, random: Random): { name: string; role: string } {
  const role = random.pick(ROLES[source])
  if (child && source === '1C') return { name: `${child.given} ${child.family}`, role }
  if (child && source === '1A' && child.household.adults.length > 0 && random.chance(0.75)) {
    const { name, relationship } = random.pick(child.household.adults)
    return { name, role: KIN[relationship] ?? role }
  }
  // the other relatives of the list are women; a neighbour may be anybody
  return { name: adult(random, child && source === '1A' ? { heritage: child.household.heritage, sex: 'F' } : {}), role }
}

/** How it came, by who tells and when. */
export function channelOf(source: SourceCode, inOffice: boolean, missing: boolean, random: Random): Channel {
  if (source === '6' && missing) return 'police_missing_report'
  if (source === '5C') return 'other_authority'
  if (!inOffice) return 'out_of_hours'
  if (source === '6') return random.weighted([['form', 55], ['email', 35], ['phone', 10]])
  if (/^[1]|^9|^10/.test(source)) return random.weighted([['phone', 78], ['form', 12], ['in_person', 10]])
  return random.weighted([['form', 48], ['phone', 34], ['email', 15], ['in_person', 3]])
}

function addressOf(name: string, organisation: string): string {
  const plain = (text: string) => text.normalize('NFD').toLowerCase().replace(/[^a-z ]/g, '')
  return `${plain(name).replaceAll(' ', '.')}@${plain(organisation).replaceAll(' ', '-')}.example`
}
