import { may } from '../../access/permissions'
import type { Actor } from '../../access/actor'
import type { Referral } from '../../database/models'
import { sourceOfAgency, type ChronologySource } from '../../pathway/chronology'
import { REFERRAL_STATE_LABELS, type ReferralState } from '../../pathway/states'
import { receiverOf } from '../../referrals/receiver'
import { receiverName } from '../../referrals/view'
import { pageOf, withheld, type ChronologyEntry, type Provider } from '../entry'

const by = { select: { name: true } } as const
const receiver = { toTeam: by, toAgency: { select: { name: true, kind: true } } } as const
const ANSWERING: readonly ChronologySource[] = ['safeguarding', 'cate', 'council', 'police', 'education', 'health', 'housing', 'other']

type Row = Referral & { toTeam: { name: string } | null; toAgency: { name: string; kind: string } | null }

/** Whether the person asking may read a referral whose row they reach: its own agency reads what was sent to it. */
function reads(actor: Actor, row: Referral): boolean {
  return may(actor.role, 'referral:read') || (may(actor.role, 'referral:receive') && row.toAgencyId !== null && row.toAgencyId === actor.agencyId)
}

function sourceOf(row: Row): ChronologySource {
  const kind = receiverOf(row)
  if (row.toAgency) return sourceOfAgency(row.toAgency.kind)
  return kind === 'cate' || kind === 'safeguarding' ? kind : 'other'
}

/** The filter by who answered: a team of ours, an agency of that kind, or somebody else. */
function answeredBy(source: ChronologySource | null): object {
  if (!source) return {}
  if (source === 'cate' || source === 'safeguarding') return { toAgencyId: null, outcome: source }
  const agencies = ['police', 'education', 'health', 'housing', 'council']
  if (source !== 'other') return { toAgency: { kind: source } }
  return { OR: [{ toAgencyId: null, outcome: { notIn: ['cate', 'safeguarding'] } }, { toAgency: { kind: { notIn: agencies } } }] }
}

type Told = Pick<ChronologyEntry, 'key' | 'id' | 'at' | 'source' | 'title' | 'text' | 'by'>

function entryOf(actor: Actor, row: Row, told: Told): ChronologyEntry {
  const base = { ...told, kind: 'referral' as const, childId: row.childId ?? '' }
  if (!reads(actor, row)) return withheld(base)
  return { ...base, link: may(actor.role, 'referral:read') ? { type: 'referral', id: row.id } : null, withheld: null }
}

/** That a referral was sent, and what its receiver was told. */
const sent: Provider = {
  prefix: 'referral_sent',
  table: 'referral',
  kinds: ['referral'],
  sources: ['front_door'],
  async read({ tx, actor, childIds, range }) {
    const page = pageOf('referral_sent', range, 'sentAt')
    const rows = await tx.referral.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: page.where }, include: { ...receiver, sentBy: by } })
    return rows.map((row) => entryOf(actor, row, {
      key: `referral_sent-${row.id}`, id: row.id, at: row.sentAt.toISOString(), source: 'front_door', title: `Referral sent to ${receiverName(row)}`, text: row.summary, by: row.sentBy.name,
    }))
  },
}

const MOVED: Readonly<Record<ReferralState, string>> = {
  ...REFERRAL_STATE_LABELS, acknowledged: 'acknowledged the referral', accepted: 'accepted the referral', declined: 'declined the referral',
  action_taken: 'said what was done about the referral', closed: 'closed the referral with its outcome',
}

/** What its receiver answered, move by move. */
const moves: Provider = {
  prefix: 'referral_move',
  table: 'referral',
  kinds: ['referral'],
  sources: ANSWERING,
  async read({ tx, actor, childIds, range }) {
    const page = pageOf('referral_move', range, 'at')
    const rows = await tx.referralMove.findMany({
      ...page,
      where: { areaId: actor.areaId, from: { not: null }, referral: { childId: { in: [...childIds] }, ...answeredBy(range.source) }, AND: page.where },
      include: { by, referral: { include: receiver } },
    })
    return rows.map((row) => entryOf(actor, row.referral, {
      key: `referral_move-${row.id}`, id: row.id, at: row.at.toISOString(), source: sourceOf(row.referral),
      title: `${receiverName(row.referral)} ${row.from === 'declined' ? 'took the referral on after a challenge' : MOVED[row.to]}`,
      text: row.words, by: row.saidBy ? `${row.saidBy}, written down by ${row.by.name}` : row.by.name,
    }))
  },
}

/** The answer to one from before moves were kept: accepted or declined, and no more is known. */
const answers: Provider = {
  prefix: 'referral_answer',
  table: 'referral',
  kinds: ['referral'],
  sources: ANSWERING,
  async read({ tx, actor, childIds, range }) {
    const page = pageOf('referral_answer', range, 'respondedAt')
    const rows = await tx.referral.findMany({
      ...page,
      where: { areaId: actor.areaId, childId: { in: [...childIds] }, respondedAt: { not: null }, moves: { none: {} }, AND: [...page.where, answeredBy(range.source)] },
      include: { ...receiver, respondedBy: by },
    })
    return rows.flatMap((row) => row.respondedAt ? [entryOf(actor, row, {
      key: `referral_answer-${row.id}`, id: row.id, at: row.respondedAt.toISOString(), source: sourceOf(row),
      title: `${receiverName(row)} ${row.declineReason === null ? 'accepted' : 'declined'} the referral`, text: row.declineReason, by: row.respondedBy?.name ?? null,
    })] : [])
  },
}

export const REFERRAL_PROVIDERS: readonly Provider[] = [sent, moves, answers]
