import { Conflict, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import type { z } from 'zod'
import { dropDraft } from '../drafts/commands'
import { formatDateTime } from '../pathway/dates'
import { changeToHandOver, otherSide, SIDE_LABELS } from '../pathway/shifts'
import { handoverDraftId } from './draft-id'
import { openNow, type OpenItem } from './open-now'
import { signInSchema, signOutSchema } from './schema'
import { sideOf } from './sides'
import { linesOf } from './view'

type Signed = z.output<typeof signOutSchema>

/**
 * Hands the front door over, in the name of whoever asks: what is open now, with their notes. Until the other
 * side has signed it may be done again, and then says the newest. Throws Conflict for the wrong side, a shift
 * that has changed, something that came in unseen, another's newer version, or where both have signed.
 */
export const signOut = operation({
  name: 'handovers.sign-out',
  effect: 'change',
  permission: 'handover:sign',
  input: signOutSchema,
  audit: ['handover.signed_out'],
  async work(asking, given) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const shift = changeToHandOver(now, actor.settings)
    const out = otherSide(shift.to)
    if (shift.at.getTime() !== Date.parse(given.shiftAt)) throw new Conflict('The shift has changed since you opened this page. Reload it: what you typed is kept as a draft.')
    if (sideOf(actor.role) !== out) throw new Conflict(`${SIDE_LABELS[out]} hands this shift over, and you sign for the other side.`)
    // two who sign at once wait for each other here, and the second sees what the first wrote
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`handover ${areaId} ${given.shiftAt}`}, 0))::text`
    const before = await tx.handover.findUnique({ where: { areaId_shiftAt: { areaId, shiftAt: shift.at } }, include: { signedOutBy: { select: { name: true } } } })
    if (before?.signedInAt) throw new Conflict('Both sides have signed this hand-over, so it is not changed any more. Tell the next shift what is new.')
    if ((before?.version ?? 0) !== given.version) throw new Conflict(`${before?.signedOutBy.name ?? 'Somebody'} signed while you had this open. Reload the page to see what they wrote: your notes are kept as a draft.`)
    const open = await openNow(asking)
    const unseen = open.filter((item) => !given.items.some((one) => one.kind === item.kind && one.id === item.id))
    if (unseen.length) throw new Conflict(`${unseen.length === 1 ? 'Something has' : `${unseen.length} things have`} come in since you opened this page. Reload it and look: your notes are kept as a draft.`)
    const signed = { overall: given.overall || null, signedOutAt: now, signedOutById: actor.userId }
    const { id } = before
      ? await tx.handover.update({ where: { areaId_id: { areaId, id: before.id }, signedInAt: null }, data: { ...signed, version: { increment: 1 } } })
      : await tx.handover.create({ data: { areaId, shiftAt: shift.at, toSide: shift.to, ...signed } })
    const children = await keepItems(asking, id, open, given)
    await dropDraft(tx, areaId, handoverDraftId(actor.userId, given.shiftAt))
    return {
      output: { id },
      kind: 'handover.signed_out',
      facts: {
        record: { type: 'handover', id },
        children,
        before: before ? { overall: before.overall, version: before.version } : null,
        after: { shiftAt: given.shiftAt, to: shift.to, overall: given.overall, items: open.length },
      },
    }
  },
})

/** Writes each item that is open with its note, over what was written to it before. Gives the children they are about. */
async function keepItems({ tx, actor }: Asking, handoverId: string, open: readonly OpenItem[], given: Signed): Promise<string[]> {
  const { areaId } = actor
  for (const [position, { kind, id, why, danger }] of open.entries()) {
    const about = kind === 'contact' ? { contactId: id } : { alertId: id }
    const note = given.items.find((one) => one.kind === kind && one.id === id)?.note || null
    const { count } = await tx.handoverItem.updateMany({ where: { areaId, handoverId, ...about }, data: { position, why, danger, note } })
    if (!count) await tx.handoverItem.create({ data: { areaId, handoverId, ...about, position, why, danger, note } })
  }
  return (await linesOf(tx, areaId, open)).children
}

/**
 * Takes the front door over: the side that comes on has read it, and signs. Nothing of it changes after that.
 * Throws NotFound; Conflict for the wrong side, the person who handed it over, or what changed meanwhile.
 */
export const signIn = operation({
  name: 'handovers.sign-in',
  effect: 'change',
  permission: 'handover:sign',
  input: signInSchema,
  audit: ['handover.signed_in'],
  async work({ tx, actor, now }, { handoverId, version, remark }) {
    const { areaId } = actor
    const handover = await tx.handover.findUnique({ where: { areaId_id: { areaId, id: handoverId } }, include: { signedInBy: { select: { name: true } } } })
    if (!handover) throw new NotFound()
    if (handover.signedInAt) throw new Conflict(`${handover.signedInBy?.name ?? 'Somebody'} signed this hand-over on ${formatDateTime(handover.signedInAt)}.`)
    if (sideOf(actor.role) !== handover.toSide) throw new Conflict(`${SIDE_LABELS[handover.toSide]} takes this shift over, and you sign for the other side.`)
    if (handover.signedOutById === actor.userId) throw new Conflict('You handed this over yourself. Somebody else takes it over.')
    const { count } = await tx.handover.updateMany({
      where: { areaId, id: handoverId, version, signedInAt: null },
      data: { signedInAt: now, signedInById: actor.userId, remark: remark || null, version: { increment: 1 } },
    })
    if (!count) throw new Conflict('The hand-over changed while you read it. Reload the page and read what is new before you sign.')
    return {
      output: undefined,
      kind: 'handover.signed_in',
      facts: { record: { type: 'handover', id: handoverId }, children: [], before: { version: handover.version }, after: { signedIn: true, remark } },
    }
  },
})
