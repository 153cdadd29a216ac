import type { Sex } from '../../lib/pathway/codes'
import { ADULTS, NAMES, type Heritage } from './names'
import type { Random } from './random'

// how England is mixed, roughly; codes of the census
const ETHNICITIES: readonly (readonly [string, number])[] = [
  ['WBRI', 720], ['WIRI', 6], ['WIRT', 5], ['WOTH', 48], ['WROM', 6], ['MWBC', 22], ['MWBA', 10], ['MWAS', 16], ['MOTH', 12],
  ['AIND', 16], ['APKN', 42], ['ABAN', 14], ['AOTH', 12], ['BCRB', 12], ['BAFR', 24], ['BOTH', 6], ['CHNE', 6], ['OOTH', 12],
  ['REFU', 3], ['NOBT', 8],
]

type Mix = readonly (readonly [Heritage, number])[]
const HERITAGE: Readonly<Record<string, Mix>> = {
  WIRI: [['irish', 1]],
  WIRT: [['irish', 1]],
  WOTH: [['european', 9], ['irish', 1]],
  WROM: [['european', 3], ['british', 1]],
  MWBC: [['british', 6], ['african_caribbean', 4]],
  MWBA: [['british', 5], ['african_caribbean', 5]],
  MWAS: [['british', 5], ['south_asian', 5]],
  AIND: [['south_asian', 1]],
  APKN: [['south_asian', 1]],
  ABAN: [['south_asian', 1]],
  AOTH: [['east_asian', 5], ['south_asian', 5]],
  BCRB: [['african_caribbean', 6], ['british', 4]],
  BAFR: [['african_caribbean', 1]],
  BOTH: [['african_caribbean', 1]],
  CHNE: [['east_asian', 1]],
  OOTH: [['middle_eastern', 1]],
}
const ELSE: Mix = [['british', 93], ['irish', 4], ['european', 3]]

const ANYBODY: Mix = [
  ['british', 76], ['irish', 4], ['south_asian', 9], ['african_caribbean', 5], ['european', 4], ['middle_eastern', 1], ['east_asian', 1],
]

// first languages other than English, where a family may have one
const LANGUAGES: Readonly<Partial<Record<Heritage, readonly string[]>>> = {
  south_asian: ['Punjabi', 'Urdu', 'Bengali', 'Gujarati', 'Mirpuri'],
  european: ['Polish', 'Romanian', 'Lithuanian', 'Portuguese', 'Slovak'],
  african_caribbean: ['Yoruba', 'French', 'Somali', 'Tigrinya'],
  east_asian: ['Cantonese', 'Mandarin', 'Vietnamese'],
  middle_eastern: ['Arabic', 'Kurdish', 'Farsi', 'Turkish'],
}

/** An ethnicity code, as often as it is met. */
export function anyEthnicity(random: Random): string {
  return random.weighted(ETHNICITIES)
}

/** Where the names of a family of that ethnicity may come from. */
export function heritageOf(ethnicity: string, random: Random): Heritage {
  return random.weighted(HERITAGE[ethnicity] ?? ELSE)
}

/** A child's given name. */
export function givenName(heritage: Heritage, sex: Sex, random: Random): string {
  const { girls, boys } = NAMES[heritage]
  return random.pick(sex === 'F' ? girls : sex === 'M' ? boys : random.chance(0.5) ? girls : boys)
}

/** A family name; now and then a double one. */
export function familyName(heritage: Heritage, random: Random): string {
  const { families } = NAMES[heritage]
  const one = random.pick(families)
  if (!random.chance(0.035)) return one
  const other = random.pick(NAMES[random.weighted(ANYBODY)].families)
  return other === one ? one : `${one}-${other}`
}

/** A language other than English, with whether an interpreter is needed; null for most. */
export function languageOf(heritage: Heritage, random: Random): { language: string; interpreter: boolean } | null {
  const languages = LANGUAGES[heritage]
  return languages && random.chance(0.35) ? { language: random.pick(languages), interpreter: random.chance(0.3) } : null
}

/** A grown-up's name; a parent's goes with the family's. */
export function adult(random: Random, wanted: { heritage?: Heritage; sex?: 'F' | 'M'; family?: string } = {}): string {
  const heritage = wanted.heritage ?? random.weighted(ANYBODY)
  const woman = wanted.sex ? wanted.sex === 'F' : random.chance(0.6)
  const { women, men } = ADULTS[heritage]
  return `${random.pick(woman ? women : men)} ${wanted.family ?? random.pick(NAMES[heritage].families)}`
}

// what people of these names are called at home
const SHORT: Readonly<Record<string, string>> = {
  Abigail: 'Abbie', Alexandru: 'Alex', Bethany: 'Beth', Charlotte: 'Lottie', Danielle: 'Dani', Eleanor: 'Nell',
  Elizabeth: 'Libby', Frederick: 'Fred', Gabrielle: 'Gabby', Georgia: 'Georgie', Harriet: 'Hattie', Isabella: 'Bella',
  Jasmine: 'Jas', Jessica: 'Jess', Joseph: 'Joe', Joshua: 'Josh', Katarzyna: 'Kasia', Maddison: 'Maddie',
  Matilda: 'Tilly', Megan: 'Meg', Mohammed: 'Mo', Muhammad: 'Mo', Natasha: 'Tash', Nathaniel: 'Nat', Nicole: 'Nikki',
  Olivia: 'Liv', Rebecca: 'Becca', Samuel: 'Sam', Shannon: 'Shan', Theresa: 'Tess', Thomas: 'Tom', William: 'Will',
  Zuzanna: 'Zuzia',
}

/** What a child of that name likes to be called, where it is something else. */
export function shortName(given: string, random: Random): string | null {
  const short = SHORT[given]
  return short && random.chance(0.45) ? short : null
}
