import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { may } from '../access/permissions'
import { challengeView, type ChallengeView } from '../challenges/view'
import { pageKey, oneOf } from '../input'
import { nextPage, readKey, type Page } from '../paging'
import { sharingView, type SharingView } from '../sharing/view'
import { answersFor, receiverOf, type ReceiverKind } from './receiver'
import { LIST_ORDERS, REFERRAL_FILTERS } from './schema'
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

const OLDEST_FIRST: readonly Filter[] = ['waiting', 'overdue', 'untold']

/** Referrals the person asking may see, 25 a page: what waits oldest first, the rest newest first, unless told. */
export const listReferrals = operation({
  name: 'referrals.list',
  effect: 'read',
  permission: 'referral:read',
  input: z.strictObject({
    show: oneOf(REFERRAL_FILTERS, 'Choose from the list').default('waiting'),
    order: oneOf(LIST_ORDERS, 'Choose from the list').optional(),
    after: pageKey,
  }),
  audit: ['referral.listed'],
  async work(asking, { show, order, after }) {
    const { tx, actor, now } = asking
    const key = readKey(after)
    const oldest = order ? order === 'oldest' : OLDEST_FIRST.includes(show)
    const direction = oldest ? ('asc' as const) : ('desc' as const)
    const beyond = oldest ? 'gt' : 'lt'
    const rows = await tx.referral.findMany({
      where: {
        areaId: actor.areaId,
        ...WHERE[show](asking),
        ...(key ? { OR: [{ sentAt: { [beyond]: key.at } }, { sentAt: key.at, id: { [beyond]: key.id } }] } : {}),
      },
      orderBy: [{ sentAt: direction }, { id: direction }],
      take: PAGE + 1,
      include,
    })
    const { items, next } = nextPage(rows, PAGE, (row) => ({ at: row.sentAt, id: row.id }))
    const output: Page<ReferralSummary> = { items: items.map((row) => summariseReferral(row, actor.settings, now)), next }
    return { output, kind: 'referral.listed', facts: { rows: items.map((row) => row.id), children: items.flatMap((row) => row.childId ?? []), terms: { show, order, after } } }
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
