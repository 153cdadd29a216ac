import { Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { dayOf } from '../children/view'
import { oneSendAtATime } from '../contacts/call'
import { dropFormDraft } from '../drafts/commands'
import { londonDay } from '../pathway/london'
import { offerSchema } from './schema'

/**
 * Writes down where the offer of an adviser stands. Each is kept; the latest stands. Sending it twice makes one.
 * Throws NotFound, Invalid for a day to come or before it was told.
 */
export const recordOffer = operation({
  name: 'casework.record-offer',
  effect: 'change',
  permission: 'casework:write',
  input: offerSchema,
  audit: ['case.isva_recorded'],
  async work(asking, { disclosureId, submissionKey, state, onDay, note }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    await oneSendAtATime(tx, submissionKey)
    const told = await tx.disclosure.findUnique({ where: { areaId_id: { areaId, id: disclosureId } }, include: { offers: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } } })
    if (!told) throw new NotFound()
    const day = onDay ?? ''
    if (day > londonDay(now)) throw new Invalid({ onDay: 'The day cannot be in the future' })
    if (day < londonDay(told.heardAt)) throw new Invalid({ onDay: 'This is before it was told; check the day' })
    const made = await tx.isvaOffer.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } } })
    if (made && (made.disclosureId !== disclosureId || made.state !== state || made.note !== (note || null) || dayOf(made.onDay) !== day)) {
      throw new Invalid({ form: 'This was saved already, with other words. What you typed is still here: reload the page to see what was saved.' })
    }
    const before = told.offers[0]?.state ?? null
    if (!made) await tx.isvaOffer.create({ data: { areaId, disclosureId, submissionKey, state, onDay: new Date(day), note: note || null, byId: actor.userId, at: now } })
    await dropFormDraft(asking, 'isva_offered', disclosureId)
    return {
      output: undefined,
      kind: 'case.isva_recorded',
      facts: { record: { type: 'disclosure', id: disclosureId }, children: [told.childId], before: { state: before }, after: { state, onDay: day, note: note || null } },
    }
  },
})
