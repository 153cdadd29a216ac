import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idAt, splitName, stagesOf } from '../../lib/imports/build'
import { checkFiles, refusedRows, unreadable, type Known } from '../../lib/imports/check'
import { COLUMNS, type FileName } from '../../lib/imports/columns'
import { decisionDues } from '../../lib/imports/due'
import { decoded, readFile } from '../../lib/imports/read'
import { likeProblems } from '../../lib/imports/like-problems'
import { decisionDue } from '../../lib/pathway/clocks'
import { DEFAULT_SETTINGS } from '../../lib/pathway/settings'
import { CASE_STAGES } from '../../lib/pathway/states'
import { fileOf } from '../support/published-set'

const NOW = new Date('2026-11-24T12:00:00Z')
const KNOWN: Known = { references: new Map(), holders: new Map([['pru@example.test', 'a practitioner']]), openCases: new Set(), nhsNumbers: new Set(['9434765919']), upns: new Set(), referrals: new Map(), teams: { cate: true, safeguarding: true } }

const CHILD = { child_ref: 'P1', given_name: 'Robin', family_name: 'Made-Up', date_of_birth: '2003-04-05', sex: 'F', ethnicity: 'WBRI' }
const CONTACT = { contact_ref: 'E1', received_at: '2016-05-03T09:00:00Z', channel: 'phone', source_code: '2A', referrer_name: 'A. Made-Up', child_ref: 'P1', exploitation: 'suspected', level_of_need: 'complex', outcome: 'cate', decided_at: '2016-05-03T11:00:00Z', summary: 'Made up' }
const CASE = { case_ref: 'K1', child_ref: 'P1', contact_ref: 'E1', referred_at: '2016-05-03T11:00:00Z', allocated_to: 'Pru@example.test', stage: 'plan', level: 'high', panel_at: '2016-06-03T11:00:00Z' }

type Rows = Partial<Record<FileName, readonly Record<string, string>[]>>
const check = (rows: Rows) => checkFiles((Object.keys(COLUMNS) as FileName[]).flatMap((file) => (rows[file] ? [readFile(file, fileOf(file, rows[file]))] : [])), KNOWN, NOW)
/** What is refused, as 'file:line column'. */
const refused = (rows: Rows) => check(rows).problems.map(({ file, line, column }) => `${file}:${line} ${column}`)
const one = (file: FileName, row: Record<string, string>) => refused({ 'children.csv': [CHILD], 'contacts.csv': [CONTACT], 'cases.csv': [], [file]: [row] }).filter((place) => place.startsWith(file)).map((place) => place.split(' ')[1])

it('takes a good set whole', () => {
  const checked = check({ 'children.csv': [CHILD], 'contacts.csv': [CONTACT], 'cases.csv': [CASE] })
  expect(checked.problems).toEqual([])
  expect(checked.counts.map(({ add }) => add)).toEqual([1, 1, 1])
})

describe('harmless differences are taken', () => {
  const plain = fileOf('children.csv', [CHILD])
  it.each([
    ['a mark in front', `\uFEFF${plain}`],
    ['Unix line ends', plain.replaceAll('\r\n', '\n')],
    ['an empty line', plain.replace('\r\n', '\r\n\r\n')],
    ['spaces around cells', plain.replaceAll(',', ' , ')],
    ['the header in capitals', plain.replace('child_ref', 'CHILD_REF')],
    ['a date in the British order', plain.replace('2003-04-05', '05/04/2003')],
  ])('%s', (_, text) => expect(checkFiles([readFile('children.csv', text)], KNOWN, NOW)).toMatchObject({ problems: [], children: [{ value: { born: '2003-04-05', given: 'Robin' } }] }))

  it('columns in another order, and line breaks inside quotation marks, with the lines still right', () => {
    const text = 'family_name,given_name,child_ref,aliases,date_of_birth,sex,ethnicity,postcode,school,nhs_number,upn,legal_status\nMade-Up,"Ro\nbin",P1,,,F,WBRI,,,,,\nMade-Up,Sam,P1,,,F,WBRI,,,,,\n'
    const { problems, rows } = readFile('children.csv', text)
    expect(problems).toEqual([])
    expect(rows.map(({ line }) => line)).toEqual([2, 4])
  })
  it('formulas and markup stay the text they are', () => {
    const { contacts } = check({ 'children.csv': [CHILD], 'contacts.csv': [{ ...CONTACT, summary: '=HYPERLINK("x")<script>alert(1)</script>' }] })
    expect(contacts[0]?.value.summary).toBe('=HYPERLINK("x")<script>alert(1)</script>')
  })
})

