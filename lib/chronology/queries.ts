import { z } from 'zod'
import { operation } from '../access/operation'
import { csvOf } from '../csv'
import { CHRONOLOGY_KINDS, CHRONOLOGY_SOURCES, placeInWords, readPlace } from '../pathway/chronology'
import { formatDate, formatDateTime } from '../pathway/dates'
import { entriesOf, type ChronologyLine, type Whose } from './read'
import { chronologyExportSchema, chronologyListSchema } from './schema'

/** How many a page holds at most. */
export const SHOWN = { pages: 25, latest: 10, all: 500 } as const
export const MOST_EXPORTED = 5000

export type Chronology = {
  child: Whose
  items: ChronologyLine[]
  /** The key of the next page; null on the last, and where all is shown. */
  next: string | null
  /** All was asked for, and there is more than one page holds. */
  cut: boolean
  /** When it was read: stands on the print. */
  readAt: string
}

const withChild = { childId: z.uuid() }

/**
 * Everything on a child and on the records joined to hers, newest first, 25 a page, narrowed as asked. What may be
 * known to exist and not be read stands there as withheld. Throws NotFound.
 */
export const readChronology = operation({
  name: 'chronology.read',
  effect: 'read',
  permission: 'child:read',
  input: chronologyListSchema.safeExtend(withChild),
  audit: ['chronology.opened'],
  async work(asking, { childId, after, ...filter }) {
    const all = filter.show === 'all'
    const size = SHOWN[filter.show]
    const { whose, lines, children } = await entriesOf(asking, childId, filter, all ? null : readPlace(after), size + 1)
    const items = lines.slice(0, size)
    const last = items.at(-1)
    const more = lines.length > size
    const output: Chronology = { child: whose, items, next: more && last && !all ? placeInWords(last) : null, cut: more && all, readAt: asking.now.toISOString() }
    return { output, kind: 'chronology.opened', facts: { record: { type: 'child', id: childId }, rows: items.map(({ id }) => id), children, terms: { ...filter, after } } }
  },
})

const KIND = new Map<string, string>(CHRONOLOGY_KINDS.map(({ id, label }) => [id, label]))
const SOURCE = new Map<string, string>(CHRONOLOGY_SOURCES.map(({ id, label }) => [id, label]))

const HEADER = ['Date', 'Kind', 'What', 'Details', 'By', 'From', 'Record'] as const

/** A line as it leaves Waymark: as on paper, because a file reaches whoever it is sent to. */
function cellsOf(line: ChronologyLine, own: string): (string | null)[] {
  const at = new Date(line.at)
  const hidden = line.onPaper !== undefined || line.source === null
  return [
    line.withheld === 'all' ? formatDate(at) : formatDateTime(at), KIND.get(line.kind) ?? line.kind, line.onPaper ?? line.title, line.text, line.by,
    hidden ? '' : (SOURCE.get(line.source ?? '') ?? ''), line.record ?? own,
  ]
}

/** The same entries as one CSV file, without paging. Throws NotFound. */
export const exportChronology = operation({
  name: 'chronology.export',
  effect: 'read',
  permission: 'child:read',
  input: chronologyExportSchema.safeExtend(withChild),
  audit: ['chronology.exported'],
  async work(asking, { childId, ...filter }) {
    const { whose, lines, children } = await entriesOf(asking, childId, filter, null, MOST_EXPORTED + 1)
    const items = lines.slice(0, MOST_EXPORTED)
    const rows = items.map((line) => cellsOf(line, whose.reference))
    if (lines.length > MOST_EXPORTED) rows.push(['', '', `Older entries are not in this file: it holds ${MOST_EXPORTED}. Choose a shorter period.`, '', '', '', ''])
    const output = { file: `chronology-${whose.reference}.csv`, csv: csvOf(HEADER, rows), rows: items.length }
    return { output, kind: 'chronology.exported', facts: { record: { type: 'child', id: childId }, rows: items.map(({ id }) => id), children, terms: filter } }
  },
})
