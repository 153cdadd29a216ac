import { isUnstorable } from '../input'
import { instantAt, isIsoDay, londonDay } from '../pathway/london'
import type { FileName, Problem } from './columns'
import type { RawRow } from './read'

const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i
const BRITISH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

/** Words as codes are compared: 'Low-Medium', 'low medium' and 'LOW_MEDIUM' are one. */
export const plain = (value: string): string => value.toLowerCase().replace(/[\s_/-]+/g, '_')

const byWords = new WeakMap<readonly string[], Map<string, string>>()

/** The codes of a set by their words, worked out once for each set. */
function wordsOf<T extends string>(codes: readonly T[]): Map<string, T> {
  const known = byWords.get(codes) ?? new Map(codes.map((code) => [plain(code), code]))
  byWords.set(codes, known)
  return known as Map<string, T>
}

const EARLIEST = Date.parse('1990-01-01')
// what nearly every cell is: nothing in it needs to be looked at twice
const SIMPLE = /^[\x20-\x7e]*$/

/**
 * The cells of one row, read one by one; what is wrong with any of them is kept, with its column, so that a row is
 * told of everything at once. A cell that is wrong reads as empty.
 */
export class Cells {
  readonly problems: Problem[] = []
  readonly notes: Problem[] = []
  /** `today` is the London day of `now`: worked out once, not for each of a hundred thousand rows. */
  constructor(
    readonly file: FileName,
    readonly row: RawRow,
    readonly now: Date,
    readonly today: string = londonDay(now),
  ) {}

  refuse(column: string, message: string): null {
    this.problems.push({ file: this.file, line: this.row.line, column, message })
    return null
  }

  note(column: string, message: string): void {
    this.notes.push({ file: this.file, line: this.row.line, column, message })
  }

  /** Text of at most so many characters, whatever stands in it: markup and formulas are kept as text. Empty where there is none. */
  text(column: string, max: number, required = false): string {
    const raw = this.row.cells[column] ?? ''
    if (!required && raw === '') return ''
    if (isUnstorable(raw)) return this.refuse(column, 'There is a character that cannot be kept, such as a null') ?? ''
    const value = SIMPLE.test(raw) ? raw.trim() : raw.replace(/\r\n?/g, '\n').replace(REORDERING, '').normalize('NFC').trim()
    if (required && !value) return this.refuse(column, 'This may not be empty') ?? ''
    if (value.length > max) return this.refuse(column, `This is longer than ${max.toLocaleString('en-GB')} characters`) ?? ''
    return value
  }

  /** One of a set, by its code or by its words; null where empty. `also` has other words for some of them. */
  code<T extends string>(column: string, codes: readonly T[], { required = true, also = {}, words }: { required?: boolean; also?: Readonly<Record<string, T>>; words?: string } = {}): T | null {
    const value = this.text(column, 100, required)
    if (!value) return null
    const said = plain(value)
    const known = wordsOf(codes).get(said) ?? also[said]
    return known ?? this.refuse(column, `This is not one of ${words ?? codes.join(', ')}`)
  }

  /** A day that exists, 'YYYY-MM-DD' (or 31/12/2009, in the British order), not after today; null where empty. */
  day(column: string): string | null {
    const value = this.text(column, 40)
    if (!value) return null
    const [, day = '', month = '', year = ''] = BRITISH.exec(value) ?? []
    const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : value.slice(0, 10)
    if (!isIsoDay(iso) || (!year && value.length > 10 && !INSTANT.test(value))) return this.refuse(column, 'This is not a date: write it as 2009-12-31')
    if (iso < '1900-01-01') return this.refuse(column, 'This date is before 1900')
    if (iso > this.today) return this.refuse(column, 'This date is in the future')
    return iso
  }

  /** A moment, ISO 8601, not in the future; in London's time where it names no zone, and at its beginning where it is a day. Null where empty. */
  moment(column: string, required = false): Date | null {
    const value = this.text(column, 40, required)
    if (!value) return null
    const [, day = '', hours = '0', minutes = '0', seconds = '0', zone] = INSTANT.exec(value) ?? []
    if (!isIsoDay(day) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return this.refuse(column, 'This is not a date and time: write it as 2016-04-01T14:30:00Z')
    const at = zone ? new Date(value.replace(' ', 'T')) : instantAt(day, ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000)
    if (Number.isNaN(at.getTime())) return this.refuse(column, 'This is not a date and time: write it as 2016-04-01T14:30:00Z')
    if (at.getTime() < EARLIEST) return this.refuse(column, 'This date is before 1990')
    if (at > this.now) return this.refuse(column, 'This date is in the future')
    return at
  }

  /** The parts between '|', without empty ones and each once. */
  several(column: string, max: number): string[] {
    return [...new Set(this.text(column, max).split('|').map((part) => part.trim()).filter(Boolean))]
  }
}
