import { z } from 'zod'
import { codesOf, oneOf, plainDate, text, version } from '../input'
import { DISABILITIES, ETHNICITIES, LEGAL_STATUSES, SEXES, standsAlone } from '../pathway/codes'
import { isValidNhsNumber, isValidUpn, normaliseNhsNumber, normaliseUpn } from '../pathway/identifiers'

const given = text('First name', { max: 100, required: 'Enter a first name' })
const family = text('Last name', { max: 100, required: 'Enter a last name' })

/** Ten digits with a true check digit, or empty. */
export const nhsNumber = text('NHS number', { max: 20 })
  .transform((value) => normaliseNhsNumber(value))
  .refine((value) => value === '' || isValidNhsNumber(value), 'This NHS number has a wrong digit: check it, or leave it empty')

/** Thirteen characters with a true check letter, or empty. */
export const upn = text('UPN', { max: 20 })
  .transform((value) => normaliseUpn(value))
  .refine((value) => value === '' || isValidUpn(value), 'This UPN has a wrong character: check it, or leave it empty')

/** A UK postcode, written 'AB1 2CD', or empty. */
export const postcode = text('Postcode', { max: 12 })
  .transform((value) => value.toUpperCase().replace(/[^A-Z0-9]/g, '').replace(/^(.+)(...)$/, '$1 $2'))
  .refine((value) => value === '' || /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/.test(value), 'Enter a full postcode, such as AB1 2CD, or leave it empty')

/** Digits alone, with a leading 0 for the UK, or empty. */
export const phone = text('Phone number', { max: 30 })
  .transform((value) => value.replace(/^\+44\s*\(?0?\)?/, '0').replace(/[\s().-]/g, ''))
  .refine((value) => value === '' || /^\+?\d{6,15}$/.test(value), 'Enter a phone number in digits, such as 07700 900123, or leave it empty')

/** What a call tells of a child who is not on record yet. */
export const newChildSchema = z.strictObject({
  givenName: given,
  familyName: family,
  dateOfBirth: plainDate,
  birthEstimated: z.boolean(),
  sex: oneOf(codesOf(SEXES), 'Choose male, female or not known'),
  line: text('Address', { max: 200 }),
  postcode,
  phone,
  school: text('School or college', { max: 150 }),
})

/** A child's details, as they are edited on her record. */
export const childDetailsSchema = z.strictObject({
  childId: z.uuid(),
  version,
  givenName: given,
  familyName: family,
  knownAs: text('Known as', { max: 100 }),
  pronouns: text('Pronouns', { max: 40 }),
  dateOfBirth: plainDate,
  birthEstimated: z.boolean(),
  sex: oneOf(codesOf(SEXES), 'Choose male, female or not known'),
  ethnicity: oneOf(codesOf(ETHNICITIES), 'Choose an ethnicity'),
  disabilities: z
    .array(oneOf(codesOf(DISABILITIES), 'Choose from the list'))
    .max(12)
    .refine((codes) => standsAlone(codes), '‘None’ cannot be chosen together with a disability'),
  firstLanguage: text('First language', { max: 60 }),
  interpreterNeeded: z.boolean(),
  legalStatus: oneOf([...codesOf(LEGAL_STATUSES), ''], 'Choose a legal status'),
  nhsNumber,
  upn,
  school: text('School or college', { max: 150 }),
  gpPractice: text('GP practice', { max: 150 }),
  howToSpeak: text('How they like to be spoken to', { max: 2000 }),
  communicationNeeds: text('Communication needs', { max: 1000 }),
  ifMissing: text('What to do if they are missing', { max: 1000 }),
  ifInDanger: text('What to do if they are in danger', { max: 1000 }),
  ifAtNight: text('What to do at night', { max: 1000 }),
})

export type ChildDetails = z.output<typeof childDetailsSchema>

/** Which children a search shows: a code, for the page's address. What is searched for is never in it. */
export const childListSchema = z.strictObject({ show: oneOf(['all', 'exploitation', 'open'], 'Choose from the list').default('all') })
