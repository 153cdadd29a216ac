import type { LegalStatusCode, Sex } from '../../lib/pathway/codes'
import { ageOn } from '../../lib/pathway/age'
import { addDaysTo, isIsoDay, londonDay, type IsoDay } from '../../lib/pathway/london'
import type { ExploitationFlag } from '../../lib/pathway/words'
import { AGENCIES, type AreaCode, type Phase } from './agencies'
import type { Calendar } from './calendar'
import { household, type Household } from './households'
import { mobile, nhsNumber, upn } from './identifiers'
import { anyEthnicity, familyName, givenName, heritageOf, languageOf, shortName } from './naming'
import type { Random } from './random'

/** A child of the seeded year. What is not read-only becomes known as the year is laid out. */
export type Child = {
  readonly given: string
  readonly family: string
  readonly knownAs: string | null
  readonly alias: readonly [given: string, family: string] | null
  readonly born: IsoDay
  readonly bornAt: number
  readonly age: number
  readonly sex: Sex
  readonly household: Household
  readonly disabilities: readonly string[]
  readonly language: { readonly language: string; readonly interpreter: boolean } | null
  readonly legal: LegalStatusCode | null
  readonly nhs: string | null
  readonly upn: string | null
  readonly school: string | null
  readonly gp: string
  readonly phone: string | null
  readonly siblings: Child[]
  exploitation: ExploitationFlag
  howToSpeak: string | null
  /** When the record was made, as an instant, and by whom. */
  since: number
  by: string
  id: string
}

/** What is decided about a child beforehand; the rest is chance. */
export type Wanted = {
  readonly ages: readonly [number, number]
  readonly sex?: Sex
  readonly girls?: number
  readonly ethnicity?: string
  readonly given?: string
  readonly family?: string
  readonly born?: IsoDay
  readonly knownAs?: string
  readonly alias?: readonly [given: string, family: string]
  readonly siblingOf?: Child
}

const GPS = [
  'Ferrowby Lane Surgery', 'Hesslow Medical Centre', 'The Bobbin Practice', 'Tidemarsh Family Doctors', 'Larkhollow Surgery',
  'Quarrenden House Practice', 'Velmere Health Centre', 'Oxlanding Surgery',
]
const GPS_NEIGHBOUR = ['Pellbeck Surgery', 'Lock Lane Medical Centre']
const DISABILITIES = ['LD', 'AUT', 'BEH', 'COMM', 'MOB', 'HEAR', 'VIS', 'CON', 'DDA']
// there are more teenagers and babies among children whom somebody worries about
const WEIGHT_BY_AGE = [7, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 7, 8, 8, 8, 6, 4.5, 0.7]

/** Makes children, each with identifiers of its own. */
export class Nursery {
  readonly #schools: Readonly<Record<Phase, (readonly [{ name: string; at: number }, number])[]>> = { primary: [], secondary: [], college: [] }
  readonly #pupils = new Map<string, number>()
  readonly #today: IsoDay
  #numbered: number

  constructor(
    readonly area: AreaCode,
    readonly calendar: Calendar,
    readonly random: Random,
  ) {
    this.#today = londonDay(calendar.anchor)
    // no NHS number is given out in both areas
    this.#numbered = area === 'WRN' ? 0 : 500_000
    AGENCIES[area].forEach(({ name, phase, share = 1 }, at) => {
      if (phase) this.#schools[phase].push([{ name, at }, share])
    })
  }

