/** NHS numbers and unique pupil numbers (UPN): check digits and layout. Source: DOMAIN 5. */

/** The 23 letters a UPN may use, in value order: I, O and S are left out because they read as digits. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const UPN_SHAPE = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/

/** Removes the spaces and hyphens people type in an NHS number. Does not check it: see `isValidNhsNumber`. */
export function normaliseNhsNumber(value: string): string {
  return value.replace(/[\s-]/g, '')
}

/**
 * Whether `value` is an NHS number: ten digits whose last is the modulus-11 check digit (weights 10 to 2; a
 * check of 11 is written 0 and a check of 10 is never issued). Spaces and hyphens are allowed. Ten of the
 * same digit pass that sum by chance of arithmetic, are never issued, and are what people type to get past a
 * form, so they are refused. Source: DOMAIN 5; NHS data dictionary.
 */
export function isValidNhsNumber(value: string): boolean {
  const digits = normaliseNhsNumber(value)
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  // A check of 10 can match no single digit, so it is refused here without a rule of its own.
  return check === Number(digits.charAt(9))
}

/**
 * An NHS number as people read it aloud, '943 476 5919'. Anything not ten digits is given back as it came.
 */
export function formatNhsNumber(value: string): string {
  const digits = normaliseNhsNumber(value)
  return /^\d{10}$/.test(digits) ? `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}` : value
}

/** Removes spaces and hyphens from a UPN and makes it upper case. Does not check it: see `isValidUpn`. */
export function normaliseUpn(value: string): string {
  return value.replace(/[\s-]/g, '').toUpperCase()
}

/**
 * Whether `value` is a permanent or temporary UPN: a check letter, eleven digits, then a digit (permanent) or
 * a letter (temporary). The check letter is the sum of position times value over positions 2 to 13, modulo
 * 23; a final letter counts as its place in the alphabet above. Source: DOMAIN 5; Department for Education
 * UPN guide.
 */
export function isValidUpn(value: string): boolean {
  const upn = normaliseUpn(value)
  if (!UPN_SHAPE.test(upn)) return false
  const sum = [...upn.slice(1)].reduce((total, character, at) => total + valueOf(character) * (at + 2), 0)
  return upn.charAt(0) === UPN_LETTERS.charAt(sum % 23)
}

/** Whether `value` is a valid UPN that a school gave for the time being; it ends with a letter (DOMAIN 5). */
export function isTemporaryUpn(value: string): boolean {
  return isValidUpn(value) && /[A-Z]$/.test(normaliseUpn(value))
}

function valueOf(character: string): number {
  const place = UPN_LETTERS.indexOf(character)
  return place >= 0 ? place : Number(character)
}
