import { createHash } from 'node:crypto'
import type { Asking, Tx } from '../access/operation'
import { entriesOf } from '../chronology/read'
import type { ChronologyLine } from '../chronology/read'
import type { Caveat } from '../pathway/caveats'
import { proposalsFor, type KnownPerson, type Proposal } from '../pathway/redaction-proposals'
import type { Cut } from '../pathway/redaction'
import type { Requester } from '../pathway/subject-access'
import { joinsOf } from '../records/joined'
import { compose, wordsOfReferrer, type Composed, type Found, type Kept, type Row } from './compose'
import { knownPeople, namesBehind, ownNames } from './people'
import { TABLES } from './tables'

/** A piece of the record as it stands now. `at` is an ISO instant. */
export type Gathered = { key: string; recordId: string; childId: string; kind: string; at: string; text: string; sha256: string; proposals: Proposal[]; locks: Cut[] }

const MOST_ENTRIES = 100_000
const NAMED = ['child', 'child_alias']
const OWN_FIELDS = [...NAMED, 'child_address']
const FIRST = [...OWN_FIELDS, 'person_around']

/**
 * The whole record of a child and of the records joined to it, in order: who the young person is, then what happened,
 * the earliest first. `hidden` counts entries of the chronology that whoever asks may know of and not read. One
 * statement a table. Throws NotFound.
 */
export async function gather(asking: Asking, childId: string, requester: Requester): Promise<{ passages: Gathered[]; children: string[]; hidden: number }> {
  const { tx, actor } = asking
  // a record that was judged to be another's is read with that one, and so is all that is joined to it
  const { leads } = await joinsOf(tx, actor.areaId, childId)
  const { lines, children } = await entriesOf(asking, leads?.keptId ?? childId, {}, null, MOST_ENTRIES)
  const found = await rowsOf(tx, children)
  const [names, known, own] = [await namesBehind(tx, actor.areaId, found), await knownPeople(tx, actor.areaId, children, found), ownNames(found)]
  const people = [...known, ...[...names.people].map((words): KnownPerson => ({ words, who: 'professional' }))]
  const titles = new Map<string, string[]>()
  const told = lines.filter((line) => line.withheld !== 'all').toReversed()
  for (const line of told) titles.set(line.key, [titleOf(line)])
  const used = new Set<string>()
  const passages = found.map((one): Gathered => {
    const keys = (one.table.chronology ?? []).map((prefix) => `${prefix}-${one.id}`)
    for (const key of keys) used.add(key)
    const composed = compose(one.table, one.row, keys.flatMap((key) => titles.get(key) ?? []), names.all, one.kept)
    const police = one.row.source_code === '6' || (one.table.agency !== undefined && names.police.has(String(one.row[one.table.agency])))
    const proposals = proposalsFor({ text: openOf(composed), caveat: caveatOf(one), police, disclosure: one.table.disclosure === true, written: !OWN_FIELDS.includes(one.table.name) }, people, own, requester)
    return { key: `${one.table.name}-${one.id}`, recordId: one.id, childId: one.childId, kind: one.table.kind, at: one.at, ...composed, sha256: sha256(composed.text), proposals }
  })
  // what a chronology tells that comes of no table here is a passage as it stands: nothing told is lost
  for (const line of told.filter(({ key }) => !used.has(key))) {
    const text = [titleOf(line), line.text, line.by && `By: ${line.by}`].filter(Boolean).join('\n')
    passages.push({ key: line.key, recordId: line.id, childId: line.childId, kind: 'Entry', at: line.at, text, sha256: sha256(text), locks: [], proposals: proposalsFor({ text, caveat: null, police: line.source === 'police', disclosure: line.kind === 'disclosure', written: true }, people, own, requester) })
  }
  return { passages: passages.filter(({ text }) => text).sort(inOrder), children, hidden: lines.length - told.length }
}

// what is locked needs no proposal
const openOf = ({ text, locks }: Composed) => locks.reduce((open, { start, end }) => `${open.slice(0, start)}${'■'.repeat(end - start)}${open.slice(end)}`, text)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
// as on paper: who told us stands in no title where it is to be withheld
const titleOf = (line: ChronologyLine) => line.onPaper ?? line.title
const caveatOf = ({ table, row }: Found): Caveat | null => (table.caveat ? (row[table.caveat] as Caveat) : null)

function inOrder(a: Gathered, b: Gathered): number {
  const place = ({ key }: Gathered) => { const at = FIRST.indexOf(key.slice(0, key.indexOf('-'))); return at < 0 ? FIRST.length : at }
  return place(a) - place(b) || a.at.localeCompare(b.at) || a.key.localeCompare(b.key)
}

async function rowsOf(tx: Tx, children: readonly string[]): Promise<Found[]> {
  const all: Found[] = []
  const byTable = new Map<string, Map<string, Found>>()
  let own: ReadonlySet<string> = new Set()
  for (const table of TABLES) {
    const above = table.name === 'child' ? null : (byTable.get(table.parent ?? 'child') ?? new Map<string, Found>())
    const ids = above ? [...above.keys()] : children
    const here = byTable.get(table.name) ?? new Map<string, Found>()
    byTable.set(table.name, here)
    if (!ids.length) continue
    for (const column of table.by) {
      const rows = await tx.$queryRaw<{ row: Row }[]>`SELECT subject_access_rows(${table.name}, ${column}, ${ids}::uuid[]) AS row`
      for (const { row } of rows) {
        const id = String(row[table.id ?? 'id'])
        if (here.has(id)) continue
        const parent = above?.get(String(row[column]))
        const kept: Kept | null = row.identity_withheld === true ? { words: wordsOfReferrer(row, own) } : (parent?.kept ?? null)
        const at = table.at === undefined ? undefined : row[table.at]
        const one: Found = { table, id, row, childId: parent?.childId ?? id, at: typeof at === 'string' ? new Date(at).toISOString() : (parent?.at ?? ''), kept }
        here.set(id, one)
        all.push(one)
      }
    }
    // the names come with the first tables, before anything that somebody told
    if (NAMED.includes(table.name)) own = new Set(ownNames(all).flatMap((name) => [name, ...name.split(/\s+/)]).map((name) => name.toLowerCase()))
  }
  return all
}
