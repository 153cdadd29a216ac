import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { sameChildren } from '../children/together'
import { nameOf } from '../children/view'
import { compareChildren, isProposed } from '../pathway/matching'
import { candidatesFor, cardOf, identified, identityOf, proposalsFor, wordsOf, type Card, type Proposal } from './identity'
import { pairsSchema, possibleSchema } from './schema'

const SHOWN = 5
/** Pairs that have something in common; those above the rule's line are shown, best first. */
const WALKED = 1_000
const PAIRS_SHOWN = 50

/** Records that a new child, as typed so far, may already have. Proposed, at most five; the person decides. */
export const possibleChildren = operation({
  name: 'screening.possible',
  effect: 'read',
  permission: 'child:match',
  input: possibleSchema,
  audit: ['child.matched'],
  async work({ tx, actor, now }, typed) {
    const { givenName, familyName, line, postcode, phone, ...rest } = typed
    const identity = {
      ...rest, names: [{ given: givenName, family: familyName }], nhsNumber: null, upn: null, school: typed.school || null,
      addresses: line || postcode ? [{ line, postcode: postcode || null }] : [], phones: phone ? [phone] : [],
    }
    const ids = givenName && familyName ? await candidatesFor(tx, identity) : []
    const output: Proposal[] = proposalsFor(identity, (await identified(tx, actor.areaId, ids)).values(), now).slice(0, SHOWN)
    const shown = output.map(({ child }) => child.id)
    return { output, kind: 'child.matched', facts: { rows: shown, children: shown, terms: { ...typed } } }
  },
})

/** Records that may be the same child as this one and that nobody has judged. Throws NotFound. */
export const matchesOfChild = operation({
  name: 'screening.matches-of-child',
  effect: 'read',
  permission: 'child:match',
  input: z.strictObject({ childId: z.uuid() }),
  audit: ['child.matched'],
  async work({ tx, actor, now }, { childId }) {
    const { areaId } = actor
    const own = (await identified(tx, areaId, [childId])).get(childId)
    if (!own) throw new NotFound()
    const identity = identityOf(own)
    const judged = await tx.childJudgement.findMany({
      where: { areaId, undoneAt: null, OR: [{ firstId: childId }, { secondId: childId }] },
      select: { firstId: true, secondId: true },
    })
    const settled = new Set([childId, ...judged.flatMap((one) => [one.firstId, one.secondId]), ...(await sameChildren(tx, childId))])
    const ids = (await candidatesFor(tx, identity)).filter((id) => !settled.has(id))
    const output: Proposal[] = proposalsFor(identity, (await identified(tx, areaId, ids)).values(), now).slice(0, SHOWN)
    const shown = output.map(({ child }) => child.id)
    return { output, kind: 'child.matched', facts: { rows: shown, children: [childId, ...shown] } }
  },
})

export type Pair = Omit<Proposal, 'child'> & { first: Card; second: Card }
export type Judged = { id: string; same: boolean; kept: Named; other: Named; by: string; at: string; reason: string }
type Named = { id: string; name: string; reference: string }

/**
 * Pairs of records that may be one child: those that wait for a person, likeliest first, at most fifty; or what
 * was judged and stands, newest first, at most fifty.
 */
export const listPairs = operation({
  name: 'screening.pairs',
  effect: 'read',
  permission: 'child:match',
  input: pairsSchema,
  audit: ['child.matched'],
  async work({ tx, actor, now }, { show }) {
    const { areaId } = actor
    let waiting: Pair[] = []
    let judged: Judged[] = []
    if (show === 'waiting') {
      const found = await tx.$queryRaw<{ first_id: string; second_id: string }[]>`SELECT first_id::text, second_id::text FROM child_pairs(${WALKED}::int)`
      const children = await identified(tx, areaId, [...new Set(found.flatMap((pair) => [pair.first_id, pair.second_id]))])
      waiting = found
        .flatMap((pair): Pair[] => {
          const [first, second] = [children.get(pair.first_id), children.get(pair.second_id)]
          if (!first || !second) return []
          const compared = compareChildren(identityOf(first), identityOf(second))
          return isProposed(compared) ? [{ first: cardOf(first, now), second: cardOf(second, now), ...wordsOf(compared) }] : []
        })
        .sort((a, b) => b.score - a.score || a.first.reference.localeCompare(b.first.reference))
        .slice(0, PAIRS_SHOWN)
    } else {
      const child = { select: { id: true, reference: true, givenName: true, familyName: true, knownAs: true } } as const
      const rows = await tx.childJudgement.findMany({
        where: { areaId, undoneAt: null }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: PAIRS_SHOWN,
        include: { first: child, second: child, by: { select: { name: true } } },
      })
      judged = rows.map((row) => {
        const [kept, other] = row.keptId === row.secondId ? [row.second, row.first] : [row.first, row.second]
        const named = (one: typeof kept): Named => ({ id: one.id, name: nameOf(one), reference: one.reference })
        return { id: row.id, same: row.keptId !== null, kept: named(kept), other: named(other), by: row.by.name, at: row.at.toISOString(), reason: row.reason }
      })
    }
    const children = [...waiting.flatMap((pair) => [pair.first.id, pair.second.id]), ...judged.flatMap((one) => [one.kept.id, one.other.id])]
    return { output: { waiting, judged }, kind: 'child.matched', facts: { rows: judged.map((one) => one.id), children, terms: { show } } }
  },
})
