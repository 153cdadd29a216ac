import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { may } from '../access/permissions'
import { sealOf } from '../enquiries/seal'
import type { Json } from '../audit/kinds'
import { workersOf } from '../actions/add'
import { actionInclude, viewAction, type ActionView } from '../actions/view'
import { callsForStrategyMeeting, LEVEL_LABELS } from '../pathway/levels'
import { agenciesThatAnswer } from '../sharing/receivers'
import { begunIn, loadMeeting } from './load'
import { summariseMeeting, viewMeeting, type MeetingSummary, type MeetingView } from './view'

export type MeetingPage = MeetingView & {
  actions: ActionView[]
  /** What was sealed with the decision, and whether it still is what was sealed. */
  seal: { takenAt: string; sha256: string; whole: boolean } | null
  /** Whether an earlier meeting of the case began section 47, and whether its times still run. */
  section47: { begun: boolean; running: boolean }
  /** Whom its forms may choose: every agency of the area, those that answer in Waymark, and people who may be given an action. */
  choices: { agencies: { id: string; name: string; kind: string }[]; answering: { id: string; name: string }[]; people: { id: string; name: string }[] }
}

/** What a page of a meeting and its minutes show. Throws NotFound. */
async function pageOf(asking: Asking, meetingId: string): Promise<MeetingPage> {
  const { tx, actor, now } = asking
  const row = await loadMeeting(asking, meetingId)
  const actions = await tx.agreedAction.findMany({ where: { areaId: actor.areaId, caseId: row.caseId, source: 'strategy', sourceId: meetingId }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], include: actionInclude })
  const begun = await begunIn(tx, actor.areaId, [row.caseId])
  const { snapshot } = row
  return {
    ...viewMeeting(row, now),
    actions: actions.map((one) => viewAction(one, now)),
    seal: snapshot ? { takenAt: snapshot.takenAt.toISOString(), sha256: snapshot.sha256, whole: sealOf(snapshot.content as Json) === snapshot.sha256 } : null,
    section47: { begun: begun.length > 0, running: begun.some(({ running }) => running) },
    choices: {
      agencies: await tx.agency.findMany({ where: { areaId: actor.areaId }, orderBy: { name: 'asc' }, select: { id: true, name: true, kind: true } }),
      answering: (await agenciesThatAnswer(tx, actor.areaId)).map(({ id, name }) => ({ id, name })),
      people: await workersOf(asking),
    },
  }
}

const meetingInput = z.strictObject({ meetingId: z.uuid() })

/** One meeting, whole. Throws NotFound. */
export const readMeeting = operation({
  name: 'strategy.read',
  effect: 'read',
  permission: 'strategy:read',
  input: meetingInput,
  audit: ['strategy.opened'],
  async work(asking, { meetingId }) {
    const output = await pageOf(asking, meetingId)
    return { output, kind: 'strategy.opened', facts: { record: { type: 'strategy', id: meetingId }, children: [output.child.id] } }
  },
})

/** The minutes, to print. Throws NotFound, also for a meeting that has not been held. */
export const printMinutes = operation({
  name: 'strategy.minutes',
  effect: 'read',
  permission: 'strategy:read',
  input: meetingInput,
  audit: ['strategy.printed'],
  async work(asking, { meetingId }) {
    const output = await pageOf(asking, meetingId)
    if (!output.decision) throw new NotFound()
    return { output, kind: 'strategy.printed', facts: { record: { type: 'strategy', id: meetingId }, children: [output.child.id] } }
  },
})

export type CaseMeetings = {
  meetings: MeetingSummary[]
  /** Why one is called for now, in words; null where nothing asks for one, or one is planned already. */
  suggested: string | null
  mayCall: boolean
}

/** The strategy meetings of a case, newest first, and whether one is called for. Throws NotFound. */
export const meetingsOfCase = operation({
  name: 'strategy.of-case',
  effect: 'read',
  permission: 'strategy:read',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['strategy.listed'],
  async work({ tx, actor, now }, { caseId }) {
    const { areaId, role, settings } = actor
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, select: { childId: true, level: true, closedAt: true } })
    if (!one) throw new NotFound()
    const rows = await tx.strategyMeeting.findMany({ where: { areaId, caseId }, orderBy: [{ calledAt: 'desc' }, { id: 'desc' }], include: { child: true, case: { select: { reference: true } }, calledBy: { select: { name: true } } } })
    const under = rows.some(({ state }) => state !== 'resolved' && state !== 'reviewed')
    const asked = one.level !== null && callsForStrategyMeeting(one.level, settings) && !rows.some(({ level }) => level === one.level)
    const output: CaseMeetings = {
      meetings: rows.map((row) => summariseMeeting(row, now)),
      suggested: !one.closedAt && !under && asked && one.level ? `The level is ${LEVEL_LABELS[one.level]}. In this area ${LEVEL_LABELS[settings.strategyMeetingFrom]} and above call a strategy meeting.` : null,
      mayCall: may(role, 'strategy:call') && !one.closedAt && !rows.some(({ state }) => state === 'called'),
    }
    return { output, kind: 'strategy.listed', facts: { rows: rows.map(({ id }) => id), children: [one.childId], terms: { caseId } } }
  },
})
