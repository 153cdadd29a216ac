import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { accessReference } from '../areas/references'
import { dropFormDraft } from '../drafts/commands'
import { accessDue, accessRunsFrom } from '../pathway/access-clock'
import { londonDay } from '../pathway/london'
import { joinsOf } from '../records/joined'
import { logSchema } from './schema'

/**
 * Logs a request to see what is held about a child; its month runs from the day it came, or was clear who asks. Sent
 * twice it is logged once. Throws NotFound, Invalid for days to come, Conflict on a record that is read as another's.
 */
export const logRequest = operation({
  name: 'subject-access.log',
  effect: 'change',
  permission: 'subject-access:prepare',
  input: logSchema,
  audit: ['subject_access.logged'],
  async work(asking, { submissionKey, receivedOn, checkedOn, ...given }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const logged = (request: { id: string; childId: string; reference: string }, after: { reference: string; dueOn: string } | null) =>
      ({ output: { id: request.id }, kind: 'subject_access.logged' as const, facts: { record: { type: 'subject_access' as const, id: request.id }, children: [request.childId], before: null, after } })
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`subject access ${submissionKey}`}, 0))::text`
    const same = await tx.subjectAccessRequest.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } } })
    if (same) return logged(same, null)
    if (!(await tx.child.findUnique({ where: { areaId_id: { areaId, id: given.childId } }, select: { id: true } }))) throw new NotFound()
    if ((await joinsOf(tx, areaId, given.childId)).leads) throw new Conflict('This record was joined to another. Log the request on that one: both are gathered for it.')
    const today = londonDay(now)
    if (receivedOn > today) throw new Invalid({ receivedOn: 'This day is still to come' })
    if (checkedOn > today) throw new Invalid({ checkedOn: 'This day is still to come' })
    const dueOn = accessDue(accessRunsFrom(receivedOn, checkedOn), false)
    const request = await tx.subjectAccessRequest.create({
      data: { ...given, areaId, submissionKey, reference: await accessReference(tx, actor), receivedOn: new Date(receivedOn), checkedOn: new Date(checkedOn), dueOn: new Date(dueOn), loggedAt: now, loggedById: userId },
    })
    await tx.subjectAccessMove.create({ data: { areaId, requestId: request.id, from: null, to: 'received', words: '', at: now, byId: userId } })
    await dropFormDraft(asking, 'access_logged', given.childId)
    return logged(request, { reference: request.reference, dueOn })
  },
})
