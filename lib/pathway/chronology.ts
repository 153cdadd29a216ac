/**
 * One chronology of everything that happened to a child: which kinds of entry there are, whom each comes from, and
 * in what order they stand. Newest first; where two happened at the same instant their keys decide, so that a page
 * neither repeats an entry nor leaves one out. Source: DOMAIN 2 and 4 (what may be known to exist is shown as
 * withheld, never left out in silence).
 */

/** What an entry is. A room that tells more adds its kind here and its provider in lib/chronology/registry. */
export const CHRONOLOGY_KINDS = [
  { id: 'contact', label: 'Contact' },
  { id: 'missing', label: 'Missing report' },
  { id: 'call', label: 'Call on the case' },
  { id: 'decision', label: 'Decision' },
  { id: 'referral', label: 'Referral' },
  { id: 'case', label: 'Case' },
  { id: 'level', label: 'Level' },
  { id: 'assessment', label: 'Risk assessment' },
  { id: 'session', label: 'Session' },
  { id: 'disclosure', label: 'Disclosure' },
  { id: 'panel', label: 'Risk panel' },
  { id: 'strategy', label: 'Strategy meeting' },
  { id: 'plan', label: 'Safety plan' },
  { id: 'review', label: 'Review' },
  { id: 'exit', label: 'Ending' },
  { id: 'action', label: 'Action' },
  { id: 'enquiry', label: 'Enquiry' },
  { id: 'sharing', label: 'Sharing' },
  { id: 'alert', label: 'Alert' },
] as const
export type ChronologyKind = (typeof CHRONOLOGY_KINDS)[number]['id']

/** Whose entry it is: who told it, or who did it. */
export const CHRONOLOGY_SOURCES = [
  { id: 'front_door', label: 'Family Connect' },
  { id: 'safeguarding', label: 'Safeguarding' },
  { id: 'cate', label: 'CATE team' },
  { id: 'council', label: 'Another council service' },
  { id: 'police', label: 'Police' },
  { id: 'education', label: 'Education' },
  { id: 'health', label: 'Health' },
  { id: 'housing', label: 'Housing' },
  { id: 'family', label: 'Family, friends and the public' },
  { id: 'other', label: 'Others' },
] as const
export type ChronologySource = (typeof CHRONOLOGY_SOURCES)[number]['id']

/** The CIN-census sources of referral (DOMAIN 5) behind each. What is in none of them is 'other'. */
const CODES: Partial<Record<ChronologySource, readonly string[]>> = {
  family: ['1A', '1B', '1C', '1D', '9'],
  education: ['2A', '2B'],
  health: ['3A', '3B', '3C', '3D', '3E', '3F'],
  housing: ['4'],
  council: ['5A', '5B', '5C', '5D'],
  police: ['6'],
}

/** Whose contact it is by its code; one that is in no group is 'other'. */
export function sourceOfCode(code: string): ChronologySource {
  const found = Object.entries(CODES).find(([, codes]) => codes.includes(code))
  return found ? (found[0] as ChronologySource) : 'other'
}

/** The codes of a source, or null where they are those that no other source has. Teams of ours have none. */
export function codesOfSource(source: ChronologySource): { in: readonly string[] } | { notIn: readonly string[] } {
  if (source === 'other') return { notIn: Object.values(CODES).flat() }
  return { in: CODES[source] ?? [] }
}

/** The kinds of agency behind each; what is in none of them is 'other'. */
const AGENCY_KINDS = { police: 'police', education: 'education', health: 'health', housing: 'housing', council: 'council' } as const satisfies Partial<Record<ChronologySource, string>>
type Answering = keyof typeof AGENCY_KINDS

/** Whose answer it is, by the kind of the agency. */
export function sourceOfAgency(kind: string): ChronologySource {
  const found = Object.entries(AGENCY_KINDS).find(([, one]) => one === kind)
  return found ? (found[0] as ChronologySource) : 'other'
}

/** The kinds of agency of a source; of 'other' those that no other source has. Teams of ours have none. */
export function agencyKindsOf(source: ChronologySource): { in: Answering[] } | { notIn: Answering[] } {
  const kinds = Object.values(AGENCY_KINDS)
  return source === 'other' ? { notIn: kinds } : { in: kinds.filter((kind) => kind === source) }
}

/** What an order looks at: an ISO instant, and a key that no other entry has. */
export type Placed = { readonly at: string; readonly key: string }

/** Newest first; of the same instant, the greater key first. Below 0 where `a` stands before `b`. */
export function comparePlaced(a: Placed, b: Placed): number {
  if (a.at !== b.at) return a.at > b.at ? -1 : 1
  return a.key === b.key ? 0 : a.key > b.key ? -1 : 1
}

/** Several lists as one, newest first, and no more than `most`. An entry that two lists have is there once. */
export function mergeNewestFirst<T extends Placed>(lists: readonly (readonly T[])[], most: number): T[] {
  const byKey = new Map(lists.flat().map((entry) => [entry.key, entry]))
  return [...byKey.values()].sort(comparePlaced).slice(0, most)
}

const PLACE = /^(\d{1,15})~([a-z_]{1,30}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Where a page ended, as an address says it: '1763540000000~contact-<uuid>'. */
export function placeInWords({ at, key }: Placed): string {
  return `${Date.parse(at)}~${key}`
}

/** Reads it back; null for one that is not of our making, which begins at the first page. */
export function readPlace(words: string | undefined): Placed | null {
  const [, ms, key] = words?.match(PLACE) ?? []
  const at = new Date(Number(ms))
  return key === undefined || Number.isNaN(at.getTime()) ? null : { at: at.toISOString(), key }
}
