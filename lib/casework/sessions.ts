import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { dayOf, nameOf } from '../children/view'
import { pageKey } from '../input'
import { nextPage, pageBy, readKey, type Page } from '../paging'
import { lastSeen } from '../pathway/sessions'
import { seenOfCases } from './seen'
import { viewSeen, type SeenView } from './seen-view'
import { sessionInclude, viewSession, type DisclosureView, type SessionView } from './view'
import type { IsvaState } from '../pathway/sessions'

const PAGE = 20

export type SessionList = Page<SessionView> & {
  case: { id: string; reference: string; closed: boolean }
  child: { id: string; name: string }
  /** Null for a closed case. */
  seen: SeenView | null
}

const child = { select: { id: true, givenName: true, familyName: true, knownAs: true } } as const

/** The sessions of a case as they stand, newest first. Throws NotFound. */
export const listSessions = operation({
  name: 'casework.sessions',
  effect: 'read',
  permission: 'casework:read',
  input: z.strictObject({ caseId: z.uuid(), after: pageKey }),
  audit: ['case.sessions_listed'],
  async work({ tx, actor, now }, { caseId, after }) {
    const { areaId, settings } = actor
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, include: { child } })
    if (!one) throw new NotFound()
    const page = pageBy('happenedAt', 'desc', readKey(after))
    const rows = await tx.caseSession.findMany({ where: { areaId, caseId, correctedBy: null, AND: page.where }, orderBy: page.order, take: PAGE + 1, include: sessionInclude })
    const { items, next } = nextPage(rows, PAGE, ({ happenedAt, id }) => ({ at: happenedAt, id }))
    const known = (await seenOfCases(tx, areaId, [caseId])).get(caseId)
    const output: SessionList = {
      items: items.map(viewSession),
      next,
      case: { id: one.id, reference: one.reference, closed: one.closedAt !== null },
      child: { id: one.child.id, name: nameOf(one.child) },
      seen: one.closedAt ? null : viewSeen(lastSeen({ level: one.level, openedAt: one.openedAt, seenAt: known?.seenAt ?? null }, now, settings)),
    }
    return { output, kind: 'case.sessions_listed', facts: { rows: items.map(({ id }) => id), children: [one.childId], terms: { case: one.reference, after } } }
  },
})

export type SessionPage = SessionView & {
  case: { id: string; reference: string; closed: boolean }
  child: { id: string; name: string }
  /** The entry that takes the place of this one. */
  correctedBy: string | null
  /** The entries before it that it corrects, newest first. */
  earlier: SessionView[]
  disclosure: DisclosureView | null
}

/** One entry with those it corrects, and what was told in it. Throws NotFound. */
export const readSession = operation({
  name: 'casework.read-session',
  effect: 'read',
  permission: 'casework:read',
  input: z.strictObject({ sessionId: z.uuid() }),
  audit: ['case.session_opened'],
  async work({ tx, actor }, { sessionId }) {
    const { areaId, userId } = actor
    const by = { select: { name: true } } as const
    const row = await tx.caseSession.findUnique({
      where: { areaId_id: { areaId, id: sessionId } },
      include: { ...sessionInclude, correctedBy: { select: { id: true } }, case: { include: { child } } },
    })
    if (!row) throw new NotFound()
    const first = row.firstId ?? row.id
    const earlier = row.firstId
      ? await tx.caseSession.findMany({ where: { areaId, OR: [{ id: first }, { firstId: first }], at: { lte: row.at }, NOT: { id: row.id } }, orderBy: [{ at: 'desc' }, { id: 'desc' }], include: sessionInclude })
      : []
    const told = await tx.disclosure.findUnique({ where: { areaId_sessionId: { areaId, sessionId: first } }, include: { heardBy: by, offers: { orderBy: [{ at: 'desc' }, { id: 'desc' }], include: { by } } } })
    const output: SessionPage = {
      ...viewSession(row),
      case: { id: row.case.id, reference: row.case.reference, closed: row.case.closedAt !== null },
      child: { id: row.case.child.id, name: nameOf(row.case.child) },
      correctedBy: row.correctedBy?.id ?? null,
      earlier: earlier.map(viewSession),
      disclosure: told && {
        id: told.id, words: told.words, heardBy: told.heardBy.name, own: told.heardById === userId, heardAt: told.heardAt.toISOString(),
        offers: told.offers.map((offer) => ({ id: offer.id, state: offer.state as IsvaState, onDay: dayOf(offer.onDay) ?? '', note: offer.note, by: offer.by.name, at: offer.at.toISOString() })),
      },
    }
    return { output, kind: 'case.session_opened', facts: { record: { type: 'case_session', id: sessionId }, children: [row.childId] } }
  },
})
