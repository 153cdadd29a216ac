/**
 * Whether two records may be of the same child: what speaks for it, what against, and how much. A proposal and
 * never an answer: nothing here merges anything, and a person judges each pair (DOMAIN 2, Screening; decision
 * 0009). The same both ways round; evidence that agrees never lowers the score, evidence that conflicts does.
 */
import { isTemporaryUpn } from './identifiers'
import { likeness, plainName, type Likeness } from './likeness'
import type { IsoDay } from './london'

export type Identity = {
  /** The first is the name she goes by; known-as and other names follow. */
  readonly names: readonly { readonly given: string; readonly family: string }[]
  readonly dateOfBirth: IsoDay | null
  readonly birthEstimated: boolean
  readonly sex: 'M' | 'F' | 'U'
  /** Ten digits, check digit verified. */
  readonly nhsNumber: string | null
  readonly upn: string | null
  readonly addresses: readonly { readonly line: string; readonly postcode: string | null }[]
  /** Digits alone. */
  readonly phones: readonly string[]
  readonly school: string | null
}

export type Evidence = {
  readonly kind: 'name' | 'born' | 'nhs' | 'upn' | 'address' | 'phone' | 'school' | 'sex'
  /** For (above 0) or against (below). */
  readonly points: number
  /** In plain words, without a name. */
  readonly words: string
}

export type Comparison = {
  readonly score: number
  readonly agrees: readonly Evidence[]
  readonly conflicts: readonly Evidence[]
}

/** From here on two records are proposed; from STRONG on they are likely. */
export const PROPOSED = 50
export const STRONG = 75

/** Weighs two records. */
export function compareChildren(a: Identity, b: Identity): Comparison {
  const found = [names(a, b), born(a, b), nhs(a, b), upn(a, b), address(a, b), phone(a, b), school(a, b), sex(a, b)].flatMap((one) => one ?? [])
  const by = (x: Evidence, y: Evidence) => Math.abs(y.points) - Math.abs(x.points)
  return {
    score: found.reduce((sum, { points }) => sum + points, 0),
    agrees: found.filter(({ points }) => points > 0).sort(by),
    conflicts: found.filter(({ points }) => points < 0).sort(by),
  }
}

/** Whether a pair is put before a person. */
export function isProposed({ score }: Comparison): boolean {
  return score >= PROPOSED
}

const GIVEN: Readonly<Record<Likeness, number>> = { same: 15, short: 12, alike: 11, sound: 10, none: -60 }
const FAMILY: Readonly<Record<Likeness, number>> = { same: 15, short: 12, alike: 12, sound: 11, none: -10 }

/** The closest of all the names of both: brothers and sisters share everything but a first name, so that weighs. */
function names(a: Identity, b: Identity): Evidence | null {
  let best: Evidence | null = null
  for (const [at, one] of a.names.entries()) {
    for (const [otherAt, other] of b.names.entries()) {
      const given = likeness(one.given, other.given, true)
      const family = likeness(one.family, other.family)
      // first and last name told the wrong way round
      const turned = plainName(one.given) === plainName(other.family) && plainName(one.family) === plainName(other.given)
      const points = turned ? 24 : GIVEN[given] + FAMILY[family] - (at + otherAt > 0 ? 2 : 0)
      if (!best || points > best.points) best = { kind: 'name', points, words: turned ? 'First and last name the other way round' : wordsOf(given, family, at + otherAt > 0) }
    }
  }
  return best
}

const HOW: Readonly<Record<Likeness, string>> = {
  same: 'same', short: 'short for the other', alike: 'nearly the same spelling', sound: 'sounds alike', none: 'different',
}

function wordsOf(given: Likeness, family: Likeness, other: boolean): string {
  const also = other ? ', counting other names' : ''
  if (given === 'same' && family === 'same') return other ? 'Same name, counting other names' : 'Same name'
  if (given === family) return given === 'none' ? 'Different names' : `Name ${HOW[given] === 'sounds alike' ? 'sounds alike' : `is ${HOW[given]}`}${also}`
  return `First name ${HOW[given]}, last name ${HOW[family]}${also}`
}

function born(a: Identity, b: Identity): Evidence | null {
  const [one, other] = [a.dateOfBirth, b.dateOfBirth]
  if (!one || !other) return null
  const guessed = a.birthEstimated || b.birthEstimated
  if (one === other) return { kind: 'born', points: guessed ? 22 : 30, words: guessed ? 'Same date of birth, which is an estimate' : 'Same date of birth' }
  const [year, month, day] = one.split('-')
  if (other === `${year}-${day}-${month}`) return { kind: 'born', points: 24, words: 'Date of birth with day and month swapped' }
  const same = [0, 1, 2].filter((part) => one.split('-')[part] === other.split('-')[part]).length
  const days = Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000
  if (same === 2 || days <= 3) return { kind: 'born', points: 15, words: 'Date of birth nearly the same' }
  if (guessed && days <= 550) return { kind: 'born', points: 8, words: 'Dates of birth near each other, one of them an estimate' }
  return { kind: 'born', points: guessed ? -8 : -25, words: 'Different dates of birth' }
}

function nhs(a: Identity, b: Identity): Evidence | null {
  if (!a.nhsNumber || !b.nhsNumber) return null
  return a.nhsNumber === b.nhsNumber
    ? { kind: 'nhs', points: 120, words: 'Same NHS number' }
    : { kind: 'nhs', points: -70, words: 'Different NHS numbers, both valid' }
}

/** A permanent pupil number is one child's; one given for the time being says nothing where it differs (DOMAIN 5). */
function upn(a: Identity, b: Identity): Evidence | null {
  if (!a.upn || !b.upn) return null
  if (a.upn === b.upn) return { kind: 'upn', points: 100, words: 'Same UPN' }
  if (isTemporaryUpn(a.upn) || isTemporaryUpn(b.upn)) return null
  return { kind: 'upn', points: -40, words: 'Different UPNs' }
}

/** A line as it is compared: '12 Mill Lane' and '12, mill lane' are one. */
export function plainLine(line: string): string {
  return line.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function address(a: Identity, b: Identity): Evidence | null {
  let best: Evidence | null = null
  for (const one of a.addresses) {
    for (const other of b.addresses) {
      const line = plainLine(one.line) !== '' && plainLine(one.line) === plainLine(other.line)
      const code = one.postcode !== null && one.postcode === other.postcode
      if (code && line) return { kind: 'address', points: 20, words: 'Same address' }
      if (code) best = { kind: 'address', points: 12, words: 'Same postcode' }
    }
  }
  return best
}

function phone(a: Identity, b: Identity): Evidence | null {
  return a.phones.some((one) => b.phones.includes(one)) ? { kind: 'phone', points: 20, words: 'Same phone' } : null
}

function school(a: Identity, b: Identity): Evidence | null {
  const same = a.school !== null && b.school !== null && plainLine(a.school) !== '' && plainLine(a.school) === plainLine(b.school)
  return same ? { kind: 'school', points: 6, words: 'Same school' } : null
}

function sex(a: Identity, b: Identity): Evidence | null {
  return a.sex !== 'U' && b.sex !== 'U' && a.sex !== b.sex ? { kind: 'sex', points: -10, words: 'Recorded as of different sex' } : null
}
