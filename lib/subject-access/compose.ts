import { formatDate, formatDateTime } from '../pathway/dates'
import { CLOSURE_REASONS, DISABILITIES, ETHNICITIES, LEGAL_STATUSES, SEXES, SOURCES, type Labelled } from '../pathway/codes'
import { occurrencesOf, type Cut } from '../pathway/redaction'
import type { Field, How, Table } from './tables'

/** A row as the database gives it whole. */
export type Row = Readonly<Record<string, unknown>>

/** Names behind ids: people, agencies and teams. */
export type Names = ReadonlyMap<string, string>

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const plain = (words: string) => words.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase()

/** A value in words; empty where there is none. */
function inWords(value: unknown, how: How | undefined, names: Names): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((one) => inWords(one, how, names)).filter(Boolean).join(typeof value[0] === 'object' ? '\n' : '; ')
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, inner]) => { const words = inWords(inner, undefined, names); return words ? [`${plain(key)}: ${words}`] : [] }).join('\n')
  const text = String(value)
  if (how === 'person' || how === 'agency' || how === 'team') return names.get(text) ?? ''
  if (how === 'code') return plain(text)
  if (MOMENT.test(text)) return formatDateTime(new Date(text))
  return DAY.test(text) ? formatDate(text) : text
}

/** The words that show who told us, where that is to be withheld: wherever they stand in what hangs on it. */
export type Kept = { readonly words: readonly string[] }

/** A row with what hangs on it from above. */
export type Found = { table: Table; id: string; row: Row; childId: string; at: string; kept: Kept | null }

/** How whoever told us of a row is named and reached: the name, the phone, the e-mail address. */
export function reachOfReferrer(row: Row): string[] {
  return ['referrer_name', 'referrer_phone', 'referrer_email'].flatMap((column) => (typeof row[column] === 'string' && row[column].trim() ? [row[column].trim()] : []))
}

/**
 * The words that would show who told us: how they are named and reached, and each part of the name but those that are
 * the young person's own, because a family name that is blacked out says that the two share it.
 */
export function wordsOfReferrer(row: Row, own: ReadonlySet<string>): string[] {
  const parts = typeof row.referrer_name === 'string' ? row.referrer_name.split(/\s+/).filter((part) => part.length > 2) : []
  return [...new Set([...reachOfReferrer(row), ...parts])].filter((words) => !own.has(words.toLowerCase()))
}

/** A text and what of it is never given. */
export type Composed = { text: string; locks: Cut[] }

/**
 * A row as a passage: what it is by the chronology, then each field with its label, one a line. Where `kept` is given,
 * what shows who told us is one line that is locked, and its words are wherever they stand.
 */
export function compose(table: Table, row: Row, titles: readonly string[], names: Names, kept: Kept | null): Composed {
  let text = ''
  const locks: Cut[] = []
  const line = (label: string, words: string, locked: boolean) => {
    if (!words) return
    text += `${text ? '\n' : ''}${label}${label && ': '}`
    if (locked) locks.push({ start: text.length, end: text.length + words.length, ground: 'identity_withheld' })
    text += words
  }
  for (const title of titles) line('', title, false)
  const locked: string[] = []
  for (const field of table.fields) {
    const words = wordsOf(field, row, names)
    if (kept !== null && (table.referrer ?? []).includes(field[0])) locked.push(words)
    else line(field[1], words, false)
  }
  // on one line: that there is a role, an organisation or an e-mail address would tell too
  line('Who told us', locked.filter(Boolean).join('; '), true)
  for (const words of kept?.words ?? []) {
    // in small letters too: what is locked is never a question of how it was typed
    for (const at of occurrencesOf(text, words.toLowerCase())) locks.push({ ...at, ground: 'identity_withheld' })
  }
  return { text, locks }
}

/** Columns that hold codes of the census. Whoever asked reads words; a code without any is given as it stands. */
const CENSUS: Readonly<Record<string, readonly Labelled[]>> = {
  source_code: SOURCES, sex: SEXES, ethnicity: ETHNICITIES, disabilities: DISABILITIES, legal_status: LEGAL_STATUSES, closure_reason: CLOSURE_REASONS,
}

function wordsOf([column, , how]: Field, row: Row, names: Names): string {
  const value = row[column]
  const set = CENSUS[column]
  if (!set || value === null || value === undefined) return inWords(value, how, names)
  return [value].flat().map((code) => set.find((one) => one.code === code)?.label ?? inWords(code, how, names)).join('; ')
}
