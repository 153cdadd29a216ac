import type { Child } from '../database/models'
import { ageOn } from '../pathway/age'
import { formatDate } from '../pathway/dates'
import type { ExploitationFlag } from '../pathway/words'

type Named = Pick<Child, 'givenName' | 'familyName' | 'knownAs'>
type Born = Pick<Child, 'dateOfBirth' | 'birthEstimated'>

/** A child's name as it is shown: 'Aisha Rahman', or 'Aisha (Ash) Rahman' where she likes to be called otherwise. */
export function nameOf({ givenName, familyName, knownAs }: Named): string {
  return knownAs && knownAs !== givenName ? `${givenName} (${knownAs}) ${familyName}` : `${givenName} ${familyName}`
}

/** A date column as 'YYYY-MM-DD', or null. */
export function dayOf(date: Date | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null
}

/** Age in whole years in London, or null where the date of birth is not known. */
export function ageOf({ dateOfBirth }: Born, now: Date): number | null {
  const day = dayOf(dateOfBirth)
  return day && day <= now.toISOString().slice(0, 10) ? ageOn(day, now) : null
}

/** 'Born 3 Apr 2010, aged 16', 'Born about ...' where it is an estimate, or 'Date of birth not known'. */
export function bornText(born: Born, now: Date): string {
  const day = dayOf(born.dateOfBirth)
  if (!day) return 'Date of birth not known'
  return `Born ${born.birthEstimated ? 'about ' : ''}${formatDate(day)}, aged ${ageOf(born, now) ?? 0}`
}

/** A child of several records shows the greatest concern of any of them. */
export function highestFlag(flags: readonly ExploitationFlag[]): ExploitationFlag {
  return flags.includes('yes') ? 'yes' : flags.includes('suspected') ? 'suspected' : 'no'
}
