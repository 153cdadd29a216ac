import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import { nameOf } from '../children/view'
import { isoDate } from '../dates'
import type { ClockState } from '../pathway/clocks'
import { accessClock, extendProblem } from '../pathway/access-clock'
import type { Proposal } from '../pathway/redaction-proposals'
import type { Blackout, Cut, Verdict } from '../pathway/redaction'
import type { AccessState, Ground, Requester } from '../pathway/subject-access'
import { decisionsOf, refuseInterest, sideOf } from './load'
import { cameSince } from './take'

export type DecisionView = { id: string; number: number; verdict: Verdict; ground: Ground | null; blackouts: Blackout[]; note: string; at: string; by: string; own: boolean; reading: { agrees: boolean; reason: string; at: string; by: string } | null }

/** Where a passage stands: to be decided, decided, agreed, or sent back. */
export type PassageState = 'open' | 'decided' | 'agreed' | 'sent_back'
export type PassageLine = { number: number; kind: string; at: string; state: PassageState; verdict: Verdict | null; marked: boolean; proposed: number }

export type RequestPage = {
  id: string
  version: number
  reference: string
  child: { id: string; name: string; reference: string }
  state: AccessState
  requester: Requester
  requesterName: string
  reach: string
  asked: string
  identity: string
  authority: string
  youngView: string
  receivedOn: string
  checkedOn: string
  dueOn: string
  clock: ClockState
  extended: { at: string; why: string } | null
  /** Why the time cannot be extended; null where it can. */
  noExtending: string | null
  moves: { to: AccessState; words: string; at: string; by: string }[]
  passages: PassageLine[]
  /** What came into the record since it was taken, named by kind and day; null where it was not looked for. */
  since: { kind: string; at: string }[] | null
  /** Which side of the two whoever asks is on by what they did. */
  side: 'decides' | 'reads' | null
}

const named = { select: { name: true } } as const
const withChild = { child: { select: { id: true, reference: true, givenName: true, familyName: true, knownAs: true } } } as const

/** A request, how it stands, and each passage by its kind and day: no passage is shown. Throws NotFound; Conflict for whoever declared an interest. */
export const readRequest = operation({
  name: 'subject-access.read',
  effect: 'read',
  permission: 'subject-access:read',
  input: z.strictObject({ requestId: z.uuid() }),
  audit: ['subject_access.opened'],
  timeout: 30_000,
  async work(asking, { requestId }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const row = await tx.subjectAccessRequest.findUnique({ where: { areaId_id: { areaId, id: requestId } }, include: { ...withChild, moves: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { by: named } } } })
    if (!row) throw new NotFound()
    await refuseInterest(tx, requestId)
    const looks = actor.role === 'safeguarding_lead' && (row.state === 'redacting' || row.state === 'ready')
    const output: RequestPage = {
      id: row.id, version: row.version, reference: row.reference, child: { id: row.child.id, name: nameOf(row.child), reference: row.child.reference }, state: row.state, requester: row.requester as Requester,
      requesterName: row.requesterName, reach: row.reach, asked: row.asked, identity: row.identity, authority: row.authority, youngView: row.youngView, receivedOn: isoDate(row.receivedOn), checkedOn: isoDate(row.checkedOn), dueOn: isoDate(row.dueOn),
      clock: accessClock(isoDate(row.dueOn), row.endedAt, now), extended: row.extendedAt ? { at: row.extendedAt.toISOString(), why: row.extendedWhy ?? '' } : null,
      noExtending: extendProblem({ state: row.state, extended: row.extendedAt !== null, dueOn: isoDate(row.dueOn) }, now),
      moves: row.moves.map(({ to, words, at, by }) => ({ to, words, at: at.toISOString(), by: by.name })),
      passages: await passageLines(tx, areaId, requestId),
      since: looks ? (await cameSince(asking, row)).map(({ kind, at }) => ({ kind, at })) : null,
      side: await sideOf(tx, areaId, requestId, actor.userId),
    }
    return { output, kind: 'subject_access.opened', facts: { record: { type: 'subject_access', id: requestId }, children: [row.childId] } }
  },
})

async function passageLines(tx: Tx, areaId: string, requestId: string): Promise<PassageLine[]> {
  return (await decisionsOf(tx, areaId, requestId)).map(({ number, kind, at, proposals, locks, decision }) => {
    const proposed = proposals as unknown as Proposal[]
    return { number, kind, at: at.toISOString(), state: stateOf(decision), verdict: decision?.verdict ?? null, marked: (locks as unknown as Cut[]).length > 0 || proposed.some(({ marked }) => marked), proposed: proposed.length }
  })
}

function stateOf(decision: { reading: { agrees: boolean } | null } | null): PassageState {
  if (!decision) return 'open'
  if (!decision.reading) return 'decided'
  return decision.reading.agrees ? 'agreed' : 'sent_back'
}

export type PassagePage = {
  id: string
  number: number
  kind: string
  at: string
  text: string
  proposals: Proposal[]
  locks: Cut[]
  /** The latest first. */
  decisions: DecisionView[]
  request: { id: string; reference: string; state: AccessState; requester: Requester; child: { id: string; name: string } }
  side: 'decides' | 'reads' | null
  previous: number | null
  next: number | null
  /** The next that waits: to be decided, or to be read second. */
  waiting: number | null
}

/** A passage as it was taken, with everything decided of it. Throws NotFound. */
export const readPassage = operation({
  name: 'subject-access.passage',
  effect: 'read',
  permission: 'subject-access:read',
  input: z.strictObject({ requestId: z.uuid(), number: z.coerce.number().int().min(1).max(100_000) }),
  audit: ['subject_access.passage_opened'],
  async work({ tx, actor }, { requestId, number }) {
    const { areaId, userId } = actor
    const row = await tx.subjectAccessPassage.findUnique({
      where: { areaId_requestId_number: { areaId, requestId, number } },
      include: { request: { include: withChild }, decisions: { orderBy: { number: 'desc' }, include: { by: named, reading: { include: { by: named } } } } },
    })
    if (!row) throw new NotFound()
    const { request } = row
    const lines = await passageLines(tx, areaId, requestId)
    const waits = (line: PassageLine) => (request.state === 'redacting' ? line.state === 'open' || line.state === 'sent_back' : request.state === 'second_reading' && line.state === 'decided')
    const order = [...lines.filter((line) => line.number > number), ...lines.filter((line) => line.number < number)]
    const output: PassagePage = {
      id: row.id, number, kind: row.kind, at: row.at.toISOString(), text: row.text, proposals: row.proposals as unknown as Proposal[], locks: row.locks as unknown as Cut[],
      decisions: row.decisions.map((one) => ({
        id: one.id, number: one.number, verdict: one.verdict, ground: one.ground as Ground | null, blackouts: one.blackouts as unknown as Blackout[], note: one.note, at: one.at.toISOString(), by: one.by.name, own: one.byId === userId,
        reading: one.reading && { agrees: one.reading.agrees, reason: one.reading.reason, at: one.reading.at.toISOString(), by: one.reading.by.name },
      })),
      request: { id: request.id, reference: request.reference, state: request.state, requester: request.requester as Requester, child: { id: request.child.id, name: nameOf(request.child) } },
      side: await sideOf(tx, areaId, requestId, userId),
      previous: number > 1 ? number - 1 : null, next: number < lines.length ? number + 1 : null, waiting: order.find(waits)?.number ?? null,
    }
    return { output, kind: 'subject_access.passage_opened', facts: { record: { type: 'subject_access', id: requestId }, rows: [row.recordId], children: [row.childId], terms: { passage: number } } }
  },
})
