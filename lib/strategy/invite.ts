import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { agenciesThatAnswer } from '../sharing/receivers'
import { holdMeeting, holdPlanned } from './load'
import { inviteSchema, withdrawSchema } from './schema'
import { tellInvited } from './tell'

/**
 * Invites one more agency to a planned meeting, told what the others were. Sent twice it invites once. Throws
 * NotFound, Invalid for an agency that nobody answers for, Conflict where it is decided or the invitation was taken back.
 */
export const inviteAgency = operation({
  name: 'strategy.invite',
  effect: 'change',
  permission: 'strategy:decide',
  input: inviteSchema,
  audit: ['strategy.invited'],
  async work(asking, { meetingId, inviteId: agencyId }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const meeting = await holdPlanned(tx, areaId, meetingId)
    const agency = (await agenciesThatAnswer(tx, areaId)).find(({ id }) => id === agencyId)
    if (!agency) throw new Invalid({ inviteId: 'Nobody answers for this agency in Waymark: choose again, and ask it by telephone' })
    const others = await tx.strategyInvitation.findMany({ where: { areaId, meetingId }, orderBy: { invitedAt: 'asc' } })
    const known = others.find((one) => one.agencyId === agencyId)
    if (known?.withdrawnAt) throw new Conflict(`The invitation of ${agency.name} was taken back. Ask it by telephone.`)
    const [first] = others
    if (!first) throw new NotFound()
    if (!known) {
      const { subjectLine, told, plannedAt, place, childId } = first
      await tx.strategyInvitation.create({ data: { areaId, meetingId, agencyId, childId, subjectLine, told, plannedAt, place, invitedAt: now, invitedById: actor.userId } })
      await tellInvited(asking, meeting, agency)
    }
    return { output: undefined, kind: 'strategy.invited', facts: { record: { type: 'strategy', id: meetingId }, children: [meeting.childId], before: null, after: { agency: agency.name } } }
  },
})

/** Takes an agency's invitation back: from then on it sees nothing of the meeting. Throws NotFound, Conflict where it was taken back already. */
export const withdrawInvitation = operation({
  name: 'strategy.withdraw',
  effect: 'change',
  permission: 'strategy:decide',
  input: withdrawSchema,
  audit: ['strategy.uninvited'],
  async work({ tx, actor, now }, { meetingId, withdrawId: agencyId, why }) {
    const { areaId } = actor
    const meeting = await holdMeeting(tx, areaId, meetingId)
    const row = await tx.strategyInvitation.findUnique({ where: { areaId_meetingId_agencyId: { areaId, meetingId, agencyId } }, include: { agency: { select: { name: true } } } })
    if (!row) throw new NotFound()
    if (row.withdrawnAt) throw new Conflict('This invitation was taken back already. Reload the page to see.')
    await tx.strategyInvitation.updateMany({ where: { areaId, id: row.id, withdrawnAt: null }, data: { withdrawnAt: now, withdrawnById: actor.userId, withdrawnWhy: why } })
    return { output: undefined, kind: 'strategy.uninvited', facts: { record: { type: 'strategy', id: meetingId }, children: [meeting.childId], before: { agency: row.agency.name }, after: { withdrawn: true, why } } }
  },
})
