import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { may } from '../access/permissions'
import { challengeView, type ChallengeView } from '../challenges/view'
import { momentsOf, nextPage, pageBy, readKey, readSort, type Page } from '../paging'
import { sharingView, type SharingView } from '../sharing/view'
import { answersFor, receiverOf, type ReceiverKind } from './receiver'
import { referralListSchema, referralSort } from './list-schema'
import type { REFERRAL_FILTERS } from './schema'
import { agenciesThatAnswer } from '../sharing/receivers'
import { dueWhere, keyAt } from './list-where'
import { moveView, receiverName, summariseReferral, type MoveView, type ReferralSummary } from './view'

export type { ReferralSummary } from './view'

const by = { select: { name: true } } as const
const include = {
  child: true,
  contact: { select: { id: true, reference: true } },
  toTeam: by,
  toAgency: by,
  sentBy: by,
} as const

const PAGE = 25

type Filter = (typeof REFERRAL_FILTERS)[number]

// never by state: beneath row-level security an index serves a time and not an enum (decision 0003)
const WHERE: Readonly<Record<Filter, (asking: Asking) => object>> = {
  waiting: () => ({ respondedAt: null }),
  overdue: ({ now }) => ({ awaitedBy: { lt: now } }),
  declined: () => ({ respondedAt: { not: null }, declineReason: { not: null } }),
  closed: () => ({ closedAt: { not: null } }),
  untold: () => ({ tellBy: { not: null } }),
  mine: ({ actor }) => ({ sentById: actor.userId }),
  all: () => ({}),
}

const toWhere = (to: string | undefined) => {
  if (!to) return {}
  if (to === 'cate' || to === 'safeguarding') return { toTeamId: { not: null }, outcome: to }
  return to === 'service' ? { toTeamId: null, toAgencyId: null } : { toAgencyId: to }
}

export type ReferralList = Page<ReferralSummary> & {
  /** The agencies that answer in Waymark, to narrow the list by. */
  agencies: { id: string; name: string }[]
}

/** Referrals the person asking may see, 25 a page, narrowed and sorted as asked: what waits oldest first, the rest newest first, unless told. */
export const listReferrals = operation({
  name: 'referrals.list',
  effect: 'read',
  permission: 'referral:read',
  input: referralListSchema,
  audit: ['referral.listed'],
  async work(asking, { after, ...filter }) {
    const { tx, actor, now, pageSize = PAGE } = asking
    const { show, state, to, due } = filter
    const { column, direction } = readSort(referralSort(filter))
    const page = pageBy(column === 'due' ? 'awaitedBy' : 'sentAt', direction, readKey(after))
    const sent = momentsOf(filter)
    const rows = await tx.referral.findMany({
      where: { areaId: actor.areaId, AND: [WHERE[show](asking), toWhere(to), dueWhere(due, now), page.where, state ? { state } : {}, sent ? { sentAt: sent } : {}] },
      orderBy: page.order,
      take: pageSize + 1,
      include,
    })
    const { items, next } = nextPage(rows, pageSize, keyAt(column))
    const agencies = await agenciesThatAnswer(tx, actor.areaId)
    const output: ReferralList = { items: items.map((row) => summariseReferral(row, actor.settings, now)), next, agencies: agencies.map(({ id, name }) => ({ id, name })) }
    return { output, kind: 'referral.listed', facts: { rows: items.map((row) => row.id), children: items.flatMap((row) => row.childId ?? []), terms: { ...filter, after } } }
  },
})

type Link = { id: string; to: string }
export type ToldView = { at: string; by: string; toWhom: string; how: string; words: string }

export type ReferralView = ReferralSummary & {
  summary: string
  receiver: ReceiverKind
  /** Whether the person asking answers for the receiver. */
  answers: boolean
  respondedAt: string | null
  respondedBy: string | null
  declineReason: string | null
  /** Who told us must not be told to the family. */
  identityWithheld: boolean
  caseId: string | null
  /** A challenge reversed CATE's refusal and the case is still to be opened. */
  opensCase: boolean
  moves: MoveView[]
  sharing: SharingView | null
  /** By when whoever told us should know; null where they do, or where nothing has come of it yet. */
  tellBy: string | null
  told: ToldView[]
  referrer: string | null
  challenges: ChallengeView[]
  /** The one before it that ended, declined or closed, and those sent after it. */
  follows: (Link & { closed: boolean }) | null
  followedBy: Link[]
}

/** One referral: what its receiver needs, what was shared, its history and its clocks. Throws NotFound. */
export const readReferral = operation({
  name: 'referrals.read',
  effect: 'read',
  permission: 'referral:read',
  input: z.strictObject({ referralId: z.uuid() }),
  audit: ['referral.opened'],
  async work({ tx, actor, now }, { referralId }) {
    const { areaId, settings } = actor
    const link = { include: { toTeam: by, toAgency: by } } as const
    const row = await tx.referral.findUnique({
      where: { areaId_id: { areaId, id: referralId } },
      include: {
        ...include,
        contact: { select: { id: true, reference: true, referrerName: true, referrerOrganisation: true, anonymous: true, identityWithheld: true } },
        respondedBy: by,
        case: { select: { id: true } },
        moves: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { by } },
        sharing: { include: { by } },
        told: { orderBy: { at: 'asc' }, include: { by } },
        follows: link,
        followedBy: { orderBy: { sentAt: 'asc' }, ...link },
      },
    })
    if (!row) throw new NotFound()
    const challenges = await tx.challenge.findMany({ where: { areaId, contactId: row.contactId }, orderBy: { at: 'asc' }, include: { by, answeredBy: by } })
    const linkOf = (one: { id: string } & Parameters<typeof receiverName>[0]): Link => ({ id: one.id, to: receiverName(one) })
    const output: ReferralView = {
      ...summariseReferral(row, settings, now),
      summary: row.summary,
      receiver: receiverOf(row),
      answers: answersFor(actor, row),
      respondedAt: row.respondedAt?.toISOString() ?? null,
      respondedBy: row.respondedBy?.name ?? null,
      declineReason: row.declineReason,
      // a contact that is not open to the receiver says nothing: then the narrower reading holds
      identityWithheld: row.contact?.identityWithheld ?? true,
      caseId: row.case?.id ?? null,
      opensCase: row.outcome === 'cate' && row.state === 'accepted' && row.awaitedBy !== null && !row.case,
      moves: row.moves.map(moveView),
      sharing: row.sharing ? sharingView(row.sharing) : null,
      tellBy: row.tellBy?.toISOString() ?? null,
      told: row.told.map(({ at, by: who, toWhom, how, words }) => ({ at: at.toISOString(), by: who.name, toWhom, how, words })),
      // for whoever tells them, and nobody else
      referrer: row.contact?.anonymous || !may(actor.role, 'referral:send') ? null : ([row.contact?.referrerName, row.contact?.referrerOrganisation].filter(Boolean).join(', ') || null),
      challenges: challenges.map((one) => challengeView(one, settings, now)),
      follows: row.follows ? { ...linkOf(row.follows), closed: row.follows.state === 'closed' } : null,
      followedBy: row.followedBy.map(linkOf),
    }
    return { output, kind: 'referral.opened', facts: { record: { type: 'referral', id: row.id }, children: row.childId ? [row.childId] : [] } }
  },
})
