import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { actionInclude, viewAction, type ActionView } from '../actions/view'
import { nextPage, pageBy, readKey, type Page } from '../paging'
import type { StrategyOutcome } from '../pathway/strategy'
import { invitationListSchema } from './schema'

const PAGE = 25

/** One line of what an agency is invited to. */
export type InvitationSummary = { meetingId: string; about: string; plannedAt: string; place: string; decidedAt: string | null }

/** What the agency of the person asking is invited to, 25 a page, what meets last first. */
export const listInvitations = operation({
  name: 'strategy.list-own',
  effect: 'read',
  permission: 'strategy:attend',
  input: invitationListSchema,
  audit: ['strategy.listed'],
  async work({ tx, actor }, { after }) {
    const { areaId, agencyId } = actor
    const page = pageBy('plannedAt', 'desc', readKey(after))
    const rows = agencyId === null ? [] : await tx.strategyInvitation.findMany({ where: { areaId, agencyId, AND: page.where }, orderBy: page.order, take: PAGE + 1 })
    const { items, next } = nextPage(rows, PAGE, (row) => ({ at: row.plannedAt, id: row.id }))
    const outcomes = await tx.strategyOutcome.findMany({ where: { areaId, agencyId: agencyId ?? undefined, meetingId: { in: items.map(({ meetingId }) => meetingId) } }, select: { meetingId: true, at: true } })
    const decided = new Map(outcomes.map(({ meetingId, at }) => [meetingId, at.toISOString()]))
    const output: Page<InvitationSummary> = {
      items: items.map(({ meetingId, subjectLine, plannedAt, place }) => ({ meetingId, about: subjectLine, plannedAt: plannedAt.toISOString(), place, decidedAt: decided.get(meetingId) ?? null })),
      next,
    }
    return { output, kind: 'strategy.listed', facts: { rows: items.map(({ meetingId }) => meetingId), children: items.map(({ childId }) => childId), terms: { after } } }
  },
})

/** What an agency reads of a meeting it is invited to: what it was told, its own facts and dissent, and its part of the decision. */
export type OwnInvitation = InvitationSummary & {
  agency: string
  told: string
  invitedBy: string
  facts: { id: string; text: string; nature: 'fact' | 'opinion'; source: string; by: string; at: string }[]
  dissents: { id: string; words: string; by: string; at: string }[]
  outcome: StrategyOutcome | null
  actions: ActionView[]
}

/** One invitation of the agency of the person asking. Throws NotFound, also where it was taken back. */
export const readInvitation = operation({
  name: 'strategy.read-own',
  effect: 'read',
  permission: 'strategy:attend',
  input: z.strictObject({ meetingId: z.uuid() }),
  audit: ['strategy.opened'],
  async work({ tx, actor, now }, { meetingId }) {
    const { areaId, agencyId } = actor
    const row = agencyId === null ? null : await tx.strategyInvitation.findUnique({ where: { areaId_meetingId_agencyId: { areaId, meetingId, agencyId } }, include: { invitedBy: { select: { name: true } } } })
    if (!row || agencyId === null) throw new NotFound()
    const own = { where: { areaId, meetingId, agencyId }, orderBy: { at: 'asc' }, include: { by: { select: { name: true } } } } as const
    const facts = await tx.strategyFact.findMany(own)
    const dissents = await tx.strategyDissent.findMany(own)
    const outcome = await tx.strategyOutcome.findUnique({ where: { areaId_meetingId_agencyId: { areaId, meetingId, agencyId } } })
    const actions = await tx.agreedAction.findMany({ where: { areaId, source: 'strategy', sourceId: meetingId, ownerAgencyId: agencyId }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], include: actionInclude })
    const output: OwnInvitation = {
      meetingId, agency: actor.agencyName ?? '', about: row.subjectLine, told: row.told, plannedAt: row.plannedAt.toISOString(), place: row.place, invitedBy: row.invitedBy.name,
      facts: facts.map(({ id, text, nature, source, by, at }) => ({ id, text, nature, source, by: by.name, at: at.toISOString() })),
      dissents: dissents.map(({ id, words, by, at }) => ({ id, words, by: by.name, at: at.toISOString() })),
      outcome: (outcome?.content as StrategyOutcome | undefined) ?? null,
      decidedAt: outcome?.at.toISOString() ?? null,
      actions: actions.map((one) => viewAction(one, now)),
    }
    return { output, kind: 'strategy.opened', facts: { record: { type: 'strategy', id: meetingId }, children: [row.childId] } }
  },
})
