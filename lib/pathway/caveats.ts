/**
 * Who may read what an agency wrote into an enquiry. A caveat follows an entry into every view, print and pack;
 * whoever may not read it is told that something is withheld and whom to ask (DOMAIN 2, Multi-agency child
 * enquiry). The policy on enquiry_snapshot_part says the same in SQL; a test holds the two together.
 */
export const CAVEATS = [
  { id: 'none', label: 'No limit: professionals who work with this may read it' },
  { id: 'not_for_family', label: 'Not to be shared with the family' },
  { id: 'police_only', label: 'Police only' },
  { id: 'named', label: 'Only for those I name' },
] as const
export type Caveat = (typeof CAVEATS)[number]['id']

/** Short words for a tag beside an entry; empty where there is no caveat. */
export const CAVEAT_TAGS: Readonly<Record<Caveat, string>> = {
  none: '',
  not_for_family: 'Not for the family',
  police_only: 'Police only',
  named: 'Only for those named',
}

/** Whom an entry may be kept to. */
export const NAMEABLE = [
  { id: 'cate', label: 'The CATE team' },
  { id: 'panel', label: 'The risk panel' },
  { id: 'police', label: 'The police' },
] as const
export type Nameable = (typeof NAMEABLE)[number]['id']

/** Who reads: the lead and the auditor read everything; 'professional' is anybody else whose work it is. */
export const AUDIENCES = ['lead', 'auditor', 'cate', 'panel', 'police', 'professional', 'family'] as const
export type Audience = (typeof AUDIENCES)[number]

export type Reader = {
  readonly audience: Audience
  /** The agency the reader answers for; null where the reader answers for none. */
  readonly agencyId: string | null
}

export type Caveated = {
  readonly caveat: Caveat
  /** Whom it is kept to, where the caveat names them. */
  readonly caveatFor: readonly string[]
  readonly agencyId: string
}

/** Whether the reader may read it. An agency always reads its own; the family reads nothing that has a caveat. */
export function opensTo({ caveat, caveatFor, agencyId }: Caveated, reader: Reader): boolean {
  const { audience } = reader
  if (audience === 'lead' || audience === 'auditor') return true
  if (audience === 'family') return caveat === 'none'
  if (reader.agencyId !== null && reader.agencyId === agencyId) return true
  if (caveat === 'police_only') return audience === 'police'
  if (caveat === 'named') return caveatFor.includes(audience)
  return true
}

/**
 * Whether a caveat keeps an entry from some professionals: what is only in such entries (a name, a place) must
 * not reach a record that others read.
 */
export function isKeptFromSome(caveat: Caveat): boolean {
  return caveat === 'police_only' || caveat === 'named'
}

/** What stands in place of a withheld text. The family is not told which agency wrote it. */
export function withheldNote(agency: string, askWhom: string, audience: Audience): string {
  if (audience === 'family') return 'Something is not shown here. Ask the safeguarding lead.'
  return `${agency} wrote something that is withheld here. Ask ${askWhom}.`
}
