import { createHash } from 'node:crypto'
import { londonDay } from '../pathway/london'
import { COLUMNS, FILE_NAMES, rowKey, type FileName, type Problem, type RowKey } from './columns'
import type { RawFile } from './read'
import { readCase, readChild, readContact, type CaseIn, type ChildIn, type ContactIn } from './rows'
import { Cells } from './values'

/** What came in earlier by its source's reference: the record it became, and how its row read then. */
export type Reference = { recordId: string; fingerprint: string }
export type Kind = 'child' | 'contact' | 'case'

/** What Waymark knows already that a row may lean on or clash with. */
export type Known = {
  /** By `refKey`. */
  references: ReadonlyMap<string, Reference>
  /** Those who may hold a case, by e-mail in lower case. */
  holders: ReadonlyMap<string, string>
  /** Children with an open case. */
  openCases: ReadonlySet<string>
  /** Identifiers of children on record. */
  nhsNumbers: ReadonlySet<string>
  upns: ReadonlySet<string>
  /** Contacts of earlier imports: their referral to CATE, the child, and whether a case came of it. */
  referrals: ReadonlyMap<string, { id: string; childId: string; taken: boolean }>
  /** Whether the area has the teams that referrals go to. */
  teams: Readonly<Record<'cate' | 'safeguarding', boolean>>
}

export type Good<T> = { line: number; fingerprint: string; value: T }
export type FileCount = { file: FileName; rows: number; add: number; same: number; refused: number }
export type Checked = {
  children: Good<ChildIn>[]
  contacts: Good<ContactIn>[]
  cases: Good<CaseIn>[]
  counts: FileCount[]
  problems: Problem[]
  notes: Problem[]
}

const KIND: Readonly<Record<FileName, Kind>> = { 'children.csv': 'child', 'contacts.csv': 'contact', 'cases.csv': 'case' }
export const refKey = (kind: Kind, ref: string) => `${kind} ${ref}`

/** The row as it reads, whatever the order of its columns: the same row gives the same again. */
function fingerprintOf(file: FileName, cells: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(COLUMNS[file].map((column) => cells[column] ?? ''))).digest('base64url')
}

/**
 * Checks whole files: each row by itself, then against the others and against what is known. A row that leans on a
 * refused one is refused with it, so that whatever is left out leaves nothing hanging. A row that came in before
 * and reads the same is passed over; one that reads differently is refused, because people have worked on the
 * record since and Waymark does not overwrite what they wrote (decision 0027).
 */