describe('what changes the meaning is refused, at its column', () => {
  it.each([
    ['sex', { sex: 'X' }], ['ethnicity', { ethnicity: 'ABCD' }], ['date_of_birth', { date_of_birth: '2003-02-30' }], ['date_of_birth', { date_of_birth: '2030-01-01' }], ['date_of_birth', { date_of_birth: '1003-01-01' }],
    ['nhs_number', { nhs_number: '9434765918' }], ['nhs_number', { nhs_number: '9434765919' }], ['upn', { upn: 'A995400008001' }], ['given_name', { given_name: '' }], ['child_ref', { child_ref: '' }],
    ['legal_status', { legal_status: 'grounded' }], ['school', { school: 'A\u0000B' }],
  ])('children: %s %o', (column, over) => expect(one('children.csv', { ...CHILD, ...over })).toEqual([column]))
  it.each([
    ['received_at', { received_at: '2016-05-03T25:00:00Z' }], ['received_at', { received_at: '2031-05-03' }], ['received_at', { received_at: 'yesterday' }], ['channel', { channel: 'pigeon' }], ['source_code', { source_code: '2Z' }],
    ['exploitation', { exploitation: 'maybe' }], ['exploitation', { exploitation: '' }], ['level_of_need', { level_of_need: 'dire' }], ['outcome', { outcome: 'cate|elsewhere' }], ['outcome', { outcome: 'pending|cate', decided_at: '' }],
    ['decided_at', { decided_at: '' }], ['decided_at', { decided_at: '2016-05-03T08:00:00Z' }], ['decided_at', { outcome: 'pending' }], ['child_ref', { child_ref: '' }], ['child_ref', { child_ref: 'P9' }],
  ])('contacts: %s %o', (column, over) => expect(one('contacts.csv', { ...CONTACT, ...over })).toContain(column))
  it.each([
    ['child_ref', { child_ref: 'P9', contact_ref: '' }], ['contact_ref', { contact_ref: 'E9' }], ['allocated_to', { allocated_to: 'nobody@example.test' }], ['allocated_to', { allocated_to: '' }], ['stage', { stage: 'limbo' }], ['level', { level: 'extreme' }],
    ['panel_at', { panel_at: '2016-05-02' }], ['closed_at', { closed_at: '2016-07-01' }], ['closed_at', { stage: 'closed', closure_reason: 'RC7' }], ['closure_reason', { stage: 'closed', closed_at: '2016-07-01', closure_reason: '' }],
    ['closed_at', { stage: 'closed', closed_at: '2016-05-01', closure_reason: 'RC7' }], ['closure_reason', { stage: 'closed', closed_at: '2016-07-01', closure_reason: 'RC99' }],
  ])('cases: %s %o', (column, over) => expect(one('cases.csv', { ...CASE, ...over })).toContain(column))

  it('the same reference twice, two open cases of one child, and rows that lean on a refused one', () => {
    expect(refused({ 'children.csv': [CHILD, CHILD] })).toEqual(['children.csv:3 child_ref'])
    expect(refused({ 'children.csv': [CHILD], 'cases.csv': [{ ...CASE, contact_ref: '' }, { ...CASE, case_ref: 'K2', contact_ref: '' }] })).toEqual(['cases.csv:3 child_ref'])
    expect(refused({ 'children.csv': [{ ...CHILD, sex: 'X' }], 'contacts.csv': [CONTACT], 'cases.csv': [CASE] })).toEqual(['children.csv:2 sex', 'contacts.csv:2 child_ref', 'cases.csv:2 child_ref', 'cases.csv:2 contact_ref'])
  })
  it('a row with a cell too many, and says nothing of what stands in it', () => {
    const { problems } = readFile('children.csv', `${fileOf('children.csv', [CHILD])}P2,Secret,Name,,,F,WBRI,,,,,,extra\r\n`)
    expect(problems).toEqual([expect.objectContaining({ line: 3 })])
    expect(JSON.stringify(problems)).not.toContain('Secret')
  })
  it('files that cannot be read at all', () => {
    expect(unreadable(readFile('children.csv', 'child_ref;given_name\nP1;Robin\n').problems)).toBe(true)
    expect(unreadable(readFile('children.csv', '').problems)).toBe(true)
    expect(readFile('children.csv', `${fileOf('children.csv', [CHILD])}P2,"Rob"in,X,,,F,WBRI,,,,,\r\n`).problems).toHaveLength(1)
    expect(decoded(new Uint8Array([0x52, 0xff, 0x6f]))).toBeNull()
    expect(refusedRows(readFile('children.csv', '').problems)).toEqual([])
  })
})

