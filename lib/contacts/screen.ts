import { Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { markAcknowledged, openAlert } from '../alerts/commands'
import { ALERT_KINDS, alertScreens } from '../pathway/alert-kinds'
import { compareNeed, levelOfNeed } from '../pathway/need'
import type { ExploitationFlag } from '../pathway/words'
import { raiseContactAlerts } from './alerts'
import { raiseFlag } from './call'
import { screenSchema } from './screen-schema'

const RANK: Record<ExploitationFlag, number> = { no: 0, suspected: 1, yes: 2 }

/**
 * Answers an alert that asks whether exploitation is a concern, in the name of whoever answers. "Yes" and
 * "suspected" raise the flag of the contact and of its child, and the level of need with it, or of the child
 * where a call on a case asked; "no sign" lowers nothing. Other open questions about the same contact are answered with it. Throws NotFound, Invalid for an
 * alert that asks something else, Conflict where somebody was quicker.
 */
export const answerScreen = operation({
  name: 'contacts.answer-screen',
  effect: 'change',
  permission: 'contact:log',
  input: screenSchema,
  audit: ['contact.screened'],
  async work(asking, { alertId, version, exploitation, note }) {
    const alert = await openAlert(asking, alertId)
    if (!alertScreens(alert.kind)) throw new Invalid({ exploitation: 'This alert asks something else: acknowledge it instead' })
    await markAcknowledged(asking, { alertId, version, note, answer: exploitation })
    const { before, after } = alert.recordType === 'contact' ? await raiseContact(asking, alert.recordId, exploitation) : await raiseChild(asking, alert.childId, exploitation)
    const { tx, actor, now } = asking
    await tx.alert.updateMany({
      where: { areaId: actor.areaId, recordId: alert.recordId, kind: { in: SCREENS }, acknowledgedAt: null },
      data: { acknowledgedAt: now, acknowledgedById: actor.userId, note, answer: exploitation, version: { increment: 1 } },
    })
    return {
      output: undefined,
      kind: 'contact.screened',
      facts: {
        record: { type: alert.recordType === 'contact' ? 'contact' : 'case_note', id: alert.recordId },
        children: alert.childId ? [alert.childId] : [],
        before,
        after: { ...after, asked: alert.kind, answer: exploitation, reason: note },
      },
    }
  },
})

const SCREENS: string[] = ALERT_KINDS.map(({ id }) => id).filter(alertScreens)

/** Raises the flag and the level of need of a contact, and the flag of its child, where the answer is higher than what stands. */
async function raiseContact(asking: Asking, contactId: string, answer: ExploitationFlag) {
  const { tx, actor } = asking
  const { areaId } = actor
  // whoever else answers a question about this contact now waits here, and raises from what this answer leaves
  await tx.$queryRaw`SELECT id::text FROM contact WHERE area_id = ${areaId}::uuid AND id = ${contactId}::uuid FOR UPDATE`
  const contact = await tx.contact.findUnique({ where: { areaId_id: { areaId, id: contactId } } })
  if (!contact) throw new NotFound()
  const before = { exploitation: contact.exploitation, levelOfNeed: contact.levelOfNeed }
  if (RANK[answer] <= RANK[contact.exploitation]) return { before, after: before }
  const { level } = levelOfNeed({ ...contact, exploitation: answer })
  const after = { exploitation: answer, levelOfNeed: compareNeed(level, contact.levelOfNeed) > 0 ? level : contact.levelOfNeed }
  await tx.contact.updateMany({ where: { areaId, id: contactId }, data: { ...after, version: { increment: 1 } } })
  if (contact.childId) await raiseFlag(tx, areaId, contact.childId, answer)
  await raiseContactAlerts(asking, contactId)
  return { before, after }
}

/** A call on a case is never changed: the answer raises the flag of the child alone. */
async function raiseChild({ tx, actor }: Asking, childId: string | null, answer: ExploitationFlag) {
  const { areaId } = actor
  const child = childId ? await tx.child.findUnique({ where: { areaId_id: { areaId, id: childId } }, select: { id: true, exploitation: true } }) : null
  if (!child) throw new NotFound()
  await raiseFlag(tx, areaId, child.id, answer)
  const exploitation = RANK[answer] > RANK[child.exploitation] ? answer : child.exploitation
  return { before: { exploitation: child.exploitation }, after: { exploitation } }
}
