import { operation } from '../access/operation'
import { nameOf } from '../children/view'
import { isoDate } from '../dates'
import type { ClockState } from '../pathway/clocks'
import { accessClock } from '../pathway/access-clock'
import type { AccessState, Requester } from '../pathway/subject-access'
import { accessListSchema } from './schema'

/** A request in a list. Days are 'YYYY-MM-DD'. */
export type AccessSummary = {
  id: string
  reference: string
  child: { id: string; name: string; reference: string }
  requester: Requester
  state: AccessState
  receivedOn: string
  dueOn: string
  extended: boolean
  clock: ClockState
  endedAt: string | null
}

const MOST = 200

/** Requests to see a record: those that are open, what is due first, or those that have ended, the latest first; of one child where asked. At most 200. */
export const listRequests = operation({
  name: 'subject-access.list',
  effect: 'read',
  permission: 'subject-access:read',
  input: accessListSchema,
  audit: ['subject_access.listed'],
  async work({ tx, actor, now }, { show, childId }) {
    const rows = await tx.subjectAccessRequest.findMany({
      where: { areaId: actor.areaId, ...(show === 'all' ? {} : { endedAt: show === 'open' ? null : { not: null } }), ...(childId ? { childId } : {}) },
      orderBy: show === 'open' ? [{ dueOn: 'asc' }, { id: 'asc' }] : [{ loggedAt: 'desc' }, { id: 'desc' }],
      take: MOST,
      include: { child: { select: { id: true, reference: true, givenName: true, familyName: true, knownAs: true } } },
    })
    const output: AccessSummary[] = rows.map((row) => ({
      id: row.id, reference: row.reference, child: { id: row.child.id, name: nameOf(row.child), reference: row.child.reference }, requester: row.requester as Requester, state: row.state,
      receivedOn: isoDate(row.receivedOn), dueOn: isoDate(row.dueOn), extended: row.extendedAt !== null, clock: accessClock(isoDate(row.dueOn), row.endedAt, now), endedAt: row.endedAt?.toISOString() ?? null,
    }))
    return { output, kind: 'subject_access.listed', facts: { rows: rows.map(({ id }) => id), children: rows.map((row) => row.childId), terms: { show } } }
  },
})
