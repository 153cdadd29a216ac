import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { bornText, nameOf } from '../children/view'
import type { Child, Referral } from '../database/models'
import { pageKey, oneOf } from '../input'
import { nextPage, readKey, type Page } from '../paging'
import { waitedFor } from '../pathway/clocks'
import type { Outcome } from '../pathway/routing'
import type { ReferralState } from '../pathway/states'
import type { ExploitationFlag } from '../pathway/words'

/** One line of a list of referrals. */
export type ReferralSummary = {
  id: string
  version: number
  outcome: Outcome
  to: string
  state: ReferralState
  sentAt: string
  sentBy: string
  waited: string
  child: { id: string; name: string; born: string; exploitation: ExploitationFlag } | null
  contact: { id: string; reference: string }
}

export type ReferralView = ReferralSummary & {
  summary: string
  respondedAt: string | null
  respondedBy: string | null
  declineReason: string | null
  /** Who told us must not be told to the family. */
  identityWithheld: boolean
  caseId: string | null
}

const include = {
  child: true,
  contact: { select: { id: true, reference: true, identityWithheld: true } },
  toTeam: { select: { name: true } },
  sentBy: { select: { name: true } },
  respondedBy: { select: { name: true } },
  case: { select: { id: true } },
} as const

type Row = Referral & {
  child: Child | null
  contact: { id: string; reference: string } | null
  toTeam: { name: string } | null
  sentBy: { name: string }
}

function summarise(row: Row, now: Date): ReferralSummary {
  return {
    id: row.id,
    version: row.version,
    outcome: row.outcome,
    to: row.toTeam?.name ?? row.toService ?? '',
    state: row.state,
    sentAt: row.sentAt.toISOString(),
    sentBy: row.sentBy.name,
    waited: waitedFor(row.sentAt, row.respondedAt ?? now),
    child: row.child ? { id: row.child.id, name: nameOf(row.child), born: bornText(row.child, now), exploitation: row.child.exploitation } : null,
    contact: { id: row.contactId, reference: row.contact?.reference ?? '' },
  }
}

const PAGE = 25

/** Referrals the person asking may see, 25 a page: those waiting oldest first, all newest first. */
export const listReferrals = operation({
  name: 'referrals.list',
  effect: 'read',
  permission: 'referral:read',
  input: z.strictObject({ show: oneOf(['waiting', 'all'], 'Choose from the list').default('waiting'), after: pageKey }),
  audit: ['referral.listed'],
  async work({ tx, actor, now }, { show, after }) {
    const key = readKey(after)
    const order = show === 'waiting' ? ('asc' as const) : ('desc' as const)
    const beyond = show === 'waiting' ? 'gt' : 'lt'
    const rows = await tx.referral.findMany({
      where: {
        areaId: actor.areaId,
        ...(show === 'waiting' ? { respondedAt: null } : {}),
        ...(key ? { OR: [{ sentAt: { [beyond]: key.at } }, { sentAt: key.at, id: { [beyond]: key.id } }] } : {}),
      },
      orderBy: [{ sentAt: order }, { id: order }],
      take: PAGE + 1,
      include,
    })
    const { items, next } = nextPage(rows, PAGE, (row) => ({ at: row.sentAt, id: row.id }))
    const output: Page<ReferralSummary> = { items: items.map((row) => summarise(row, now)), next }
    return { output, kind: 'referral.listed', facts: { rows: items.map((row) => row.id), children: items.flatMap((row) => row.childId ?? []), terms: { show, after } } }
  },
})

/** One referral, with what its receiver needs. Throws NotFound. */
export const readReferral = operation({
  name: 'referrals.read',
  effect: 'read',
  permission: 'referral:read',
  input: z.strictObject({ referralId: z.uuid() }),
  audit: ['referral.opened'],
  async work({ tx, actor, now }, { referralId }) {
    const row = await tx.referral.findUnique({ where: { areaId_id: { areaId: actor.areaId, id: referralId } }, include })
    if (!row) throw new NotFound()
    const output: ReferralView = {
      ...summarise(row, now),
      summary: row.summary,
      respondedAt: row.respondedAt?.toISOString() ?? null,
      respondedBy: row.respondedBy?.name ?? null,
      declineReason: row.declineReason,
      // a contact that is not open to the receiver says nothing: then the narrower reading holds
      identityWithheld: row.contact?.identityWithheld ?? true,
      caseId: row.case?.id ?? null,
    }
    return { output, kind: 'referral.opened', facts: { record: { type: 'referral', id: row.id }, children: row.childId ? [row.childId] : [] } }
  },
})
