import { z } from 'zod'
import { operation, type Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { text } from '../input'
import type { ExploitationFlag } from '../pathway/words'
import { childListSchema } from './schema'
import { readSearch } from './search-terms'
import { joinedTo } from './together'
import { bornText, highestFlag, nameOf } from './view'

/** One line of a search: enough to tell two children apart, and why each was found. */
export type ChildMatch = {
  id: string
  reference: string
  name: string
  born: string
  address: string | null
  exploitation: ExploitationFlag
  /** Whether a case is open, and to whom where somebody holds it. */
  openCase: { practitioner: string | null } | null
  /** e.g. ['name', 'date of birth close'] */
  why: string[]
}

const MOST = 20
const query = text('Search', { max: 200 })

/**
 * Searches children by name, alias, date of birth, NHS number, UPN, address and phone, forgiving spelling and
 * sound. Best first, at most 20, and only those the person asking may see. A line shorter than two letters
 * finds nothing.
 */
export const searchChildren = operation({
  name: 'children.search',
  effect: 'read',
  permission: 'child:search',
  input: childListSchema.extend({ query }),
  audit: ['child.searched'],
  async work({ tx, actor, now }, { query, show }) {
    const ids = await matching(tx, query)
    const children = await tx.child.findMany({
      where: { areaId: actor.areaId, id: { in: ids.map((match) => match.child_id) } },
      include: {
        addresses: { where: { toDate: null }, take: 1 },
        cases: { where: { closedAt: null }, take: 1, include: { allocatedTo: { select: { name: true } } } },
      },
    })
    const byId = new Map(children.map((child) => [child.id, child]))
    const joined = await joinedTo(tx, actor.areaId, children.map((child) => child.id))
    const output = ids.flatMap(({ child_id, reasons }): ChildMatch[] => {
      const child = byId.get(child_id)
      if (!child) return []
      const [address] = child.addresses
      const others = joined.filter((one) => one.keptId === child.id)
      const open = child.cases[0] ?? others.flatMap((one) => one.cases)[0]
      return [
        {
          id: child.id,
          reference: child.reference,
          name: nameOf(child),
          born: bornText(child, now),
          address: address ? [address.line, address.postcode].filter(Boolean).join(', ') : null,
          exploitation: highestFlag([child.exploitation, ...others.map((one) => one.exploitation)]),
          openCase: open ? { practitioner: open.allocatedTo?.name ?? null } : null,
          why: reasons,
        },
      ]
    })
      .filter((match) => (show === 'exploitation' ? match.exploitation !== 'no' : show === 'open' ? match.openCase !== null : true))
      .slice(0, MOST)
    const shown = output.map((match) => match.id)
    return { output, kind: 'child.searched', facts: { rows: shown, children: shown, terms: { query, show } } }
  },
})

/** The same search for those who read the audit log: reference and name alone. */
export const identifyChildren = operation({
  name: 'children.identify',
  effect: 'read',
  permission: 'child:identify',
  input: z.strictObject({ query }),
  audit: ['child.identified'],
  async work({ tx, actor }, { query }) {
    const output = await named(tx, actor, (await matching(tx, query)).map((match) => match.child_id).slice(0, 10))
    const shown = output.map((child) => child.id)
    return { output, kind: 'child.identified', facts: { rows: shown, children: shown, terms: { query } } }
  },
})

/** Reference and name of those children that the person asking may see, in the order of the ids. */
export async function named(tx: Tx, actor: Actor, ids: readonly string[]): Promise<{ id: string; reference: string; name: string }[]> {
  const rows = await tx.child.findMany({
    where: { areaId: actor.areaId, id: { in: [...new Set(ids)] } },
    select: { id: true, reference: true, givenName: true, familyName: true, knownAs: true },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...new Set(ids)].flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ id, reference: row.reference, name: nameOf(row) }] : []
  })
}

async function matching(tx: Tx, query: string): Promise<{ child_id: string; reasons: string[] }[]> {
  const terms = readSearch(query)
  if (!Object.values(terms).some((term) => term?.length)) return []
  return tx.$queryRaw`
    SELECT child_id, reasons FROM child_matches(${terms.name}, ${terms.dates}::date[], ${terms.nhsNumber}, ${terms.upn},
      ${terms.postcode}, ${terms.phone}, ${terms.address})
    ORDER BY score DESC, child_id`
}
