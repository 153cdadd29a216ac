/**
 * What is known already when a contact comes in: in what order it is read, and in what words each piece says
 * why it matched (DOMAIN 2, Screening). Order is by what matters to the decision: an open case, missing reports
 * and exploitation concerns first; what merely coincides, such as a school, last. More concern never moves
 * anything down.
 */
import type { ExploitationFlag } from './words'

/** Who somebody is to a child (the ids of `person_around`). */
export const RELATIONSHIPS = {
  mother: 'Mother', father: 'Father', carer: 'Carer', step_parent: 'Step-parent', grandparent: 'Grandparent',
  sibling: 'Brother or sister', household: 'In the household', associate: 'Associate', other: 'Other',
} as const
export type Relationship = keyof typeof RELATIONSHIPS

export const TIE_KINDS = ['person', 'named', 'associate', 'phone', 'address', 'school', 'caller', 'described', 'place', 'vehicle', 'people'] as const
export type TieKind = (typeof TIE_KINDS)[number]

/** Something in common. `via` is what it is on this side, `there` on the other: a relationship, '' for the child's own, or the shared words. */
export type Tie = { readonly kind: TieKind; readonly via: string | null; readonly there: string | null }

export type KnownFacts = {
  readonly id: string
  /** A case or a contact of this child (without ties), or another child or contact that is tied to her. */
  readonly what: 'case' | 'contact' | 'child'
  readonly ties: readonly Tie[]
  readonly exploitation: ExploitationFlag
  readonly missing: boolean
  readonly openCase: boolean
  /** ISO instant; empty where it has none. */
  readonly at: string
}

const STRENGTH: Readonly<Record<TieKind, number>> = {
  person: 30, named: 26, address: 24, associate: 22, vehicle: 20, place: 20, people: 20, phone: 20, described: 16, caller: 12, school: 2,
}
const OWN = 40

/** How much a piece matters: higher is read first. */
export function weightOf({ what, ties, exploitation, missing, openCase }: KnownFacts): number {
  const strengths = ties.map((tie) => STRENGTH[tie.kind]).sort((a, b) => b - a)
  const nearness = ties.length ? (strengths[0] ?? 0) + 3 * (ties.length - 1) : OWN
  const concern = exploitation === 'yes' ? 30 : exploitation === 'suspected' ? 22 : 0
  return nearness + concern + (missing ? 25 : 0) + (openCase ? 40 : 0) + (what === 'case' && !ties.length ? 25 : 0)
}

/** What matters first, then what is newest. One order, however the pieces come. */
export function orderKnown<T extends KnownFacts>(pieces: readonly T[]): T[] {
  return [...pieces].sort((a, b) => weightOf(b) - weightOf(a) || b.at.localeCompare(a.at) || a.id.localeCompare(b.id))
}

/** A police missing report, or a contact that says she is or was missing. */
export function isMissingReport({ channel, concerns }: { channel: string; concerns: readonly string[] }): boolean {
  return channel === 'police_missing_report' || concerns.includes('missing')
}

/** Why it matched, in words that fit on one line. */
export function whyOf({ kind, via, there }: Tie): string {
  switch (kind) {
    case 'person': return via ? `${relation(via)}, named on this record` : `This young person is on their record as: ${lower(there)}`
    case 'named': return via ? `Has the name of somebody on this record: ${lower(via)}` : `Their record names somebody of this name: ${lower(there)}`
    case 'associate': return `${via} is named on both records`
    case 'phone': return phone(via, there)
    case 'address': return 'Same address'
    case 'school': return 'Same school, and a concern about exploitation'
    case 'caller': return there ? `The caller’s phone is on their record: ${lower(there)}` : 'Same phone as the caller’s'
    case 'described': return via === 'name' ? 'A name in the description' : 'A first name in the description'
    case 'place': return there ? `Their address is the place named: ${via}` : `Same place: ${via}`
    case 'vehicle': return `Same vehicle: ${via}`
    case 'people': return there ? `${via} is on their record too: ${lower(there)}` : `Same person named: ${via}`
  }
}

function phone(via: string | null, there: string | null): string {
  if (!via && !there) return 'Same phone at both addresses'
  if (!via) return `Same phone as at this address; on their record it is: ${lower(there)}`
  if (via === there) return `Same phone on both records for: ${lower(via)}`
  return there ? `Same phone: ${lower(via)} here, ${lower(there)} there` : `Same phone as on this record for: ${lower(via)}`
}

function relation(code: string | null): string {
  return RELATIONSHIPS[code as Relationship] ?? 'Somebody around them'
}

function lower(code: string | null): string {
  return relation(code).toLowerCase()
}

const WORDS_READ = 12
// sentences begin with these, and no name is written so
const NO_NAMES = new Set('a about aged an and another around as at black blonde boy brown child dark fair female girl has he her his in is it lives long looked male may mother no not of on one possibly pupil red says seen she short some tall the their there they told two unknown was wears wearing white with years young youth'.split(' '))

/** The words of a text that may be first names, and the pairs that may be whole ones, in small letters. */
export function namesIn(text: string): { words: string[]; pairs: string[] } {
  const tokens = text.normalize('NFC').match(/[\p{L}’'-]+|[.,;:\n]/gu) ?? []
  const named = (token: string | undefined) => token !== undefined && /^\p{Lu}\p{Ll}/u.test(token) && token.length > 2 && !NO_NAMES.has(token.toLowerCase())
  const words = tokens.filter(named).map((word) => word.toLowerCase())
  const pairs = tokens.flatMap((token, at) => (named(token) && named(tokens[at + 1]) ? [`${token} ${tokens[at + 1]}`.toLowerCase()] : []))
  return { words: [...new Set(words)].slice(0, WORDS_READ), pairs: [...new Set(pairs)].slice(0, WORDS_READ) }
}
