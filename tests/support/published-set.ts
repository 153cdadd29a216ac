import { nhsNumber, upn } from '../../prisma/seed/identifiers'
import { COLUMNS, type FileName } from '../../lib/imports/columns'

/**
 * The published year, 1 April 2016 to 31 March 2017 (DOMAIN 6), as the files of an earlier system: 12,173 contacts,
 * 337 of them about exploitation and 224 children, 58 referrals to CATE, 68 cases open at the end. All made up.
 */
export type FileSet = Record<FileName, string>

type Cells = Readonly<Record<string, string | number>>

const cell = (value: string | number | undefined) => {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV with the columns of that file; what is left out is empty. */
export function fileOf(file: FileName, rows: readonly Cells[]): string {
  const columns: readonly string[] = COLUMNS[file]
  return [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))].join('\r\n') + '\r\n'
}

const BEGINS = Date.parse('2016-04-01T08:00:00Z')
const DAYS = 364
const at = (day: number, minutes = 0) => new Date(BEGINS + day * 86_400_000 + minutes * 60_000).toISOString()

/** A list that has each value so many times. */
const times = <T>(counts: readonly (readonly [T, number])[]): T[] => counts.flatMap(([value, count]) => Array<T>(count).fill(value))

/** Of the open cases, in an order in which none of these goes with another. */
const AGES = times([[13, 7], [14, 12], [15, 16], [16, 17], [17, 14], [18, 2]] as const)
const SEXES = times([['F', 62], ['M', 6]] as const)
const ETHNICITIES = times([['WBRI', 54], ['MWBC', 4], ['MWAS', 2], ['APKN', 3], ['BCRB', 2], ['WOTH', 2], ['OOTH', 1]] as const)
const LEVELS = times([['low', 8], ['low_medium', 12], ['medium', 20], ['medium_high', 15], ['high', 13]] as const)
const spread = <T>(list: readonly T[], at: number, step: number): T => list[(at * step) % list.length] as T

const EXPLOITED = 337
const SOURCES = times([['5A', 100], ['5B', 20], ['5D', 26], ['6', 91], ['2A', 50], ['2B', 8], ['3A', 12], ['1A', 15], ['8', 15]] as const)
const OUTCOMES = times([['cate', 40], ['cate|safeguarding', 18], ['safeguarding', 131], ['other_service', 74], ['advice', 74]] as const)

function child(number: number, born: string, more: Cells = {}): Cells {
  return {
    child_ref: `P${number}`, given_name: 'Robin', family_name: `Made-Up ${number}`, date_of_birth: born, sex: number % 2 ? 'F' : 'M', ethnicity: 'WBRI', postcode: 'ZZ99 3VZ',
    nhs_number: nhsNumber(600_000 + number) ?? '', upn: upn(number, 90 + Math.floor(number / 900), 2008), school: 'Elderbrook School', legal_status: 'NONE', ...more,
  }
}

/** Born so as to be that old on the last day of the period. */
const bornAt = (age: number, number: number) => `${2016 - age}-${String(4 + (number % 9)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`

/** `holders` are the e-mail addresses of those who hold the cases; `contacts` makes a larger or smaller set than the published one, of which only the rest is as many. */
export function publishedSet(holders: readonly string[], { contacts = 12_173, children = 1_800 } = {}): FileSet {
  // children 0 to 47 have an open case of the year's referrals, 48 to 57 one that closed, 58 to 77 one that was open before
  const open = AGES.length
  const childRows = Array.from({ length: children }, (_, number) => {
    const held = number < 48 ? number : number >= 58 ? number - 10 : open
    return held < open
      ? child(number, bornAt(spread(AGES, held, 1), number), { sex: spread(SEXES, held, 29), ethnicity: spread(ETHNICITIES, held, 13), aliases: number % 20 === 0 ? 'Robbie Made-Up|Bobby' : '' })
      : child(number, bornAt(number % 18, number))
  })

  const contactRows: Cells[] = []
  for (let number = 0; number < EXPLOITED; number++) {
    const outcome = OUTCOMES[number] as string
    const day = (number * 37) % DAYS
    contactRows.push({
      // the first 58 go to CATE, each about a child of her own; the 224 children come round again
      contact_ref: `E${number}`, received_at: at(day, number % 400), channel: 'phone', source_code: spread(SOURCES, number, 100), source_organisation: 'Elderbrook School', referrer_name: 'A. Made-Up',
      child_ref: `P${number % 224}`, concern_types: 'missing|unexplained_gifts', exploitation: number % 3 ? 'suspected' : 'yes', level_of_need: 'complex', outcome, decided_at: at(day, (number % 400) + 120),
      to_service: outcome === 'other_service' ? 'Sexual health clinic' : '', summary: `Made-up contact ${number}:\nseen, "again", with an adult nobody knows.`,
    })
  }
  for (let number = 0; number < contacts - EXPLOITED; number++) {
    const day = (number * 7) % DAYS
    const outcome = number % 4 === 0 ? 'other_service' : 'advice'
    contactRows.push({
      contact_ref: `N${number}`, received_at: at(day, number % 430), channel: 'form', source_code: number % 2 ? '2A' : '3A', referrer_name: 'B. Made-Up', child_ref: number % 10 === 0 ? '' : `P${number % children}`,
      concern_types: 'parenting_support', exploitation: 'no', level_of_need: 'early_help', outcome, decided_at: at(day, (number % 430) + 45), to_service: outcome === 'other_service' ? 'Early help' : '', summary: `Made-up contact ${number}`,
    })
  }

  const caseRows: Cells[] = Array.from({ length: open + 10 }, (_, number) => {
    const fromYear = number < 48 || number >= open
    const contact = number < 48 ? number : number - open + 48
    const day = fromYear ? (contact * 37) % DAYS : -200 - number
    const closed = number >= open
    const stage = closed ? 'closed' : (['plan', 'exit', 'plan', 'panel', 'assessment'] as const)[number % 5] ?? 'plan'
    const reached = closed || stage === 'plan' || stage === 'exit'
    return {
      case_ref: `K${number}`, child_ref: fromYear ? `P${contact}` : `P${number + 10}`, contact_ref: fromYear ? `E${contact}` : '', referred_at: at(day, (contact % 400) + 120), allocated_to: spread(holders, number, 1),
      stage, level: stage === 'assessment' ? '' : spread(LEVELS, number, 3), panel_at: reached ? at(closed ? day + 2 : day + 40) : '', closed_at: closed ? at(day + 3) : '', closure_reason: closed ? 'RC7' : '',
    }
  })
  return { 'children.csv': fileOf('children.csv', childRows), 'contacts.csv': fileOf('contacts.csv', contactRows), 'cases.csv': fileOf('cases.csv', caseRows) }
}
