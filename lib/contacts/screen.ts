import { Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { markAcknowledged, openAlert } from '../alerts/commands'
import { ALERT_KINDS, alertScreens } from '../pathway/alert-kinds'
import { compareNeed, levelOfNeed } from '../pathway/need'
import type { ExploitationFlag } from '../pathway/words'
import { raiseContactAlerts } from './alerts'
import { raiseFlag } from './commands'
import { screenSchema } from './screen-schema'

const RANK: Record<ExploitationFlag, number> = { no: 0, suspected: 1, yes: 2 }

/**
 * Answers an alert that asks whether exploitation is a concern, in the name of whoever answers. "Yes" and
 * "suspected" raise the flag of the contact and of its child, and the level of need with it; "no sign" lowers
 * nothing. Other open questions about the same contact are answered with it. Throws NotFound, Invalid for an
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
    const { contact, before, after } = await raiseTo(asking, alert.recordId, exploitation)
    const { tx, actor, now } = asking
    await tx.alert.updateMany({
      where: { areaId: actor.areaId, recordId: contact.id, kind: { in: SCREENS }, acknowledgedAt: null },
      data: { acknowledgedAt: now, acknowledgedById: actor.userId, note, answer: exploitation, version: { increment: 1 } },
    })
    return {
      output: { contactId: contact.id },
      kind: 'contact.screened',
      facts: {
        record: { type: 'contact', id: contact.id },
        children: contact.childId ? [contact.childId] : [],
        before,
        after: { ...after, asked: alert.kind, answer: exploitation, reason: note },
      },
    }
  },
})

const SCREENS: string[] = ALERT_KINDS.map(({ id }) => id).filter(alertScreens)

/** Raises the flag and the level of need of a contact, and the flag of its child, where the answer is higher than what stands. */
async function raiseTo(asking: Asking, contactId: string, answer: ExploitationFlag) {
  const { tx, actor } = asking
  const { areaId } = actor
  // whoever else answers a question about this contact now waits here, and raises from what this answer leaves
  await tx.$queryRaw`SELECT id::text FROM contact WHERE area_id = ${areaId}::uuid AND id = ${contactId}::uuid FOR UPDATE`
  const contact = await tx.contact.findUnique({ where: { areaId_id: { areaId, id: contactId } } })
  if (!contact) throw new NotFound()
  const before = { exploitation: contact.exploitation, levelOfNeed: contact.levelOfNeed }
  if (RANK[answer] <= RANK[contact.exploitation]) return { contact, before, after: before }
  const { level } = levelOfNeed({ ...contact, exploitation: answer })
  const after = { exploitation: answer, levelOfNeed: compareNeed(level, contact.levelOfNeed) > 0 ? level : contact.levelOfNeed }
  await tx.contact.updateMany({ where: { areaId, id: contactId }, data: { ...after, version: { increment: 1 } } })
  if (contact.childId) await raiseFlag(tx, areaId, contact.childId, answer)
  await raiseContactAlerts(asking, contactId)
  return { contact, before, after }
}
