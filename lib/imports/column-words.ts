import { LEGAL_STATUSES } from '../pathway/codes'
import { LEVELS } from '../pathway/levels'
import { LEVELS_OF_NEED } from '../pathway/need-levels'
import { CASE_STAGES } from '../pathway/states'
import { CHANNELS, EXPLOITATION_FLAGS } from '../pathway/words'
import { COLUMNS, type FileName } from './columns'

/** What stands in a column, and whether it may be empty, for whoever makes the files. The rules themselves are in `rows.ts`. */
export type ColumnWords = { words: string; needed: 'Always' | 'May be empty' | 'Where it is closed' | 'Where it is decided' }

const always = (words: string): ColumnWords => ({ words, needed: 'Always' })
const maybe = (words: string): ColumnWords => ({ words, needed: 'May be empty' })

const oneOf = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const DAY = 'A date, as 2009-12-31 or 31/12/2009'
const TIME = 'A date and time, as 2016-04-01T14:30:00Z. Without a zone at its end it is London time'

/** Every column of every file has its words: leaving one out does not compile. */
const WORDS: { readonly [File in FileName]: Readonly<Record<(typeof COLUMNS)[File][number], ColumnWords>> } = {
  'children.csv': {
    child_ref: always('What the earlier system calls this child. Contacts and cases name the child by it'),
    given_name: always('First name'),
    family_name: always('Last name'),
    aliases: maybe('Other names, with | between them'),
    date_of_birth: maybe(DAY),
    sex: maybe('F, M, or U where it is not known'),
    ethnicity: maybe('A code of the census, such as WBRI'),
    postcode: maybe('Where the child lives'),
    school: maybe('Name of the school or college'),
    nhs_number: maybe('Ten digits; spaces do not matter'),
    upn: maybe('Unique pupil number'),
    legal_status: maybe(`One of ${LEGAL_STATUSES.map(({ code }) => code).join(', ')}: see the codes below`),
  },
  'contacts.csv': {
    contact_ref: always('What the earlier system calls this contact'),
    received_at: always(TIME),
    channel: always(oneOf(CHANNELS.map(({ id }) => id))),
    source_code: always('A code of the census for who told us, such as 2A'),
    source_organisation: maybe('Where whoever told us works'),
    referrer_name: maybe('Who told us'),
    child_ref: maybe('The child, as children.csv names it. Needed where the outcome is cate'),
    concern_types: maybe('Kinds of concern, with | between them. Words that Waymark does not know are kept in what was said'),
    exploitation: always(oneOf(EXPLOITATION_FLAGS)),
    level_of_need: maybe(`${oneOf(LEVELS_OF_NEED)}. Left empty, the concerns suggest it`),
    outcome: maybe('cate, safeguarding, other_service or advice, with | between several; empty or pending where it is not decided'),
    decided_at: { words: TIME, needed: 'Where it is decided' },
    to_service: maybe('The service it was passed to'),
    summary: maybe('What was said'),
  },
  'cases.csv': {
    case_ref: always('What the earlier system calls this case'),
    child_ref: always('The child, as children.csv names it'),
    contact_ref: maybe('The contact it came of, as contacts.csv names it'),
    referred_at: always(TIME),
    allocated_to: maybe('E-mail address of somebody who holds cases here. Needed from the assessment until it closes'),
    stage: always(oneOf(CASE_STAGES)),
    level: maybe(oneOf(LEVELS)),
    panel_at: maybe(`${TIME}. When the risk panel met`),
    closed_at: { words: TIME, needed: 'Where it is closed' },
    closure_reason: { words: 'A code of the census, RC1 to RC9', needed: 'Where it is closed' },
  },
}

/** The columns of a file in order, each with its words. */
export function columnsOf(file: FileName): (ColumnWords & { column: string })[] {
  const words: Readonly<Record<string, ColumnWords>> = WORDS[file]
  return COLUMNS[file].map((column) => ({ column, ...(words[column] ?? maybe('')) }))
}
