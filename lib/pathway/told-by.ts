/**
 * Who told us, as it may be shown. One rule for every screen and print: an anonymous referrer has no name; one
 * whose identity is withheld from the family is named to those who may know, with a warning, and never on paper,
 * because paper reaches the family. Where the person asking may not know, nothing is left that would give it
 * away, the kind of source included: "a family member" can be one aunt. Source: DOMAIN 2, Contact.
 */

export type Referrer = {
  readonly anonymous: boolean
  readonly identityWithheld: boolean
  readonly name: string | null
  readonly role: string | null
  readonly organisation: string | null
  readonly phone: string | null
  readonly email: string | null
  /** The kind of source in words, e.g. 'School'. */
  readonly source: string
}

export type ToldBy = {
  /** e.g. 'Gwen Hart, Teacher, Brook High', 'Anonymous', or 'Withheld'. */
  readonly who: string
  readonly source: string
  /** How to reach them, one a line; empty where nobody can be reached. */
  readonly reach: readonly string[]
  readonly anonymous: boolean
  /** The family must not learn who told us: warn on the screen, and print `WITHHELD` in place of the rest. */
  readonly withheld: boolean
}

export const WITHHELD = 'Withheld'
export const WITHHELD_WARNING = 'Do not tell the family who told us.'

/** How who told us is shown to somebody who may know a withheld identity, or may not. */
export function toldBy(referrer: Referrer, mayKnow: boolean): ToldBy {
  const { anonymous, identityWithheld: withheld, source } = referrer
  if (withheld && !mayKnow) return { who: WITHHELD, source: WITHHELD, reach: [], anonymous: false, withheld }
  if (anonymous) return { who: 'Anonymous', source, reach: [], anonymous, withheld }
  const who = [referrer.name, referrer.role, referrer.organisation].filter(Boolean).join(', ') || 'Not recorded'
  return { who, source, reach: [referrer.phone, referrer.email].filter((way): way is string => Boolean(way)), anonymous, withheld }
}

/** The same as it may be printed: a withheld identity is gone, whoever prints it. */
export function toldByOnPaper(shown: ToldBy): ToldBy {
  return shown.withheld ? { ...shown, who: WITHHELD, source: WITHHELD, reach: [], anonymous: false } : shown
}
