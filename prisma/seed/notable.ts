import type { Sex } from '../../lib/pathway/codes'
import type { IsoDay } from '../../lib/pathway/london'
import type { AreaCode } from './agencies'

/** A child whose name or date is worth searching for. */
export type Notable = {
  readonly given: string
  readonly family: string
  readonly born: IsoDay
  readonly sex: Sex
  readonly ethnicity: string
  readonly knownAs?: string
  readonly alias?: readonly [given: string, family: string]
}

/**
 * Children put on record so that a search can be tried: hyphens, apostrophes, accents, names that sound
 * alike, one name twice, days and months that change places, names known at home, and other names. `year` is
 * the anchor's, so that they stay children.
 */
export function notable(area: AreaCode, year: number): readonly Notable[] {
  const born = (age: number, monthDay: string): IsoDay => `${year - age}-${monthDay}`
  // the neighbour has a child of the same name: whoever works in one area never finds the other's
  if (area === 'MAR') return [{ given: 'Grace', family: 'Okonkwo', born: born(13, '05-06'), sex: 'F', ethnicity: 'BAFR' }]
  return [
    { given: 'Anne-Marie', family: 'O’Neill-Baptiste', born: born(15, '02-11'), sex: 'F', ethnicity: 'MWBC' },
    { given: 'Zoë', family: 'Müller', born: born(14, '08-19'), sex: 'F', ethnicity: 'WOTH' },
    { given: 'Seán', family: 'O’Brien', born: born(12, '06-30'), sex: 'M', ethnicity: 'WIRI' },
    { given: 'Shaun', family: 'O’Bryan', born: born(12, '06-03'), sex: 'M', ethnicity: 'WBRI' },
    { given: 'Józef', family: 'Wójcik', born: born(10, '12-01'), sex: 'M', ethnicity: 'WOTH' },
    { given: 'Aimée', family: 'D’Arcy', born: born(16, '03-27'), sex: 'F', ethnicity: 'WBRI', knownAs: 'Mimi' },
    { given: 'Grace', family: 'Okonkwo', born: born(15, '05-06'), sex: 'F', ethnicity: 'BAFR' },
    { given: 'Grace', family: 'Okonkwo', born: born(9, '10-21'), sex: 'F', ethnicity: 'BAFR' },
    { given: 'Tilly', family: 'Hargreaves', born: born(14, '04-07'), sex: 'F', ethnicity: 'WBRI' },
    { given: 'Tillie', family: 'Hargreave', born: born(14, '07-04'), sex: 'F', ethnicity: 'WBRI' },
    { given: 'Alexandria', family: 'Wigglesworth', born: born(13, '01-15'), sex: 'F', ethnicity: 'WBRI', knownAs: 'Lexi' },
    { given: 'Catherine', family: 'Thackray', born: born(15, '09-09'), sex: 'F', ethnicity: 'WBRI', knownAs: 'Kitty' },
    { given: 'Kathryn', family: 'Thackeray', born: born(15, '09-10'), sex: 'F', ethnicity: 'WBRI' },
    { given: 'Mohammed', family: 'Iqbal', born: born(11, '03-03'), sex: 'M', ethnicity: 'APKN', knownAs: 'Mo' },
    { given: 'Muhammad', family: 'Ikbal', born: born(11, '03-05'), sex: 'M', ethnicity: 'APKN' },
    { given: 'Ngọc Anh', family: 'Nguyễn', born: born(8, '11-12'), sex: 'F', ethnicity: 'AOTH', knownAs: 'Annie' },
    { given: 'Siân', family: 'Llewelyn-Price', born: born(16, '02-28'), sex: 'F', ethnicity: 'WBRI' },
    { given: 'Jasmine', family: 'Featherstonhaugh', born: born(14, '10-02'), sex: 'F', ethnicity: 'WBRI', alias: ['Jasmine', 'Cotterill'] },
    { given: 'Yusuf', family: 'El-Masri', born: born(13, '07-23'), sex: 'M', ethnicity: 'OOTH', alias: ['Joseph', 'Elmasri'] },
    { given: 'Max', family: 'Ng', born: born(7, '04-18'), sex: 'M', ethnicity: 'CHNE' },
  ]
}
