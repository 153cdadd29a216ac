import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { glassEnds, glassIsOpen } from '../pathway/break-glass'
import { formatDateTime } from '../pathway/dates'
import { closeGlassSchema, openGlassSchema } from './schema'

/**
 * Opens a case of the team that one neither holds nor covers, for the area's short time and with a reason (DOMAIN 4).
 * The CATE manager is asked to review it, and whoever holds the case is told. Sending the same form again gives the
 * opening that it made. Throws NotFound for a case that cannot be opened so, and Conflict for one that is open already.
 */
export const openGlass = operation({
  name: 'break-glass.open',
  effect: 'change',
  permission: 'record:break-glass',
  input: openGlassSchema,
  audit: ['glass.opened'],
  async work(asking, { caseId, submissionKey, reason }) {
    const { tx, actor, now } = asking
    const { areaId, userId, settings } = actor
    // one at a time for a person and a case: of two at once the second is told
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`break glass ${userId} ${caseId}`}, 0))::text`
    const before = await tx.breakGlass.findMany({ where: { areaId, caseId, userId, OR: [{ submissionKey }, { endedAt: null, endsAt: { gt: now } }] } })
    const again = before.find((one) => one.submissionKey === submissionKey)
    if (again && !glassIsOpen(again, now)) throw new Conflict('You opened this case from here already, and that is over. Load this page again to open it once more.')
    if (again) return { output: { id: again.id }, kind: 'glass.opened', facts: { record: { type: 'break_glass', id: again.id }, children: [again.childId], before: { again: true }, after: { again: true } } }
    const open = before[0]
    if (open) throw new Conflict(`You have this case open already, until ${formatDateTime(open.endsAt)}.`)
    const [found] = await tx.$queryRaw<{ child_id: string }[]>`SELECT child_id FROM app_breakable_cases() WHERE case_id = ${caseId}::uuid`
    if (!found) throw new NotFound()
    const childId = found.child_id
    const endsAt = glassEnds(now, settings.breakGlassMinutes)
    const { id } = await tx.breakGlass.create({ data: { areaId, caseId, childId, submissionKey, userId, reason, openedAt: now, endsAt }, select: { id: true } })
    // seen from here on: the opening is what gives sight of it
    const one = await tx.cateCase.findUniqueOrThrow({ where: { areaId_id: { areaId, id: caseId } }, select: { reference: true, allocatedToId: true } })
    const until = formatDateTime(endsAt)
    await raiseAlert(asking, {
      kind: 'glass_broken', key: `glass ${id}`, owner: { role: 'cate_manager' }, record: { type: 'break_glass', id },
      why: `A practitioner opened case ${one.reference}, which they neither hold nor cover, until ${until} at the latest. Read why, and review it when it is over.`,
    })
    if (one.allocatedToId) {
      await raiseAlert(asking, {
        kind: 'glass_told', key: `glass ${id} holder`, owner: { userId: one.allocatedToId }, record: { type: 'case', id: caseId }, childId,
        why: `A colleague opened case ${one.reference}, which you hold, until ${until} at the latest. Who and why stands on the case. Speak with them about what happened.`,
      })
    }
    return { output: { id }, kind: 'glass.opened', facts: { record: { type: 'break_glass', id }, children: [childId], before: null, after: { caseId, reason, endsAt: endsAt.toISOString() } } }
  },
})

/** Ends an opening before its time: one's own, or as the team's manager anybody's. Throws NotFound, or Conflict where it is over. */
export const closeGlass = operation({
  name: 'break-glass.close',
  effect: 'change',
  permission: 'break-glass:end',
  input: closeGlassSchema,
  audit: ['glass.closed'],
  async work({ tx, actor, now }, { glassId }) {
    const { areaId, userId, role } = actor
    const one = await tx.breakGlass.findUnique({ where: { areaId_id: { areaId, id: glassId } } })
    if (!one || (role === 'practitioner' && one.userId !== userId)) throw new NotFound()
    const { count } = glassIsOpen(one, now) ? await tx.breakGlass.updateMany({ where: { areaId, id: glassId, endedAt: null }, data: { endedAt: now } }) : { count: 0 }
    if (!count) throw new Conflict('This is over already. The case is shut.')
    return { output: null, kind: 'glass.closed', facts: { record: { type: 'break_glass', id: glassId }, children: [one.childId], before: { endsAt: one.endsAt.toISOString() }, after: { endedAt: now.toISOString() } } }
  },
})
