import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { fitsPart, STRATEGY_PARTS, type StrategyState } from '../pathway/strategy'
import { holdMeeting, holdPlanned } from './load'
import { attendSchema, dissentSchema, factSchema } from './schema'

/**
 * Writes down who was there, or that it was a mistake: the last word about somebody holds. Throws NotFound, Invalid
 * for an agency of elsewhere or one that cannot take that part, Conflict where the meeting is decided.
 */
export const recordAttendance = operation({
  name: 'strategy.attendance',
  effect: 'change',
  permission: 'strategy:write',
  input: attendSchema,
  audit: ['strategy.attended'],
  async work({ tx, actor, now }, { meetingId, agencyId, who, part, presence }) {
    const { areaId } = actor
    const meeting = await holdPlanned(tx, areaId, meetingId)
    const agency = await tx.agency.findUnique({ where: { areaId_id: { areaId, id: agencyId } }, select: { name: true, kind: true } })
    if (!agency) throw new Invalid({ agencyId: 'This agency is not in this area: choose again' })
    if (!fitsPart(part, agency.kind)) throw new Invalid({ part: `${agency.name} is not ${STRATEGY_PARTS.find(({ id }) => id === part)?.label.toLowerCase()}. Choose another part, or their own agency` })
    const row = await tx.strategyAttendance.create({ data: { areaId, meetingId, agencyId, who, part, presence, byId: actor.userId, at: now }, select: { id: true } })
    return { output: row, kind: 'strategy.attended', facts: { record: { type: 'strategy', id: meetingId }, children: [meeting.childId], before: null, after: { agency: agency.name, part, presence } } }
  },
})

/**
 * Whose meeting it is, and for which agency the person asking speaks: an invited agency for itself, until it is
 * decided; those who see the meeting for any. Throws NotFound, Invalid, Conflict.
 */
async function speakerOf({ tx, actor }: Asking, meetingId: string, given: string, field: 'knownBy' | 'dissentBy'): Promise<{ childId: string; agencyId: string }> {
  const { areaId, role } = actor
  if (role === 'partner' || role === 'police') {
    const agencyId = actor.agencyId ?? ''
    const invitation = actor.agencyId ? await tx.strategyInvitation.findUnique({ where: { areaId_meetingId_agencyId: { areaId, meetingId, agencyId } } }) : null
    if (!invitation) throw new NotFound()
    const [stands] = await tx.$queryRaw<{ state: StrategyState }[]>`SELECT strategy_state_of(${meetingId}::uuid)::text AS state`
    const open: readonly (StrategyState | undefined)[] = field === 'knownBy' ? ['called'] : ['called', 'held']
    if (!open.includes(stands?.state)) throw new Conflict(`${field === 'knownBy' ? 'This meeting is decided, and what it knew then stays as it was' : 'The minutes of this meeting are out, and stay as they are'}. Tell the safeguarding lead by telephone what is new, or bring it to the review.`)
    return { childId: invitation.childId, agencyId }
  }
  const meeting = field === 'knownBy' ? await holdPlanned(tx, areaId, meetingId) : await holdMeeting(tx, areaId, meetingId)
  if (meeting.minutesOutAt) throw new Conflict('The minutes are out, and stay as they are. Bring this to the review.')
  const agency = given ? await tx.agency.findUnique({ where: { areaId_id: { areaId, id: given } }, select: { id: true } }) : null
  if (!agency) throw new Invalid({ [field]: given ? 'This agency is not in this area: choose again' : 'Choose the agency' })
  return { childId: meeting.childId, agencyId: agency.id }
}

/** Writes down what an agency knows. Sent twice it is kept once. Throws NotFound, Invalid, Conflict where it is decided. */
export const addFact = operation({
  name: 'strategy.fact',
  effect: 'change',
  permission: 'strategy:say',
  input: factSchema,
  audit: ['strategy.fact_added'],
  async work(asking, { meetingId, submissionKey, knownBy: given, text, nature, source }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const { childId, agencyId } = await speakerOf(asking, meetingId, given, 'knownBy')
    const same = await tx.strategyFact.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } }, select: { id: true } })
    if (!same) await tx.strategyFact.create({ data: { areaId, meetingId, agencyId, submissionKey, text, nature, source, byId: userId, at: now } })
    await dropDraft(tx, areaId, draftIdOf(userId, `${meetingId} fact`))
    return { output: undefined, kind: 'strategy.fact_added', facts: { record: { type: 'strategy', id: meetingId }, children: [childId], before: null, after: { agencyId, nature, source } } }
  },
})

/** Writes down that an agency does not agree, also after the decision, until the minutes are out. Sent twice it is kept once. Throws NotFound, Invalid, Conflict. */
export const addDissent = operation({
  name: 'strategy.dissent',
  effect: 'change',
  permission: 'strategy:say',
  input: dissentSchema,
  audit: ['strategy.dissented'],
  async work(asking, { meetingId, submissionKey, dissentBy: given, words }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const { childId, agencyId } = await speakerOf(asking, meetingId, given, 'dissentBy')
    const same = await tx.strategyDissent.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } }, select: { id: true } })
    if (!same) await tx.strategyDissent.create({ data: { areaId, meetingId, agencyId, submissionKey, words, byId: userId, at: now } })
    await dropDraft(tx, areaId, draftIdOf(userId, `${meetingId} dissent`))
    return { output: undefined, kind: 'strategy.dissented', facts: { record: { type: 'strategy', id: meetingId }, children: [childId], before: null, after: { agencyId } } }
  },
})
