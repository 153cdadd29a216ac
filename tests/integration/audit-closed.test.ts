import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logContact } from '../../lib/contacts/commands'
import { decideContact } from '../../lib/contacts/decide'
import { readContact } from '../../lib/contacts/queries'
import { signIn } from '../../lib/access/sign-in'
import { attempt, OPERATION_NAMES, sample } from '../access/samples'
import { rows } from '../support/database'
import { contactForm, decisionForm } from '../support/inputs'
import { makeChild, makeContact } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** Nothing is served and nothing is kept without its event. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const asOwner = (sql: string) => rows(world.urls.owner, sql)
const counted = async () => {
  const { rows: found } = await world.sql.query(
    `SELECT (SELECT count(*)::int FROM contact) AS contacts, (SELECT count(*)::int FROM child) AS children, (SELECT count(*)::int FROM child_address) AS addresses,
       (SELECT count(*)::int FROM contact_decision) AS decisions, (SELECT count(*)::int FROM referral) AS referrals, (SELECT count(*)::int FROM audit_event) AS events,
       (SELECT count(*)::int FROM contact WHERE state = 'decided') AS decided, (SELECT sum(next)::int FROM reference_counter) AS numbers, (SELECT sum(version)::int FROM child) AS versions`,
  )
  return found[0]
}

describe.each([
  ['events cannot be written', 'REVOKE INSERT ON audit_event FROM waymark_app', 'GRANT INSERT ON audit_event TO waymark_app'],
  [
    'the children of an event cannot be written', 'REVOKE INSERT ON audit_event_child FROM waymark_app',
    'GRANT INSERT ON audit_event_child TO waymark_app',
  ],
  [
    'the log has no number to give', 'REVOKE USAGE ON SEQUENCE audit_event_seq_seq FROM waymark_app',
    'GRANT USAGE ON SEQUENCE audit_event_seq_seq TO waymark_app',
  ],
])('while %s', (_, break_, mend) => {
  it('a contact is neither logged nor read nor decided, and all of it works again afterwards', async () => {
    const child = await makeChild(world)
    const contact = await makeContact(world, { child })
    const form = contactForm({ exploitation: 'yes', child: { kind: 'known', childId: child } })
    const fresh = contactForm()
    const decision = decisionForm(contact, { outcomes: ['cate', 'safeguarding'], summary: 'What they need' })
    const before = await counted()
    await asOwner(break_)
    try {
      for (const one of [form, fresh]) await expect(logContact.run(world.as.advisor, request(), one)).rejects.toMatchObject(
        { kind: 'not_recorded' },
      )
      await expect(readContact.run(world.as.advisor, request(), { contactId: contact })).rejects.toMatchObject(
        { kind: 'not_recorded' },
      )
      await expect(decideContact.run(world.as.advisor, request(), decision)).rejects.toMatchObject({ kind: 'not_recorded' })
      expect(await counted()).toEqual(before)
    } finally {
      await asOwner(mend)
    }
    const { reference } = await logContact.run(world.as.advisor, request(), form)
    expect(reference).toMatch(/^TST-2026-\d{5}$/)
    expect(await readContact.run(world.as.advisor, request(), { contactId: contact })).toMatchObject({ id: contact })
    expect(await decideContact.run(world.as.advisor, request(), decision)).toEqual({ outcomes: ['cate', 'safeguarding'] })
    expect(await counted()).toMatchObject({ events: before.events + 3, referrals: before.referrals + 2 })
  })
})

describe('while events cannot be written', () => {
  it('no operation serves or changes anything, and no refusal is given without its event', async () => {
    await asOwner('REVOKE INSERT ON audit_event FROM waymark_app')
    const served: string[] = []
    try {
      for (const name of OPERATION_NAMES) {
        // brought about just before it is asked: what is made for the next would change what this one finds
        const { actor, input } = await sample(world, name)
        const before = await counted()
        const { kind } = await attempt(name, actor, input)
        if (kind !== 'not_recorded') served.push(`${name}: ${kind}`)
        expect(await counted(), name).toEqual(before)
      }
      const { kind } = await attempt('contacts.read', world.as.analyst, { contactId: await makeContact(world) })
      if (kind !== 'not_recorded') served.push(`a refusal: ${kind}`)
      await expect(signIn(request(), { email: 'nobody@example.test', password: 'x' })).rejects.toMatchObject({
        kind: 'not_recorded',
      })
    } finally {
      await asOwner('GRANT INSERT ON audit_event TO waymark_app')
    }
    expect(served).toEqual([])
    // the control: the same, with the log in order
    const kinds = new Set<string>()
    for (const name of OPERATION_NAMES) {
      const { actor, input } = await sample(world, name)
      kinds.add((await attempt(name, actor, input)).kind)
    }
    expect([...kinds]).toEqual(['done'])
  })
})
