import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { dropFormDraft } from '../drafts/commands'
import { TOLD_HOW_LABELS, tellSchema } from './schema'

/**
 * Records that whoever told us was told what came of it: who told whom, when and how, or why they cannot be
 * told. Once for the decision and once for each referral: the second throws Conflict. Throws NotFound.
 */
export const tellReferrer = operation({
  name: 'referrals.tell',
  effect: 'change',
  permission: 'referral:send',
  input: tellSchema,
  audit: ['referral.told'],
  async work(asking, { contactId, referralId, toWhom, how, words }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    // two who record it at once come here one after the other
    const [contact] = await tx.$queryRaw<{ child_id: string | null }[]>`
      SELECT child_id FROM contact WHERE area_id = ${areaId}::uuid AND id = ${contactId}::uuid FOR UPDATE`
    if (!contact) throw new NotFound()
    if (referralId) {
      const { count } = await tx.referral.updateMany({ where: { areaId, id: referralId, contactId, tellBy: { not: null } }, data: { tellBy: null } })
      if (!count && !(await tx.referral.count({ where: { areaId, id: referralId, contactId } }))) throw new NotFound()
    }
    const told = await tx.outcomeTold.findFirst({ where: { areaId, contactId, referralId }, include: { by: { select: { name: true } } } })
    if (told) throw new Conflict(`${told.by.name} has recorded this already: ${TOLD_HOW_LABELS[told.how as keyof typeof TOLD_HOW_LABELS].toLowerCase()}. Yours was not saved.`)
    const { id } = await tx.outcomeTold.create({ data: { areaId, contactId, referralId, at: now, byId: actor.userId, toWhom, how, words }, select: { id: true } })
    await dropFormDraft(asking, 'told', referralId ?? contactId)
    return {
      output: { id },
      kind: 'referral.told',
      facts: { record: referralId ? { type: 'referral', id: referralId } : { type: 'contact', id: contactId }, children: contact.child_id ? [contact.child_id] : [], before: null, after: { toWhom, how, words } },
    }
  },
})
