import { Invalid, NotFound } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import { dropFormDraft } from '../drafts/commands'
import { lastYear } from '../oversight/period'
import { against, rateOf, PROVIDER_KINDS, type Against, type Provider, type ProviderKind, type Rate } from '../pathway/low-referrers'
import { addDaysTo, instantAt, londonDay, type IsoDay } from '../pathway/london'
import { providerListSchema, talkSchema } from './schema'

export type Talk = { id: string; on: string; withWhom: string; said: string; nextStep: string; nextOn: string | null; by: string; from: string; until: string; seen: number; expected: number | null }

export type ProvidersPage = { kind: ProviderKind; of: 'exploitation' | 'all'; from: string; until: string; rate: Rate; providers: (Against & { talks: Talk[] })[] }

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/** Each provider of a kind with what it told the front door in a period of London days, both included. */
export async function countProviders(tx: Tx, areaId: string, kind: ProviderKind, from: IsoDay, until: IsoDay, of: ProvidersPage['of']): Promise<Provider[]> {
  const agencies = await tx.agency.findMany({ where: { areaId, kind }, select: { id: true, name: true, size: true } })
  const counts = await tx.contact.groupBy({
    by: ['referrerAgencyId'],
    where: {
      areaId, receivedAt: { gte: instantAt(from, 0), lt: instantAt(addDaysTo(until, 1), 0) }, referrerAgencyId: { in: agencies.map(({ id }) => id) },
      ...(of === 'exploitation' ? { exploitation: { not: 'no' as const } } : {}),
    },
    _count: true,
  })
  return agencies.map((one) => ({ ...one, seen: counts.find(({ referrerAgencyId }) => referrerAgencyId === one.id)?._count ?? 0 }))
}

/**
 * Schools or housing providers with what is expected of each by its size against what came, the least likely by chance
 * first, and the talks that followed. The last twelve months unless said. Throws Invalid where the period ends before it begins.
 */
export const readProviders = operation({
  name: 'quality-audits.providers',
  effect: 'read',
  permission: 'quality-audit:check',
  input: providerListSchema,
  audit: ['provider.listed'],
  async work({ tx, actor, now }, { kind, of, from: given, until: till }) {
    const { areaId } = actor
    const year = lastYear(now)
    const [from, until] = [given ?? year.from, till ?? year.until]
    if (until < from) throw new Invalid({ until: 'The period must end on or after the day it begins' })
    const providers = await countProviders(tx, areaId, kind, from, until, of)
    const talks = await tx.providerConversation.findMany({
      where: { areaId, agencyId: { in: providers.map(({ id }) => id) } }, orderBy: [{ onDay: 'desc' }, { id: 'desc' }], include: { by: { select: { name: true } } },
    })
    const output: ProvidersPage = {
      kind, of, from, until, rate: rateOf(providers),
      providers: against(providers).map((one) => ({
        ...one,
        talks: talks.filter(({ agencyId }) => agencyId === one.id).map((talk) => ({
          id: talk.id, on: dayOf(talk.onDay), withWhom: talk.withWhom, said: talk.said, nextStep: talk.nextStep, nextOn: talk.nextOn && dayOf(talk.nextOn), by: talk.by.name,
          from: dayOf(talk.fromDay), until: dayOf(talk.untilDay), seen: talk.seen, expected: talk.expected && Number(talk.expected),
        })),
      })),
    }
    return { output, kind: 'provider.listed', facts: { rows: providers.map(({ id }) => id), terms: { kind, of, from, until } } }
  },
})

/**
 * Writes down a talk with a provider, with the figures that it was about as they are now. Sent twice it stands once.
 * Throws NotFound where it is no school or housing provider of the area, Invalid for a day that is yet to come.
 */
export const recordTalk = operation({
  name: 'quality-audits.record-talk',
  effect: 'change',
  permission: 'quality-audit:draw',
  input: talkSchema,
  audit: ['provider.talked_with'],
  async work(asking, { submissionKey, agencyId, from, until, on, withWhom, said, nextStep, nextOn }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const agency = await tx.agency.findUnique({ where: { areaId_id: { areaId, id: agencyId } }, select: { kind: true } })
    const kind = PROVIDER_KINDS.find(({ id }) => id === agency?.kind)?.id
    if (!kind) throw new NotFound()
    if (on > londonDay(now)) throw new Invalid({ on: 'The day must be today or earlier: a talk that is to come is a next step' })
    const one = against(await countProviders(tx, areaId, kind, from, until, 'exploitation')).find(({ id }) => id === agencyId)
    const row = { fromDay: new Date(from), untilDay: new Date(until), seen: one?.seen ?? 0, expected: one?.expected?.toFixed(2) ?? null, onDay: new Date(on), withWhom, said, nextStep, nextOn: nextOn ? new Date(nextOn) : null }
    await tx.providerConversation.createMany({ data: [{ areaId, submissionKey, agencyId, ...row, at: now, byId: userId }], skipDuplicates: true })
    await dropFormDraft(asking, 'provider_talk', agencyId)
    return { output: undefined, kind: 'provider.talked_with', facts: { record: { type: 'agency', id: agencyId }, children: [], before: null, after: { on, from, until, seen: row.seen, expected: row.expected } } }
  },
})