it('never throws, whatever text it is given', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...(Object.keys(COLUMNS) as FileName[])), fc.boolean(), (text, file, headed) => {
    checkFiles([readFile(file, headed ? `${COLUMNS[file].join(',')}\n${text}` : text)], KNOWN, NOW)
  }), { numRuns: 40 })
})

it('every case goes through the stages in order, from its referral to its end', () => {
  fc.assert(fc.property(fc.constantFrom(...CASE_STAGES), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (stage, panel, closed) => {
    const day = (days: number) => new Date(NOW.getTime() - (1000 - days) * 86_400_000)
    const moves = stagesOf({ stage, referredAt: day(0), panelAt: panel ? day(panel) : null, closedAt: stage === 'closed' ? day(panel + closed) : null })
    expect(moves[0]).toEqual({ to: 'allocation', at: day(0) })
    expect(moves.at(-1)?.to).toBe(stage)
    expect(moves.every(({ at }, place) => place === 0 || at > (moves[place - 1]?.at ?? at))).toBe(true)
  }))
})

it('names aliases, and ids that sort by their moment', () => {
  expect(splitName('Rob Roy Test', 'Made-Up')).toEqual(['Rob Roy', 'Test'])
  expect(splitName('Bobby', 'Made-Up')).toEqual(['Bobby', 'Made-Up'])
  expect(idAt(NOW)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(idAt(NOW) < idAt(new Date(NOW.getTime() + 1))).toBe(true)
})

it('gives very many contacts the same limit as one by one, across clock changes and holidays', () => {
  const dueOf = decisionDues(DEFAULT_SETTINGS)
  fc.assert(fc.property(fc.date({ min: new Date('2016-01-01'), max: new Date('2017-12-31'), noInvalidDate: true }), (at) => {
    expect(dueOf(at)).toEqual(decisionDue(at, DEFAULT_SETTINGS))
  }), { numRuns: 300 })
})

describe('the report of refused rows', () => {
  it('says a slip of a whole column once, with its lines, and loses no line', () => {
    const slip = (line: number, column = 'sex', message = 'This is not one of M, F and U') => ({ file: 'children.csv' as const, line, column, message })
    const found = [slip(3), slip(3, 'upn', 'Wrong'), slip(5), { ...slip(3), file: 'cases.csv' as const }]
    expect(likeProblems(found)).toEqual([
      { file: 'children.csv', column: 'sex', message: 'This is not one of M, F and U', lines: [3, 5] },
      { file: 'children.csv', column: 'upn', message: 'Wrong', lines: [3] },
      { file: 'cases.csv', column: 'sex', message: 'This is not one of M, F and U', lines: [3] },
    ])
  })
})