export function checkFiles(files: readonly RawFile[], known: Known, now: Date): Checked {
  const today = londonDay(now)
  const checked: Checked = { children: [], contacts: [], cases: [], counts: [], problems: [], notes: [] }
  /** What each reference of these files is: a line that is good, or one that is refused. */
  const seen = new Map<string, { line: number; good: boolean }>()
  const lines = { nhs: new Map<string, number>(), upn: new Map<string, number>() }
  const about = new Map<string, ContactIn>()
  const open = new Map<string, number>()
  const used = new Map<string, number>()

  const here = (kind: Kind, ref: string) => seen.get(refKey(kind, ref))
  const earlier = (kind: Kind, ref: string) => known.references.get(refKey(kind, ref))
  const leanOn = (cells: Cells, column: string, kind: Kind, ref: string, file: FileName) => {
    const row = here(kind, ref)
    if (row && !row.good) cells.refuse(column, `It leans on line ${row.line} of ${file}, which is refused`)
    else if (!row && !earlier(kind, ref)) cells.refuse(column, `This is neither in ${file} nor brought in earlier`)
  }

  const rules = {
    child(cells: Cells, child: ChildIn) {
      for (const [column, value, map, there] of [['nhs_number', child.nhs, lines.nhs, known.nhsNumbers], ['upn', child.upn, lines.upn, known.upns]] as const) {
        if (!value) continue
        const line = map.get(value)
        if (line !== undefined) cells.refuse(column, `Line ${line} has the same number: two records of one child, or a slip`)
        else map.set(value, cells.row.line)
        if (there.has(value)) cells.refuse(column, 'A record in Waymark has this number already')
      }
    },
    contact(cells: Cells, contact: ContactIn) {
      if (contact.childRef) leanOn(cells, 'child_ref', 'child', contact.childRef, 'children.csv')
      for (const team of ['cate', 'safeguarding'] as const) if (contact.outcomes.includes(team) && !known.teams[team]) cells.refuse('outcome', 'This area has no team that such a contact goes to: ask your administrator')
      about.set(contact.ref, contact)
    },
    case(cells: Cells, one: CaseIn) {
      leanOn(cells, 'child_ref', 'child', one.childRef, 'children.csv')
      if (one.contactRef) {
        leanOn(cells, 'contact_ref', 'contact', one.contactRef, 'contacts.csv')
        const line = used.get(one.contactRef)
        const there = known.referrals.get(earlier('contact', one.contactRef)?.recordId ?? '')
        if (line !== undefined) cells.refuse('contact_ref', `The case of line ${line} came of the same contact`)
        else if (there?.taken) cells.refuse('contact_ref', 'A case in Waymark came of this contact already')
        else used.set(one.contactRef, cells.row.line)
        const contact = about.get(one.contactRef)
        const child = contact ? contact.childRef : undefined
        if (contact && child !== one.childRef) cells.refuse('child_ref', 'Its contact is about another child')
        if (there && there.childId !== earlier('child', one.childRef)?.recordId) cells.refuse('child_ref', 'Its contact is about another child')
        if (contact ? !contact.outcomes.includes('cate') : earlier('contact', one.contactRef) && !there) cells.note('contact_ref', 'Its contact did not go to CATE: the case stands without a referral')
      }
      if (one.allocatedTo && !known.holders.has(one.allocatedTo)) cells.refuse('allocated_to', 'Nobody of this e-mail address holds cases in this area')
      if (one.stage === 'closed') return
      const line = open.get(one.childRef)
      if (line !== undefined) cells.refuse('child_ref', `The case of line ${line} is about the same child and open too`)
      else open.set(one.childRef, cells.row.line)
      if (known.openCases.has(earlier('child', one.childRef)?.recordId ?? '')) cells.refuse('child_ref', 'This child has an open case in Waymark already')
    },
  }
  const read = { 'children.csv': readChild, 'contacts.csv': readContact, 'cases.csv': readCase } as const

  for (const file of FILE_NAMES) {
    const given = files.find((one) => one.file === file)
    if (!given) continue
    const kind = KIND[file]
    const bad = new Set<RowKey>(given.problems.map(rowKey))
    const tally: FileCount = { file, rows: given.rows.length + given.problems.filter(({ line }) => line > 1).length, add: 0, same: 0, refused: 0 }
    checked.problems.push(...given.problems)
    for (const row of given.rows) {
      const cells = new Cells(file, row, now, today)
      const value = read[file](cells)
      const fingerprint = fingerprintOf(file, row.cells)
      const twice = value.ref ? here(kind, value.ref) : undefined
      const before = value.ref && !twice ? earlier(kind, value.ref) : undefined
      if (before?.fingerprint === fingerprint) {
        seen.set(refKey(kind, value.ref), { line: row.line, good: true })
        tally.same += 1
        continue
      }
      const column = COLUMNS[file][0]
      if (twice) cells.refuse(column, `Line ${twice.line} has the same reference`)
      else if (before) cells.refuse(column, 'This row came in earlier and reads differently now: Waymark keeps its record. Change it there, and leave the row out')
      else rules[kind](cells, value as never)
      const good = cells.problems.length === 0
      if (value.ref && !twice) seen.set(refKey(kind, value.ref), { line: row.line, good: good || before !== undefined })
      checked.problems.push(...cells.problems)
      if (!good) {
        bad.add(rowKey({ file, line: row.line }))
        continue
      }
      checked.notes.push(...cells.notes)
      tally.add += 1
      const found = { line: row.line, fingerprint, value }
      if (kind === 'child') checked.children.push(found as Good<ChildIn>)
      else if (kind === 'contact') checked.contacts.push(found as Good<ContactIn>)
      else checked.cases.push(found as Good<CaseIn>)
    }
    tally.refused = bad.size
    checked.counts.push(tally)
  }
  return checked
}

/** The refused rows, by file and line, each once and in order: what a person may leave out. A whole file that cannot be read is none of them. */
export function refusedRows(problems: readonly Problem[]): RowKey[] {
  return [...new Set(problems.filter(({ line }) => line > 1).map(rowKey))]
}

/** Whether a file cannot be read at all, which nobody can leave out: it is put right, or not given. */
export const unreadable = (problems: readonly Problem[]): boolean => problems.some(({ line }) => line <= 1)
