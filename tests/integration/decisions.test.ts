import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logContact } from '../../lib/contacts/commands'
import { decideContact } from '../../lib/contacts/decide'
import { readContact } from '../../lib/contacts/queries'
import { readCase } from '../../lib/cases/queries'
import { acceptReferral } from '../../lib/referrals/accept'
import { declineReferral } from '../../lib/referrals/commands'
import { listReferrals, readReferral } from '../../lib/referrals/queries'
import { readToday } from '../../lib/today/queries'
import { setClock } from '../support/clock'
import { contactForm, decisionForm, newChild } from '../support/inputs'
import { makeCase, makeChild, makeContact, makeReferral } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** From a contact to a decision, from there to a referral, and from there to a case. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const read = (contactId: string) => readContact.run(world.as.safeguarding, request(), { contactId })
const referralsOf = async (contact: string) => (await world.sql.query('SELECT outcome, to_team_id, to_service, state, summary, sent_by_id, child_id FROM referral WHERE contact_id = $1 ORDER BY outcome', [contact])).rows

describe('deciding a contact', () => {
  it('with two outcomes sends a referral to each team, and is reported once under the highest', async () => {
    const child = await makeChild(world)
    const contact = await makeContact(world, { child })
    const form = decisionForm(contact, {
      outcomes: ['cate', 'safeguarding'], summary: 'Seen with an adult nobody knows', referrerTold: 'yes',
      toldNote: 'By phone',
    })
    expect(await decideContact.run(world.as.advisor, request(), form)).toEqual({ outcomes: ['cate', 'safeguarding'] })
    const common = {
      to_service: null, state: 'sent', summary: 'Seen with an adult nobody knows',
      sent_by_id: world.as.advisor.userId, child_id: child,
    }
    expect(await referralsOf(contact)).toEqual([
      { outcome: 'cate', to_team_id: world.a.teams.cate, ...common },
      { outcome: 'safeguarding', to_team_id: world.a.teams.safeguarding, ...common },
    ])
    expect(await read(contact)).toMatchObject({
      state: 'decided', version: 2, outcomes: ['cate', 'safeguarding'],
      decision: { by: 'Ada Visor', rationale: 'What was told calls for advice', toldNote: 'By phone' },
    })
    const { rows } = await world.sql.query('SELECT reported_as, suggested FROM contact_decision WHERE contact_id = $1', [contact])
    expect(rows).toEqual([{ reported_as: 'progressed', suggested: expect.anything() }])
  })

  it('for another service sends it there by name; advice sends nothing', async () => {
    const [service, advice] = [await makeContact(world), await makeContact(world)]
    await decideContact.run(world.as.edt, request(), decisionForm(service, {
      outcomes: ['other_service'], service: 'Early help', summary: 'What they need',
    }))
    await decideContact.run(world.as.edt, request(), decisionForm(advice))
    expect(await referralsOf(service)).toMatchObject([{ outcome: 'other_service', to_team_id: null, to_service: 'Early help' }])
    expect(await referralsOf(advice)).toEqual([])
  })

  it('keeps what was suggested at the time beside what was decided', async () => {
    const child = await makeChild(world)
    const contact = await makeContact(world, {
      child, exploitation: 'yes', immediate_danger: true, danger_action: 'Police called',
    })
    await decideContact.run(world.as.advisor, request(), decisionForm(contact))
    const { rows } = await world.sql.query('SELECT outcomes, suggested FROM contact_decision WHERE contact_id = $1', [contact])
    expect(rows).toEqual([{ outcomes: '{advice}', suggested: '{safeguarding,cate}' }])
  })

  it('asks for a named child before CATE', async () => {
    const contact = await makeContact(world)
    await expect(decideContact.run(world.as.advisor, request(), decisionForm(contact, { outcomes: ['cate'], summary: 'x' }))).rejects.toMatchObject({
      kind: 'invalid', fields: { outcomes: 'CATE works with a named child: say first which child this is about' },
    })
    expect(await read(contact)).toMatchObject({ state: 'logged', version: 1 })
  })

  it('twice at once keeps the first, and tells the other who decided what and when', async () => {
    for (let round = 0; round < 8; round++) {
      const contact = await makeContact(world, { child: await makeChild(world) })
      const answers = await Promise.allSettled([
        decideContact.run(world.as.advisor, request(), decisionForm(contact, {
          outcomes: ['safeguarding'], summary: 'x', rationale: 'By Ada',
        })),
        decideContact.run(world.as.edt, request(), decisionForm(contact, { rationale: 'By Edith' })),
      ])
      expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
      const { by, rationale } = (await read(contact)).decision ?? {}
      expect(rationale).toBe(`By ${by?.split(' ')[0]}`)
      const lost = answers.find((answer) => answer.status === 'rejected')?.reason
      const where = by === 'Ada Visor' ? 'Safeguarding' : 'Information and advice'
      expect(lost).toMatchObject({
        kind: 'conflict',
        message: `${by} decided this contact on 19 Nov 2026, 10:30: ${where}. Your decision was not saved.`,
      })
      expect(await referralsOf(contact)).toHaveLength(by === 'Ada Visor' ? 1 : 0)
    }
  })

  it('that somebody changed meanwhile is not decided over the change', async () => {
    const contact = await makeContact(world)
    await world.sql.query('UPDATE contact SET version = 2 WHERE id = $1', [contact])
    await expect(decideContact.run(world.as.advisor, request(), decisionForm(contact))).rejects.toMatchObject(
      { kind: 'conflict', message: expect.stringContaining('Somebody else changed this contact') },
    )
    expect(await read(contact)).toMatchObject({ state: 'logged', decision: null })
  })

  it('fails whole where a team is missing', async () => {
    const contact = await makeContact(world, { area: world.b, child: await makeChild(world, world.b) })
    await world.sql.query(`UPDATE team SET kind = 'other' WHERE id = $1`, [world.b.teams.cate])
    await expect(decideContact.run(world.as.advisorInB, request(), decisionForm(contact, { outcomes: ['safeguarding', 'cate'], summary: 'x' }))).rejects.toMatchObject(
      { kind: 'conflict' },
    )
    await world.sql.query(`UPDATE team SET kind = 'cate' WHERE id = $1`, [world.b.teams.cate])
    expect(await referralsOf(contact)).toEqual([])
    expect((await world.sql.query('SELECT state FROM contact WHERE id = $1', [contact])).rows).toEqual([{ state: 'logged' }])
  })
})

