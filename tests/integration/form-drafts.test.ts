import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { answerChallenge, raiseChallenge } from '../../lib/challenges/commands'
import { saveDraft } from '../../lib/drafts/commands'
import { formDraftId } from '../../lib/drafts/id'
import type { KeptForm } from '../../lib/drafts/kept-form'
import { listDrafts } from '../../lib/drafts/queries'
import { acknowledgeReferral, actOnReferral, closeReferral, declineReferral, takeOnReferral } from '../../lib/referrals/commands'
import { sendOn } from '../../lib/referrals/send-on'
import { tellReferrer } from '../../lib/referrals/tell'
import { askToJoin, mergeChildren, tellApart, undoJudgement } from '../../lib/screening/judge'
import { refuseSharing } from '../../lib/sharing/commands'
import { setClock } from '../support/clock'
import { makeChild } from '../support/records'
import { referralsIn } from '../support/referrals'
import { makeWorld, request, type World } from '../support/world'

/** What is typed in a form that stands beside others is kept for its writer, until that form is sent and no longer. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const { sentToSchool } = referralsIn(() => world)
const from = request

/** Keeps half a sentence in that form of that person. */
async function keep(who: Actor, form: KeptForm, ...about: string[]): Promise<string> {
  const draftId = formDraftId(who.userId, form, about)
  await saveDraft.run(who, from(), { draftId, kind: 'form', content: { words: `half a sentence, ${form}` } })
  return draftId
}
const kept = async (who: Actor, ids: string[]) => (await listDrafts.run(who, from(), { kind: 'form', draftIds: ids })).map(({ id }) => id)

/** That sending the form ends its draft, and neither that of another form nor that of another person. */
async function expectEnded(who: Actor, form: KeptForm, about: string[], send: () => Promise<unknown>): Promise<void> {
  const colleague = who.userId === world.as.edt.userId ? world.as.advisor : world.as.edt
  const [own, theirs, another] = [await keep(who, form, ...about), await keep(colleague, form, ...about), await keep(who, form === 'told' ? 'declined' : 'told', randomUUID())]
  expect(await kept(who, [own, theirs, another]), form).toEqual(expect.arrayContaining([own, another]))
  await send()
  expect(await kept(who, [own, theirs, another]), form).toEqual([another])
  expect(await kept(colleague, [own, theirs]), form).toEqual([theirs])
}

describe('the draft of a form', () => {
  it('of an answer to a referral ends with that answer', async () => {
    const { school } = world.as
    const { referral } = await sentToSchool()
    const which = (version: number) => ({ referralId: referral, version })
    await expectEnded(school, 'acknowledged', [referral], () => acknowledgeReferral.run(school, from(), which(1)))
    await expectEnded(school, 'accepted', [referral], () => takeOnReferral.run(school, from(), which(2)))
    await expectEnded(school, 'action_taken', [referral], () => actOnReferral.run(school, from(), { ...which(3), action: 'We met her' }))
    await expectEnded(school, 'closed', [referral], () => closeReferral.run(school, from(), { ...which(4), outcome: 'She has a mentor' }))
  })

  it('of a refusal, its challenge, the answer to that, a further referral and what the referrer was told', async () => {
    const { advisor, safeguarding, school } = world.as
    const { contact, referral } = await sentToSchool()
    await expectEnded(school, 'declined', [referral], () => declineReferral.run(school, from(), { referralId: referral, version: 1, reason: 'No' }))
    let challenge = ''
    await expectEnded(advisor, 'challenged', [referral], async () => {
      challenge = (await raiseChallenge.run(advisor, from(), { contactId: contact, referralId: referral, from: 'decider', raisedBy: 'Ada Visor', words: 'x' })).id
    })
    await expectEnded(safeguarding, 'challenge_answered', [challenge], () => answerChallenge.run(safeguarding, from(), { challengeId: challenge, version: 1, answer: 'stands', reasons: 'x' }))
    const form = { submissionKey: randomUUID(), contactId: contact, followsId: referral, to: 'service' as const, agencyId: '', service: 'Early help', summary: 'x', reason: 'x' }
    await expectEnded(advisor, 'sent_on', [referral], () => sendOn.run(advisor, from(), form))
    await expectEnded(advisor, 'sent_on', [contact], () => sendOn.run(advisor, from(), { ...form, followsId: null, submissionKey: randomUUID() }))
    const told = { contactId: contact, toWhom: 'Zelda', how: 'phone' as const, words: 'x' }
    await expectEnded(advisor, 'told', [referral], () => tellReferrer.run(advisor, from(), { ...told, referralId: referral }))
    await expectEnded(advisor, 'told', [contact], () => tellReferrer.run(advisor, from(), { ...told, referralId: null }))
  })

  it('of a decision not to share', async () => {
    const [child, { advisor }] = [await makeChild(world), world.as]
    await expectEnded(advisor, 'not_shared', [child], () => refuseSharing.run(advisor, from(), { childId: child, receiver: 'A newspaper', purpose: 'help', reason: 'x' }))
  })

  it('of what is judged of two records, whichever of them comes first', async () => {
    const { advisor, safeguarding: lead } = world.as
    const [one, other, third] = [await makeChild(world), await makeChild(world), await makeChild(world)]
    await expectEnded(advisor, 'join_asked', [other, one], () => askToJoin.run(advisor, from(), { childId: one, otherId: other, reason: 'x' }))
    await expectEnded(advisor, 'told_apart', [third, one], () => tellApart.run(advisor, from(), { childId: one, otherId: third, reason: 'x' }))
    await expectEnded(lead, 'joined', [other, one], () => mergeChildren.run(lead, from(), { childId: one, otherId: other, keptId: one, reason: 'x' }))
    const { rows } = await world.sql.query('SELECT id FROM child_judgement WHERE kept_id = $1', [one])
    await expectEnded(lead, 'undone', [rows[0].id], () => undoJudgement.run(lead, from(), { judgementId: rows[0].id, reason: 'x' }))
  })

  it('stays where the form is refused', async () => {
    const { school } = world.as
    const { referral } = await sentToSchool()
    const own = await keep(school, 'closed', referral)
    await expect(closeReferral.run(school, from(), { referralId: referral, version: 1, outcome: 'x' })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await kept(school, [own])).toEqual([own])
  })
})
