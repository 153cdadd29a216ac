/**
 * Names that crop up in what agencies say: people, vehicles, postcodes, phones. They are *offered* as people,
 * places or links, and a person takes or leaves each: nothing is ever linked by itself (DOMAIN 2). Matching
 * words over-counts, so a name is offered only where two agencies use it or it is on record already.
 */
export const NAME_KINDS = ['person', 'vehicle', 'postcode', 'phone'] as const
export type NameKind = (typeof NAME_KINDS)[number]
export const NAME_KIND_LABELS: Readonly<Record<NameKind, string>> = { person: 'Person', vehicle: 'Vehicle', postcode: 'Place', phone: 'Phone' }

export type Found = {
  readonly kind: NameKind
  /** In one form, so that the same is found again: 'darren pike', 'AB12CDE', 'WM4 2PD', '07700900123'. */
  readonly value: string
  /** As it was written. */
  readonly shown: string
}

const PATTERNS: Readonly<Record<Exclude<NameKind, 'person'>, { find: RegExp; form: (text: string) => string }>> = {
  // the current British form, and the prefix form before it
  vehicle: { find: /\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b|\b[A-Z]\d{1,3}\s?[A-Z]{3}\b/g, form: (text) => text.replace(/\s/g, '') },
  postcode: { find: /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/gi, form: (text) => text.toUpperCase().replace(/\s/g, '').replace(/(...)$/, ' $1') },
  phone: { find: /(?:\+44\s?\(?0?\)?|\b0)\d[\d\s()-]{7,12}\d\b/g, form: (text) => text.replace(/^\+44\s?\(?0?\)?/, '0').replace(/\D/g, '') },
}

// two or three words that begin with a capital: 'Darren Pike', 'Mary-Ann O’Shea', 'Łukasz Nowak'
const PERSON = /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){1,2}(?![\p{L}])/gu

// what begins a sentence, or names a thing and not somebody
const NO_NAME = new Set(
  ('a an and at but by for from he her his if in it its no not of on she that the their then there they this to we when where who with you ' +
    'mr mrs ms miss dr pc dc ds sgt police school academy college hospital trust council road street lane avenue close house park station ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'high health homes social care children family connect')
    .split(' '),
)

/** Everything of these kinds in a text, each once, in the order of the text by kind. */
export function namesIn(text: string): Found[] {
  const found: Found[] = []
  const add = (one: Found) => void (found.some(({ kind, value }) => kind === one.kind && value === one.value) || found.push(one))
  for (const [match] of text.matchAll(PERSON)) {
    const words = match.split(/\s/).filter((word) => !NO_NAME.has(word.toLowerCase()))
    if (words.length > 1) add({ kind: 'person', value: words.join(' ').toLowerCase(), shown: words.join(' ') })
  }
  for (const [kind, { find, form }] of Object.entries(PATTERNS) as [Exclude<NameKind, 'person'>, (typeof PATTERNS)['vehicle']][]) {
    for (const [match] of text.matchAll(find)) add({ kind, value: form(match), shown: match })
  }
  return found
}

export type Offered = Found & {
  /** The entries it stands in. */
  readonly entries: readonly string[]
  readonly agencies: readonly string[]
  /** On record already, as this. */
  readonly known: string | null
  /** It stands only in entries that are kept from some professionals. */
  readonly restricted: boolean
}

type Entry = { readonly id: string; readonly agencyId: string; readonly text: string; readonly restricted: boolean }

/** Somebody or something on record: as it is written there, and in words who or what that is. */
export type OnRecord = { readonly text: string; readonly label: string }

/**
 * What to offer out of the entries: names of two agencies or more, and those that are on record. What is about the
 * subject itself, or names an agency (`own`), is left out. Those of most agencies first.
 */
export function namesToOffer(entries: readonly Entry[], known: readonly OnRecord[], own: readonly string[]): Offered[] {
  const onRecord = new Map(known.flatMap(({ text, label }) => formsOf(text).map((form) => [form, label] as const)))
  const ownForms = new Set(own.flatMap(formsOf))
  const seen = new Map<string, { found: Found; entries: Entry[] }>()
  for (const entry of entries) {
    for (const found of namesIn(entry.text)) {
      const key = `${found.kind} ${found.value}`
      if (ownForms.has(key)) continue
      const already = seen.get(key) ?? { found, entries: [] }
      seen.set(key, { found: already.found, entries: [...already.entries, entry] })
    }
  }
  return [...seen]
    .map(([key, { found, entries: where }]): Offered => ({
      ...found,
      entries: where.map(({ id }) => id),
      agencies: [...new Set(where.map(({ agencyId }) => agencyId))],
      known: onRecord.get(key) ?? null,
      restricted: where.every(({ restricted }) => restricted),
    }))
    .filter(({ agencies, known: record }) => agencies.length > 1 || record !== null)
    .sort((a, b) => b.agencies.length - a.agencies.length || a.value.localeCompare(b.value))
}

function formsOf(text: string): string[] {
  return namesIn(text).map(({ kind, value }) => `${kind} ${value}`)
}
