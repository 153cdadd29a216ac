import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logContact } from '../../lib/contacts/commands'
import { listContacts, readContact } from '../../lib/contacts/queries'
import { setClock } from '../support/clock'
import { contactForm } from '../support/inputs'
import { makeCase, makeChild, makeContact, makeDecision } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** What the front door is shown: what is known of a child already, and what waits. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const log = (over: Parameters<typeof contactForm>[0] = {}) => logContact.run(world.as.advisor, request(), contactForm(over))

describe('what is known already', () => {
  it('suggests from earlier contacts, the open case and who holds it, missing episodes, and brothers and sisters', async () => {
    const [child, sibling] = [await makeChild(world), await makeChild(world, world.a, { exploitation: 'yes' })]
    const earlier = await makeContact(world, { child, exploitation: 'suspected', channel: 'police_missing_report', received_at: '2026-08-01' })
    await makeDecision(world, earlier, { outcomes: ['advice'] })
    await makeContact(world, { child, received_at: '2025-01-01' })
    await makeContact(world, { received_at: '2026-08-02' })
    await makeCase(world, { child, holder: world.as.practitioner })
    await world.sql.query(
      `INSERT INTO person_around (area_id, id, child_id, relationship, name, related_child_id) VALUES ($1, gen_random_uuid(), $2, 'sibling', 'Kit', $3)`,
      [world.a.id, child, sibling],
    )
    const { id } = await log({ child: { kind: 'known', childId: child }, separateReason: 'It is about something else' })
    const { suggestions } = await readContact.run(world.as.advisor, request(), { contactId: id })
    const reasons = (outcome: string) => suggestions.find((one) => one.outcome === outcome)?.reasons.join('\n')
    expect(suggestions[0]).toMatchObject({ outcome: 'cate', strength: 'strong' })
    expect(suggestions[0]?.reasons[0]).toContain('with Pru First')
    expect(reasons('cate')).toContain('Exploitation was a concern in an earlier contact')
    expect(reasons('cate')).toContain('Earlier missing episodes')
    expect(reasons('safeguarding')).toContain('a concern about a brother or sister')
    // the one of more than twelve months before does not make it the third
    expect(reasons('safeguarding')).not.toContain('Contact 3')
  })
})

describe('the list of contacts', () => {
  it('turns pages by key: each contact once, in order, while more come in', async () => {
    const made: string[] = []
    for (let at = 0; at < 60; at++) {
      // three to a moment, so that the key has to tell apart those that came together
      made.push(await makeContact(world, {
        area: world.b, exploitation: 'suspected',
        received_at: new Date(Date.parse('2026-10-01T09:00:00Z') + Math.floor(at / 3) * 60_000),
      }))
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listContacts.run(world.as.advisorInB, request(), { show: 'exploitation', ...(after ? { after } : {}) })
      expect(page.items.length).toBeLessThanOrEqual(25)
      seen.push(...page.items.map((item) => item.id))
      after = page.next ?? undefined
      await makeContact(world, { area: world.b, exploitation: 'yes', received_at: '2026-10-02' })
    } while (after)
    expect(seen).toHaveLength(60)
    expect([...seen].sort()).toEqual([...made].sort())
    const { items } = await listContacts.run(world.as.advisorInB, request(), { show: 'exploitation' })
    expect(items.slice(0, 3).every((item) => item.exploitation === 'yes')).toBe(true)
  })

  it('shows those that wait by what is due first, and drops them once decided', async () => {
    const late = await makeContact(world, { decision_due: '2026-01-02' })
    const later = await makeContact(world, { decision_due: '2026-01-01' })
    const first = await listContacts.run(world.as.advisor, request(), {})
    expect(first.items.slice(0, 2).map((item) => [item.id, item.clock.state])).toEqual([[later, 'late'], [late, 'late']])
    await makeDecision(world, later)
    expect((await listContacts.run(world.as.advisor, request(), { show: 'undecided' })).items[0]?.id).toBe(late)
  })

  it('shows those that are late or within three office hours of it, and not those with time left', async () => {
    setClock('2026-11-19T15:00:00Z')
    const due = (decision_due: string) => makeContact(world, { decision_due })
    // three office hours on from 15:00 is 10:00 on the next working day
    const [close, late, onTime] = [await due('2026-11-20T10:00:00Z'), await due('2026-11-19T14:59:00Z'), await due('2026-11-20T10:01:00Z')]
    const decided = await due('2026-11-19T14:00:00Z')
    await makeDecision(world, decided)
    const { items } = await listContacts.run(world.as.safeguarding, request(), { show: 'late' })
    const states = new Map(items.map((item) => [item.id, item.clock.state]))
    expect([states.get(late), states.get(close), states.get(onTime), states.get(decided)]).toEqual(['late', 'close', undefined, undefined])
    expect(items.every((item) => ['late', 'close'].includes(item.clock.state))).toBe(true)
  })
})