describe('accepting a referral', () => {
  it('opens a case that waits for a practitioner, with the panel due at the end of the 42nd London day', async () => {
    const child = await makeChild(world)
    // an hour before midnight in London in summer: the day is the 30th there, and 42 days on clocks have not changed
    const referral = await makeReferral(world, { child, sent_at: '2026-09-30T22:30:00Z' })
    const { caseId, reference } = await acceptReferral.run(world.as.cateManager, request(), { referralId: referral, version: 1 })
    expect(reference).toMatch(/^TST-K-\d{4}$/)
    expect(await readCase.run(world.as.cateManager, request(), { caseId })).toMatchObject({
      reference, stage: 'allocation', level: null, practitioner: null, panelDue: '2026-11-11T23:59:59.999Z', referralId: referral,
      stages: [{ from: null, to: 'allocation', by: 'Cat Emmanuel' }], allocations: [],
      next: { what: 'Risk panel', state: 'late' },
    })
    expect(await readReferral.run(world.as.advisor, request(), { referralId: referral })).toMatchObject({
      state: 'accepted', version: 2, respondedBy: 'Cat Emmanuel', caseId,
    })
  })

  it('just after midnight in London counts from the new day', async () => {
    const referral = await makeReferral(world, { child: await makeChild(world), sent_at: '2026-06-30T23:30:00Z' })
    const { caseId } = await acceptReferral.run(world.as.cateManager, request(), { referralId: referral, version: 1 })
    expect((await readCase.run(world.as.cateManager, request(), { caseId })).panelDue).toBe('2026-08-12T22:59:59.999Z')
  })

  it('or declining it a second time says what it was answered with', async () => {
    const child = await makeChild(world)
    const referral = await makeReferral(world, { child })
    await acceptReferral.run(world.as.cateManager, request(), { referralId: referral, version: 1 })
    const message = 'Somebody else has answered this referral meanwhile: accepted. Nothing of yours was saved.'
    await expect(acceptReferral.run(world.as.cateManager, request(), { referralId: referral, version: 1 })).rejects.toMatchObject(
      { kind: 'conflict', message },
    )
    await expect(declineReferral.run(world.as.cateManager, request(), { referralId: referral, version: 2, reason: 'No' })).rejects.toMatchObject(
      { kind: 'conflict', message },
    )
    expect((await world.sql.query('SELECT count(*)::int AS n FROM cate_case WHERE child_id = $1', [child])).rows).toEqual(
      [{ n: 1 }],
    )
  })

  it('five times at once opens one case', async () => {
    const child = await makeChild(world)
    const referral = await makeReferral(world, { child })
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => acceptReferral.run(
      world.as.cateManager, request(), { referralId: referral, version: 1 },
    )))
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ kind: 'conflict' })
    expect((await world.sql.query('SELECT count(*)::int AS n FROM cate_case WHERE child_id = $1', [child])).rows).toEqual(
      [{ n: 1 }],
    )
  })

  it('of a child who has an open case is turned down, also where two come at once', async () => {
    const child = await makeChild(world)
    const referrals = [await makeReferral(world, { child }), await makeReferral(world, { child })]
    const answers = await Promise.allSettled(referrals.map(
      (referralId) => acceptReferral.run(world.as.cateManager, request(), { referralId, version: 1 }),
    ))
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(answers.find((answer) => answer.status === 'rejected')?.reason).toMatchObject({ kind: 'conflict' })
    const third = await makeReferral(world, { child })
    await expect(acceptReferral.run(world.as.cateManager, request(), { referralId: third, version: 1 })).rejects.toMatchObject(
      { kind: 'conflict', message: expect.stringContaining('already has an open case, TST-K-') },
    )
    expect(await readReferral.run(world.as.cateManager, request(), { referralId: third })).toMatchObject({
      state: 'sent', version: 1,
    })
  })

  it('of a child whose case is closed opens another', async () => {
    const child = await makeChild(world)
    await makeCase(world, { child, stage: 'closed', holder: world.as.practitioner })
    const referral = await makeReferral(world, { child })
    expect(await acceptReferral.run(world.as.cateManager, request(), { referralId: referral, version: 1 })).toMatchObject(
      { caseId: expect.any(String) },
    )
  })

  it('that was changed meanwhile is not accepted over the change', async () => {
    const referral = await makeReferral(world, { child: await makeChild(world), version: 3 })
    await expect(acceptReferral.run(world.as.cateManager, request(), { referralId: referral, version: 2 })).rejects.toMatchObject(
      { kind: 'conflict' },
    )
  })
})

