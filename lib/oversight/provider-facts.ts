import type { Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { against, PROVIDER_KINDS, worthAsking } from '../pathway/low-referrers'
import { countProviders } from '../quality-audits/providers'
import type { PageKey } from '../paging'
import { instantsOf, type Period } from './period'

/** A school or housing provider: `columns` are what it may be broken down by. */
export type ProviderFact = { id: string; reference: string; at: Date; flags: string[]; columns: Readonly<Record<string, string>> }

/**
 * The fact `provider`: what is expected of each by its size is a rule of lib/pathway, so that it is reckoned here and
 * not in the database. Each stands at the end of the period, in the order of their ids.
 */
export async function providerFacts(tx: Tx, actor: Actor, { from, until }: Period): Promise<ProviderFact[]> {
  const at = new Date(instantsOf({ from, until })[1].getTime() - 1)
  const talks = await tx.providerConversation.findMany({ where: { areaId: actor.areaId, onDay: { gte: new Date(from) } }, select: { agencyId: true } })
  const talked = new Set(talks.map(({ agencyId }) => agencyId))
  const facts: ProviderFact[] = []
  for (const { id: kind } of PROVIDER_KINDS) {
    for (const one of against(await countProviders(tx, actor.areaId, kind, from, until, 'exploitation'))) {
      const flags = [one.size === null ? '' : 'sized', worthAsking(one) ? 'low' : '', talked.has(one.id) ? 'talked' : ''].filter(Boolean)
      facts.push({ id: one.id, reference: one.name, at, flags, columns: { provider_kind: kind } })
    }
  }
  return facts.sort((a, b) => (a.id < b.id ? 1 : -1))
}

/** Those of a page, from its key on. */
export const afterKey = <T extends { id: string }>(facts: readonly T[], key: PageKey | null | undefined): readonly T[] => (key ? facts.filter(({ id }) => id < key.id) : facts)
