import type { Tx } from '../access/operation'
import { nearDates } from '../children/search-terms'
import { ageOf, bornText, dayOf, nameOf } from '../children/view'
import type { Child } from '../database/models'
import { compareChildren, isProposed, STRONG, type Identity } from '../pathway/matching'
import type { ExploitationFlag } from '../pathway/words'

const include = {
  aliases: { select: { givenName: true, familyName: true } },
  addresses: { select: { line: true, postcode: true, phone: true, toDate: true } },
  cases: { where: { closedAt: null }, take: 1, select: { allocatedTo: { select: { name: true } } } },
} as const

type Row = Child & {
  aliases: { givenName: string; familyName: string }[]
  addresses: { line: string; postcode: string | null; phone: string | null; toDate: Date | null }[]
  cases: { allocatedTo: { name: string } | null }[]
}

/** Children with all that tells who they are, of those ids that the person asking may see. */
export async function identified(tx: Tx, areaId: string, ids: readonly string[]): Promise<Map<string, Row>> {
  const rows = await tx.child.findMany({ where: { areaId, id: { in: [...ids] } }, include })
  return new Map(rows.map((row) => [row.id, row]))
}

/** A record as the rule weighs it. */
export function identityOf(child: Row): Identity {
  const { givenName, familyName, knownAs, aliases } = child
  return {
    names: [
      { given: givenName, family: familyName },
      ...(knownAs ? [{ given: knownAs, family: familyName }] : []),
      ...aliases.map((alias) => ({ given: alias.givenName, family: alias.familyName })),
    ],
    dateOfBirth: dayOf(child.dateOfBirth),
    birthEstimated: child.birthEstimated,
    sex: child.sex,
    nhsNumber: child.nhsNumber,
    upn: child.upn,
    addresses: child.addresses.map(({ line, postcode }) => ({ line, postcode })),
    phones: child.addresses.flatMap(({ phone }) => phone ?? []),
    school: child.school,
  }
}

/** A record as two of them stand beside each other. */
export type Card = {
  id: string
  reference: string
  name: string
  otherNames: string[]
  born: string
  address: string | null
  phone: string | null
  school: string | null
  nhsNumber: string | null
  upn: string | null
  exploitation: ExploitationFlag
  /** Whether a case is open, and to whom where somebody holds it. */
  openCase: { practitioner: string | null } | null
}

export function cardOf(child: Row, now: Date): Card {
  const address = child.addresses.find((one) => one.toDate === null) ?? child.addresses[0]
  const { id, reference, school, nhsNumber, upn, exploitation } = child
  return {
    id, reference, school, nhsNumber, upn, exploitation,
    openCase: child.cases[0] ? { practitioner: child.cases[0].allocatedTo?.name ?? null } : null,
    name: nameOf(child),
    otherNames: child.aliases.map((alias) => `${alias.givenName} ${alias.familyName}`),
    born: ageOf(child, now) === null ? 'Date of birth not known' : bornText(child, now),
    address: address ? [address.line, address.postcode].filter(Boolean).join(', ') : null,
    phone: address?.phone ?? null,
  }
}

/** A proposal: the other record, what speaks for it and what against. */
export type Proposal = { child: Card; score: number; strong: boolean; agrees: string[]; conflicts: string[] }

/** Compares one with many; those worth proposing, best first. */
export function proposalsFor(identity: Identity, others: Iterable<Row>, now: Date): Proposal[] {
  return [...others]
    .flatMap((other) => {
      const compared = compareChildren(identity, identityOf(other))
      if (!isProposed(compared)) return []
      return [{ child: cardOf(other, now), ...wordsOf(compared) }]
    })
    .sort((a, b) => b.score - a.score || a.child.reference.localeCompare(b.child.reference))
}

export function wordsOf({ score, agrees, conflicts }: ReturnType<typeof compareChildren>) {
  return { score, strong: score >= STRONG, agrees: agrees.map((one) => one.words), conflicts: conflicts.map((one) => one.words) }
}

/** Ids that the search would find for that identity: at most sixty, best first. */
export async function candidatesFor(tx: Tx, identity: Identity): Promise<string[]> {
  const [name] = identity.names
  const full = name ? `${name.given} ${name.family}`.trim() : ''
  const [address] = identity.addresses
  const dates = identity.dateOfBirth ? nearDates(identity.dateOfBirth) : []
  if (full.length < 2 && !identity.nhsNumber && !identity.upn) return []
  const rows = await tx.$queryRaw<{ child_id: string }[]>`
    SELECT child_id::text FROM child_matches(${full || null}, ${dates}::date[], ${identity.nhsNumber}, ${identity.upn}, ${address?.postcode ?? null}, ${identity.phones[0] ?? null}, NULL)
    ORDER BY score DESC, child_id`
  return rows.map((row) => row.child_id)
}
