import { Conflict, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import type { z } from 'zod'
import { dropFormDraft } from '../drafts/commands'
import { chosenService } from '../services/chosen'
import { sendOnSchema } from './schema'
import { sendable, sendReferrals, type Receiver } from './send'

/**
 * Sends a decided contact to somebody else too: elsewhere after a refusal or a challenge, again after one that was
 * closed, or to one more who is needed. The decision stands as it was made; this is a referral of its own, with its reason. Gives its id;
 * sending the same form twice gives the same one. Throws NotFound, and Conflict where it cannot go there.
 */
export const sendOn = operation({
  name: 'referrals.send-on',
  effect: 'change',
  permission: 'referral:send',
  input: sendOnSchema,
  audit: ['referral.sent'],
  async work(asking, form) {
    const { tx, actor } = asking
    const { areaId } = actor
    const { contactId, followsId, submissionKey, summary, items, purpose, basis, reason } = form
    const contact = await tx.contact.findUnique({
      where: { areaId_id: { areaId, id: contactId } },
      include: { ...sendable, decision: { select: { referrerTold: true } } },
    })
    if (!contact) throw new NotFound()
    const facts = (id: string, after: object) => ({ record: { type: 'referral' as const, id }, children: contact.childId ? [contact.childId] : [], before: null, after: { contact: contact.reference, reason, ...after } })
    const sent = await tx.referral.findFirst({ where: { areaId, submissionKey, contactId }, select: { id: true } })
    if (sent) return { output: sent, kind: 'referral.sent', facts: facts(sent.id, { sentAgain: true }) }
    if (!contact.decision) throw new Conflict('This contact is not decided yet. Decide it, and it goes from there.')
    if (form.to === 'cate' && !contact.childId) throw new Conflict('CATE works with a named child: say first which child this is about.')
    if (followsId) {
      const before = await tx.referral.findFirst({ where: { areaId, id: followsId, contactId }, select: { state: true } })
      if (!before) throw new NotFound()
      if (before.state !== 'declined' && before.state !== 'closed') throw new Conflict('That referral is not declined or closed any more, so nothing was sent after it. Reload the page and look again.')
    }
    const tellable = !contact.anonymous && contact.decision.referrerTold !== 'cannot'
    const [made] = await sendReferrals(asking, { contact, receivers: [await receiverIn(asking, form)], summary, items, purpose, basis, reason, followsId, submissionKey, tellable })
    if (!made) throw new NotFound()
    await dropFormDraft(asking, 'sent_on', followsId ?? contactId)
    return { output: { id: made.id }, kind: 'referral.sent', facts: facts(made.id, { to: made.to, shared: made.items, purpose, basis }) }
  },
})

async function receiverIn({ tx, actor }: Asking, { to, agencyId, service, serviceId }: z.output<typeof sendOnSchema>): Promise<Receiver> {
  if (to === 'agency') return { kind: 'agency', agencyId }
  if (to !== 'service') return { kind: 'team', team: to }
  const chosen = await chosenService(tx, actor.areaId, serviceId)
  return { kind: 'service', name: chosen?.name ?? service, serviceId: chosen?.id ?? null }
}
