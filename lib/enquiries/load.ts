import { NotFound } from '../access/errors'
import type { Asking, Tx } from '../access/operation'
import { nameOf } from '../children/view'
import { isKeptFromSome } from '../pathway/caveats'
import { normaliseSubject } from '../pathway/subjects'
import { namesIn, namesToOffer, type Offered, type OnRecord } from '../pathway/names'
import { byDay, entryInclude, viewEntry, type EntryView } from './view'

/** An entry beside others': whose it is, and whether it came after the route out was decided. */
export type ChronologyEntry = EntryView & { agencyId: string; agency: string; afterDecision: boolean }

const name = { select: { name: true } } as const

/** The whole of an enquiry as its tables have it. Throws NotFound. */
export async function loadEnquiry({ tx, actor }: Pick<Asking, 'tx' | 'actor'>, enquiryId: string) {
  const row = await tx.enquiry.findUnique({
    where: { areaId_id: { areaId: actor.areaId, id: enquiryId } },
    include: {
      child: { include: { aliases: true, addresses: true, people: true } },
      contact: { select: { id: true, reference: true, childId: true, state: true } },
      openedBy: name,
      requests: { orderBy: { agency: { name: 'asc' } }, include: { agency: name, answeredBy: name, entries: { orderBy: [{ at: 'asc' }, { position: 'asc' }], include: entryInclude } } },
      decision: { include: { decidedBy: name } },
      names: true,
      times: { orderBy: { at: 'asc' }, include: { by: name } },
      snapshots: { orderBy: { takenAt: 'asc' }, include: { referral: { include: { toTeam: name } } } },
    },
  })
  if (!row) throw new NotFound()
  return row
}

export type EnquiryRow = Awaited<ReturnType<typeof loadEnquiry>>

/** All entries in the order in which things happened. */
export function chronologyOf(row: EnquiryRow): ChronologyEntry[] {
  const decidedAt = row.decision?.decidedAt
  return row.requests
    .flatMap((request) => request.entries.map((entry): ChronologyEntry => ({
      ...viewEntry(entry, request.dueAt),
      agencyId: request.agencyId,
      agency: request.agency.name,
      afterDecision: decidedAt !== undefined && entry.at > decidedAt,
    })))
    .sort(byDay)
}

/** Whether any professional who works with this may read an entry's names. */
const restricted = (entry: EntryView) => isKeptFromSome(entry.caveat)

/** The names that crop up, to be offered; what agencies have corrected since is left out. */
export async function offersOf(tx: Tx, row: EnquiryRow, entries: readonly ChronologyEntry[]): Promise<Offered[]> {
  const current = entries.filter((entry) => !entry.correctedBy).map((entry) => ({
    id: entry.id, agencyId: entry.agencyId, text: [entry.text, entry.topicValue].filter(Boolean).join('. '), restricted: restricted(entry),
  }))
  const found = current.flatMap(({ text }) => namesIn(text))
  const { child } = row
  const own = [
    ...row.requests.map(({ agency }) => agency.name),
    ...(row.personName ? [row.personName] : []),
    ...(child ? [`${child.givenName} ${child.familyName}`, `${child.knownAs ?? ''} ${child.familyName}`, ...child.aliases.map((alias) => `${alias.givenName} ${alias.familyName}`), ...child.addresses.flatMap(({ postcode, phone }) => [postcode ?? '', phone ?? ''])] : []),
  ]
  return namesToOffer(current, await onRecord(tx, row.areaId, found), own)
}

/** Which of these are on record: children, people around children, addresses and phones, and what contacts told of. */
async function onRecord(tx: Tx, areaId: string, found: ReturnType<typeof namesIn>): Promise<OnRecord[]> {
  const of = (kind: string) => found.filter((one) => one.kind === kind).map(({ value }) => value)
  const [persons, postcodes, phones] = [of('person'), of('postcode'), of('phone')]
  if (!found.length) return []
  const subjects = [...of('vehicle'), ...found.filter(({ kind }) => kind === 'person').map(({ shown }) => normaliseSubject('person', shown))]
  // one after the other: a transaction is one connection, which answers one question at a time
  const children = await tx.$queryRaw<{ given_name: string; family_name: string; reference: string }[]>`
    SELECT given_name, family_name, reference FROM child WHERE area_id = ${areaId}::uuid AND lower(given_name || ' ' || family_name) = ANY (${persons}::text[]) LIMIT 50`
  const people = await tx.$queryRaw<{ name: string; phone: string | null; of: string }[]>`
    SELECT p.name, p.phone, c.reference AS of FROM person_around p JOIN child c ON c.area_id = p.area_id AND c.id = p.child_id
    WHERE p.area_id = ${areaId}::uuid AND (lower(p.name) = ANY (${persons}::text[]) OR p.phone = ANY (${phones}::text[])) LIMIT 50`
  const addresses = await tx.$queryRaw<{ postcode: string | null; phone: string | null; of: string }[]>`
    SELECT a.postcode, a.phone, c.reference AS of FROM child_address a JOIN child c ON c.area_id = a.area_id AND c.id = a.child_id
    WHERE a.area_id = ${areaId}::uuid AND (a.postcode = ANY (${postcodes}::text[]) OR a.phone = ANY (${phones}::text[])) LIMIT 50`
  const told = await tx.contactSubject.findMany({ where: { areaId, kind: { in: ['person', 'vehicle'] }, normalised: { in: subjects } }, take: 50, select: { label: true, contact: { select: { reference: true } } } })
  return [
    ...children.map((row) => ({ text: `${row.given_name} ${row.family_name}`, label: `a child on record, ${row.reference}` })),
    ...people.flatMap((row) => [{ text: row.name, label: `in the life of ${row.of}` }, ...(row.phone ? [{ text: row.phone, label: `the phone of somebody in the life of ${row.of}` }] : [])]),
    ...told.map((row) => ({ text: row.label, label: `told of in ${row.contact.reference}` })),
    ...addresses.flatMap((row) => [...(row.postcode ? [{ text: row.postcode, label: `an address of ${row.of}` }] : []), ...(row.phone ? [{ text: row.phone, label: `a phone of ${row.of}` }] : [])]),
  ]
}

/** Whom an enquiry is about, in words. */
export function aboutOf(row: Pick<EnquiryRow, 'child' | 'personName'>): string {
  return row.child ? nameOf(row.child) : (row.personName ?? '')
}