describe('declining a referral', () => {
  it('tells its sender why, and leaves the waiting list', async () => {
    const child = await makeChild(world)
    const referral = await makeReferral(world, { child, sent_at: '2026-01-01' })
    const waiting = async () => (await listReferrals.run(world.as.advisor, request(), {})).items.map((item) => item.id)
    expect((await waiting())[0]).toBe(referral)
    await declineReferral.run(world.as.cateManager, request(), {
      referralId: referral, version: 1, reason: 'A team in Otherby works with her',
    })
    expect(await waiting()).not.toContain(referral)
    expect(await readReferral.run(world.as.advisor, request(), { referralId: referral })).toMatchObject({
      state: 'declined', declineReason: 'A team in Otherby works with her', caseId: null,
    })
    expect((await listReferrals.run(world.as.advisor, request(), { show: 'all' })).items.map((item) => item.id)).toContain(
      referral,
    )
  })

  it.each(['', '   ', '\n'])('asks for a reason (%j)', async (reason) => {
    const referral = await makeReferral(world, { child: await makeChild(world) })
    await expect(declineReferral.run(world.as.cateManager, request(), { referralId: referral, version: 1, reason })).rejects.toMatchObject(
      { kind: 'invalid', fields: { reason: expect.stringContaining('Say why') } },
    )
  })
})

it('the whole way: told, decided, accepted, and on the manager’s desk', async () => {
  const { id } = await logContact.run(world.as.advisor, request(), contactForm({
    exploitation: 'yes', child: { kind: 'new', child: newChild({ familyName: 'Wayfarer' }) },
  }))
  await decideContact.run(world.as.advisor, request(), decisionForm(id, { outcomes: ['cate'], summary: 'What they need' }))
  const desk = async () => {
    const today = await readToday.run(world.as.cateManager, request(), {})
    if (today.kind !== 'cate_manager') throw new Error('not the manager’s page')
    return today
  }
  expect((await desk()).referrals.map((referral) => referral.child)).toContain('Maisie Wayfarer')
  const [referral] = (await read(id)).referrals
  const { caseId } = await acceptReferral.run(world.as.cateManager, request(), { referralId: referral?.id ?? '', version: 1 })
  expect((await desk()).referrals.map((one) => one.child)).not.toContain('Maisie Wayfarer')
  expect((await desk()).unallocated.map((one) => one.id)).toContain(caseId)
  expect((await read(id)).referrals[0]).toMatchObject({ state: 'accepted', to: 'Testford cate' })
})
