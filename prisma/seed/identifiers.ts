import type { Random } from './random'

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
// no local authority has this number
const NO_AUTHORITY = '995'

/**
 * The `at`th NHS number of the range that begins with 999, which is kept for tests and never given to anybody;
 * null where its check digit would be 10, which is never used.
 */
export function nhsNumber(at: number): string | null {
  // a step that shares no factor with a million: each number comes once, and neighbours look unlike
  const digits = `999${String((at * 387_341 + 4_127) % 1_000_000).padStart(6, '0')}`
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? null : `${digits}${check}`
}

/** A permanent UPN of a local authority that does not exist, for a child who began school in that year. */
export function upn(at: number, school: number, startYear: number): string {
  const digits = `${NO_AUTHORITY}${4000 + school}${String(startYear % 100).padStart(2, '0')}${String(at % 1000).padStart(3, '0')}`
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place + 2), 0)
  return `${UPN_LETTERS.charAt(sum % 23)}${digits}`
}

/** A mobile number of the range that Ofcom keeps for drama. */
export function mobile(random: Random): string {
  return `07700900${String(random.int(0, 999)).padStart(3, '0')}`
}

/** A landline number of the range that Ofcom keeps for drama. */
export function landline(random: Random): string {
  return `01632960${String(random.int(0, 999)).padStart(3, '0')}`
}
