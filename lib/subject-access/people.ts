import type { Tx } from '../access/operation'
import type { KnownPerson } from '../pathway/redaction-proposals'
import { reachOfReferrer, type Found, type Names } from './compose'

/** The names behind the ids of rows: of people, agencies and teams together; those of people; and the police's agencies. */
export async function namesBehind(tx: Tx, areaId: string, found: readonly Found[]): Promise<{ all: Names; people: Set<string>; police: Set<string> }> {
  const ids = [...new Set(found.flatMap(({ table, row }) => table.fields.flatMap(([column, , how]) => (how === 'person' && typeof row[column] === 'string' ? [row[column]] : []))))]
  const users = await tx.userAccount.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const agencies = await tx.agency.findMany({ where: { areaId }, select: { id: true, name: true, kind: true } })
  const teams = await tx.team.findMany({ where: { areaId }, select: { id: true, name: true } })
  return {
    all: new Map([...users, ...agencies, ...teams].map(({ id, name }) => [id, name])),
    people: new Set(users.map(({ name }) => name)),
    police: new Set(agencies.flatMap(({ id, kind }) => (kind === 'police' ? [id] : []))),
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Who is known to be around: whoever told us, other children, people in the young person's life and those mentioned. */
export async function knownPeople(tx: Tx, areaId: string, children: readonly string[], found: readonly Found[]): Promise<KnownPerson[]> {
  const around = found.filter(({ table }) => table.name === 'person_around')
  const related = around.flatMap(({ row }) => (typeof row.related_child_id === 'string' ? [row.related_child_id] : []))
  const others = await tx.child.findMany({
    where: { areaId, OR: [{ id: { in: related } }, { people: { some: { relatedChildId: { in: [...children] } } } }], NOT: { id: { in: [...children] } } },
    select: { givenName: true, familyName: true, knownAs: true },
  })
  return [
    ...found.flatMap(({ row }) => (row.identity_withheld === true ? reachOfReferrer(row) : []).map((words) => ({ words, who: 'withheld_referrer' as const }))),
    ...others.flatMap(({ givenName, familyName, knownAs }) => [`${givenName} ${familyName}`, knownAs ?? '']).map((words) => ({ words, who: 'other_child' as const })),
    ...around.map(({ row }) => ({ words: text(row.name), who: row.related_child_id ? ('other_child' as const) : ('around' as const) })),
    ...found.flatMap(({ row }) => (row.identity_withheld === false ? reachOfReferrer(row) : [])).map((words) => ({ words, who: 'referrer' as const })),
    ...around.map(({ row }) => ({ words: text(row.phone), who: 'around' as const })),
    ...found.flatMap(({ table, row }) => (/_subject$/.test(table.name) && row.kind === 'person' ? [text(row.label)] : table.name === 'enquiry_name' && row.kind === 'person' ? [text(row.shown)] : [])).map((words) => ({ words, who: 'around' as const })),
  ].filter(({ words }) => words.length > 2)
}

/** What the young person is called, in any of the records: never proposed as somebody else's name. */
export function ownNames(found: readonly Found[]): string[] {
  return found.flatMap(({ table, row }) => (table.name === 'child' || table.name === 'child_alias' ? [`${text(row.given_name)} ${text(row.family_name)}`, text(row.known_as)] : [])).filter(Boolean)
}