  make(wanted: Wanted): Child {
    const { random } = this
    const { siblingOf } = wanted
    const born = wanted.born ?? this.#bornAt(this.#ageWithin(wanted.ages))
    const age = ageOn(born, this.calendar.anchor)
    const girls = wanted.girls ?? 0.49
    const sex = wanted.sex ?? random.weighted<Sex>([['F', girls], ['M', 1 - girls], ['U', age < 1 ? 0.03 : 0.004]])
    const legal = siblingOf?.legal ?? this.#legal()
    const ethnicity = siblingOf?.household.ethnicity ?? wanted.ethnicity ?? anyEthnicity(random)
    const heritage = siblingOf?.household.heritage ?? heritageOf(ethnicity, random)
    const family = siblingOf?.family ?? wanted.family ?? familyName(heritage, random)
    const lookedAfter = legal === 'C2' || legal === 'V2' || legal === 'C1'
    const home = siblingOf?.household ?? household({ area: this.area, heritage, ethnicity, family, lookedAfter }, random)
    const given = wanted.given ?? this.#givenBesides(siblingOf, () => givenName(heritage, sex, random))
    const school = this.#school(age)
    const child: Child = {
      given,
      family,
      knownAs: wanted.knownAs ?? (wanted.given ? null : shortName(given, random)),
      alias: wanted.alias ?? (!wanted.given && random.chance(0.035) ? [given, familyName(heritage, random)] : null),
      born,
      bornAt: Date.parse(born),
      age,
      sex,
      household: home,
      disabilities: random.chance(0.55) ? ['NONE'] : random.chance(0.2) ? random.shuffle(DISABILITIES).slice(0, random.int(1, 2)) : [],
      language: siblingOf?.language ?? languageOf(heritage, random),
      legal,
      nhs: random.chance(0.95) ? this.#nextNhs() : null,
      upn: school && age >= 5 && random.chance(0.93) ? this.#nextUpn(school.at, Number(born.slice(0, 4)) + 5) : null,
      school: school?.name ?? null,
      gp: random.pick(this.area === 'WRN' ? GPS : GPS_NEIGHBOUR),
      phone: age >= 11 && random.chance(0.5) ? mobile(random) : home.phone,
      siblings: [],
      exploitation: 'no',
      howToSpeak: null,
      since: 0,
      by: '',
      id: '',
    }
    if (siblingOf) join(siblingOf, child)
    return child
  }

  #ageWithin([from, to]: readonly [number, number]): number {
    const ages = WEIGHT_BY_AGE.map((weight, age) => [age, weight] as const).slice(from, to + 1)
    return this.random.weighted(ages)
  }

  // well inside the year of age, so that a few days later the child is still that old
  #bornAt(age: number): IsoDay {
    const birthday = `${Number(this.#today.slice(0, 4)) - age}${this.#today.slice(4)}`
    return addDaysTo(isIsoDay(birthday) ? birthday : birthday.replace('02-29', '02-28'), -this.random.int(6, 352))
  }

  #legal(): LegalStatusCode | null {
    return this.random.weighted<LegalStatusCode | null>([
      [null, 72], ['NONE', 15], ['CIN', 6], ['CPP', 2.2], ['V2', 1], ['C2', 1.6], ['C1', 0.4], ['SGO', 0.8], ['SO', 0.3], ['NK', 0.7],
    ])
  }

  #givenBesides(sibling: Child | undefined, choose: () => string): string {
    for (;;) {
      const given = choose()
      if (given !== sibling?.given) return given
    }
  }

  #school(age: number): { name: string; at: number } | null {
    if (age < 4 || age > 17 || this.random.chance(0.02)) return null
    return this.random.weighted(this.#schools[age < 11 ? 'primary' : age < 16 ? 'secondary' : 'college'])
  }

  #nextNhs(): string {
    for (;;) {
      const number = nhsNumber(this.#numbered++)
      if (number) return number
    }
  }

  #nextUpn(school: number, year: number): string {
    const key = `${school} ${year}`
    const at = (this.#pupils.get(key) ?? 0) + 1
    this.#pupils.set(key, at)
    return upn(at, school, year)
  }
}

/** Joins two children of one family, both ways, and with those each is joined to already. */
function join(first: Child, child: Child): void {
  for (const sibling of [first, ...first.siblings]) {
    sibling.siblings.push(child)
    child.siblings.push(sibling)
  }
}
