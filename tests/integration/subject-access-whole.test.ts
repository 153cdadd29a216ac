import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROVIDERS } from '../../lib/chronology/registry'
import { entriesOf } from '../../lib/chronology/read'
import { transaction } from '../../lib/database/client'
import { now } from '../../lib/clock'
import { gather } from '../../lib/subject-access/gather'
import { LEFT_OUT, NOTHING_SAID } from '../../lib/subject-access/left-out'
import { TABLES } from '../../lib/subject-access/tables'
import { CLOSURE_REASONS, ETHNICITIES, labelOf, LEGAL_STATUSES, SEXES, SOURCES } from '../../lib/pathway/codes'
import { tablesOf } from '../support/as-login'
import { makeFilled, type Filled } from '../support/filled'

/** Whose codes are told in words. */
const CENSUS: Readonly<Record<string, Parameters<typeof labelOf>[0]>> = { source_code: SOURCES, sex: SEXES, ethnicity: ETHNICITIES, legal_status: LEGAL_STATUSES, closure_reason: CLOSURE_REASONS }

/** That a request finds all there is: every table that hangs on a child, every column of it, every word of every row. */
let world: Filled
beforeAll(async () => {
  world = await makeFilled()
})
afterAll(() => world.close())

/** Every table that a chain of keys leads from to a child, and whose rows are of that child. */
async function hangingOnAChild(): Promise<string[]> {
  const { rows } = await world.sql.query<{ name: string }>(`
    WITH RECURSIVE keys AS (SELECT DISTINCT conrelid::regclass::text AS of, confrelid::regclass::text AS to FROM pg_constraint WHERE contype = 'f'),
    hanging AS (SELECT 'child' AS name UNION SELECT k.of FROM keys k JOIN hanging h ON h.name = k.to)
    SELECT DISTINCT name FROM hanging ORDER BY 1`)
  return rows.map(({ name }) => name)
}

describe('the record', () => {
  it('is gathered from every table that hangs on a child, or it is said why not', async () => {
    const named = new Set([...TABLES.map(({ name }) => name), ...Object.keys(LEFT_OUT)])
    expect((await hangingOnAChild()).filter((name) => !named.has(name))).toEqual([])
    expect(TABLES.filter(({ name }) => name in LEFT_OUT)).toEqual([])
  })

  it('is gathered from every column of them that says something', async () => {
    const tables = await tablesOf(world.sql)
    const said = (name: string) => new Set(TABLES.filter((table) => table.name === name).flatMap(({ by, fields, at, agency }) => [...by, ...fields.map(([column]) => column), at, agency]))
    const missing = TABLES.flatMap(({ name }) => {
      const [known, table] = [said(name), tables.find((one) => one.name === name)]
      return (table?.columns ?? [`is no table: ${name}`]).filter((column) => !known.has(column) && !NOTHING_SAID.includes(column)).map((column) => `${name}.${column}`)
    })
    expect([...new Set(missing)]).toEqual([])
    const unknown = TABLES.flatMap(({ name, fields }) => fields.map(([column]) => column).filter((column) => !tables.find((one) => one.name === name)?.columns.includes(column)).map((column) => `${name}.${column}`))
    expect(unknown).toEqual([])
  })

  it('has everything that the chronology tells, from every provider that the lead is given', async () => {
    const named = TABLES.flatMap(({ chronology = [] }) => chronology)
    const ofOthers = ['case_open', 'case_closed', 'enquiry_received', 'enquiry_open', 'panel_kept']
    expect(PROVIDERS.map(({ prefix }) => prefix).filter((prefix) => !named.includes(prefix) && !ofOthers.includes(prefix))).toEqual([])
    const { entries, passages } = await read(async (asking) => ({ entries: (await entriesOf(asking, world.child.own, {}, null, 10_000)).lines, passages: (await gather(asking, world.child.own, 'young_person')).passages }))
    expect(entries.length).toBeGreaterThan(20)
    for (const entry of entries) expect(passages.some(({ text }) => text.includes(entry.onPaper ?? entry.title)), entry.key).toBe(true)
  })

  it('has every word of every row, once for each row', async () => {
    const { passages } = await read((asking) => gather(asking, world.child.own, 'young_person'))
    expect(new Set(passages.map(({ key }) => key)).size).toBe(passages.length)
    const whole = passages.map(({ text }) => text).join('\n').replace(/\s+/g, ' ')
    const lost: string[] = []
    let counted = 0
    for (const { name, by, parent, fields, id = 'id' } of TABLES) {
      if (parent && parent !== 'child') continue
      const { rows } = await world.sql.query<Record<string, unknown>>(`SELECT * FROM ${name} WHERE ${by.map((column) => `${column} = $1`).join(' OR ')}`, [world.child.own])
      for (const row of rows) {
        counted++
        expect(passages.filter(({ key }) => key === `${name}-${String(row[id])}`), name).toHaveLength(1)
        for (const [column, , how] of fields) {
          const value = row[column]
          const words = typeof value === 'string' && !how ? (CENSUS[column] ? labelOf(CENSUS[column], value) : value) : ''
          if (words && !whole.includes(words.replace(/\s+/g, ' '))) lost.push(`${name}.${column}`)
        }
      }
    }
    expect(lost).toEqual([])
    expect(counted).toBeGreaterThan(20)
    // what hangs on those rows is there too
    const kinds = new Set(passages.map(({ key }) => key.slice(0, key.indexOf('-'))))
    for (const table of ['contact_subject', 'referral_move', 'enquiry_entry', 'panel_note', 'strategy_fact', 'safety_plan_involvement', 'isva_offer', 'assessment_part', 'handover_item']) expect(kinds).toContain(table)
  })
})

function read<T>(work: (asking: Parameters<typeof gather>[0]) => Promise<T>): Promise<T> {
  const actor = world.as.safeguarding
  return transaction(actor.assignmentId, (tx) => work({ tx, actor, now: now() }), 30_000)
}
