import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import type { Actor } from '../access/actor'
import { momentsOf, nextPage, pageBy, readKey, readSort, type Page } from '../paging'
import type { Shared } from '../pathway/share-items'
import type { ReferralState } from '../pathway/states'
import { receivedListSchema, referralSort } from './list-schema'
import { dueWhere, keyAt } from './list-where'
import { moveView, nextWordOf, type MoveView, type NextWord } from './view'

/** One line of what waits for an agency: of the child only what was shared. */
export type ReceivedSummary = { id: string; version: number; about: string; state: ReferralState; sentAt: string; sentBy: string; next: NextWord }

export type ReceivedView = ReceivedSummary & {
  summary: string
  /** What was shared, item by item: all that the agency sees of the contact and the child. */
  items: Shared[]
  purpose: string
  basis: string | null
  moves: MoveView[]
}

const PAGE = 25
const by = { select: { name: true } } as const
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Its own agency's referrals, said twice: here, and in the policy of the table. */
const own = ({ areaId, agencyId }: Actor) => ({ areaId, toAgencyId: agencyId ?? NOBODY })

const WHERE = {
  waiting: { awaitedBy: { not: null } },
  answered: { respondedAt: { not: null } },
  all: {},
} as const

/** What was sent to one's own agency, 25 a page, narrowed and sorted as asked: what waits oldest first, the rest newest first, unless told. */
export const listReceived = operation({
  name: 'referrals.received-list',
  effect: 'read',
  permission: 'referral:receive',
  input: receivedListSchema,
  audit: ['referral.listed'],
  async work({ tx, actor, now, pageSize = PAGE }, { after, ...filter }) {
    const { show, state, due } = filter
    const { column, direction } = readSort(referralSort(filter))
    const page = pageBy(column === 'due' ? 'awaitedBy' : 'sentAt', direction, readKey(after))
    const sent = momentsOf(filter)
    const rows = await tx.referral.findMany({
      where: { ...own(actor), AND: [WHERE[show], dueWhere(due, now), page.where, state ? { state } : {}, sent ? { sentAt: sent } : {}] },
      orderBy: page.order,
      take: pageSize + 1,
      include: { sentBy: by, sharing: { select: { items: true } } },
    })
    const { items, next } = nextPage(rows, pageSize, keyAt(column))
    const output: Page<ReceivedSummary> = { items: items.map((row) => summarise(row, actor, now)), next }
    return { output, kind: 'referral.listed', facts: { rows: items.map((row) => row.id), children: items.flatMap((row) => row.childId ?? []), terms: { ...filter, after } } }
  },
})

/** One referral to one's own agency, with exactly what was shared. Throws NotFound. */
export const readReceived = operation({
  name: 'referrals.received',
  effect: 'read',
  permission: 'referral:receive',
  input: z.strictObject({ referralId: z.uuid() }),
  audit: ['referral.opened'],
  async work({ tx, actor, now }, { referralId }) {
    const row = await tx.referral.findFirst({
      where: { ...own(actor), id: referralId },
      include: { sentBy: by, sharing: true, moves: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { by } } },
    })
    if (!row) throw new NotFound()
    const { sharing } = row
    const output: ReceivedView = {
      ...summarise(row, actor, now),
      summary: row.summary,
      items: itemsIn(sharing).filter(({ id }) => id !== 'summary'),
      purpose: sharing?.purpose ?? '',
      basis: sharing?.basis ?? null,
      // why it was sent there is between the front door and itself
      moves: row.moves.map(moveView).map((move) => (move.from === null ? { ...move, words: null } : move)),
    }
    return { output, kind: 'referral.opened', facts: { record: { type: 'referral', id: row.id }, children: row.childId ? [row.childId] : [] } }
  },
})

type Row = { id: string; version: number; state: ReferralState; sentAt: Date; awaitedBy: Date | null; sentBy: { name: string }; sharing: { items: unknown } | null }

function summarise(row: Row, { settings }: Actor, now: Date): ReceivedSummary {
  const about = itemsIn(row.sharing).find(({ id }) => id === 'name')?.value ?? 'Name not shared'
  return { id: row.id, version: row.version, about, state: row.state, sentAt: row.sentAt.toISOString(), sentBy: row.sentBy.name, next: nextWordOf(row, settings, now) }
}

function itemsIn(sharing: { items: unknown } | null): Shared[] {
  return (sharing?.items ?? []) as Shared[]
}
