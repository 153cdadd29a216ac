import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCaseload, readCase } from '../../lib/cases/queries'
import { searchChildren } from '../../lib/children/queries'
import { listContacts, readContact } from '../../lib/contacts/queries'
import { readFigures } from '../../lib/oversight/figures'
import { readChild } from '../../lib/records/queries'
import { by, eventOf as eventFor } from '../support/events'
import { makeCase, makeChild, makeContact } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** What the log says of each reading: who, as whom, from where, about which child, and what was shown. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const eventOf = (requestId: string) => eventFor(world, requestId)

describe('a read', () => {
  it('of a contact names who, where from, the record and the child, and shows no text', async () => {
    const child = await makeChild(world)
    const contact = await makeContact(world, { child })
    const from = request({ address: '203.0.113.9' })
    await readContact.run(world.as.advisor, from, { contactId: contact })
    expect(await eventOf(from.requestId)).toEqual({
      ...by(world.as.advisor), kind: 'contact.opened', address: '203.0.113.9', record_type: 'contact',
      record_id: contact, row_count: null, row_ids: [], detail: null, children: [child],
    })
  })

  it('of a child’s record and of a case names the child', async () => {
    const child = await makeChild(world)
    const held = await makeCase(world, { child, holder: world.as.practitioner })
    const [first, second] = [request(), request()]
    await readChild.run(world.as.practitioner, first, { childId: child })
    await readCase.run(world.as.practitioner, second, { caseId: held })
    expect(await eventOf(first.requestId)).toMatchObject({
      ...by(world.as.practitioner), kind: 'child.opened', record_type: 'child', record_id: child, children: [child],
    })
    expect(await eventOf(second.requestId)).toMatchObject({
      ...by(world.as.practitioner), kind: 'case.opened', record_type: 'case', record_id: held, children: [child],
    })
  })

  it('of a list names every row shown, every child among them, and what was asked for', async () => {
    const children = [await makeChild(world, world.b), await makeChild(world, world.b)]
    const contacts = [await makeContact(world, { area: world.b, child: children[0] }), await makeContact(
      world, { area: world.b, child: children[1] },
    )]
    contacts.push(await makeContact(world, { area: world.b }))
    const from = request()
    const { items } = await listContacts.run(world.as.advisorInB, from, { show: 'all' })
    expect(items).toHaveLength(3)
    expect(await eventOf(from.requestId)).toMatchObject({
      ...by(world.as.advisorInB), kind: 'contact.listed', row_count: 3, row_ids: contacts.reverse(),
      children: children.sort(), detail: { terms: { show: 'all' } },
    })
  })

  it('of a search keeps the words, and whom they showed', async () => {
    const child = await makeChild(world, world.a, { given_name: 'Wilhelmina', family_name: 'Oxenford' })
    const from = request()
    await searchChildren.run(world.as.edt, from, { query: 'wilhelmina oxenford' })
    expect(await eventOf(from.requestId)).toMatchObject({
      ...by(world.as.edt), kind: 'child.searched', row_ids: [child], children: [child],
      detail: { terms: { query: 'wilhelmina oxenford' } },
    })
  })

  it('that shows nothing is written down too', async () => {
    const [first, second] = [request(), request()]
    await searchChildren.run(world.as.edt, first, { query: 'xqzw' })
    await listCaseload.run(world.as.otherPractitioner, second, {})
    expect(await eventOf(first.requestId)).toMatchObject({ kind: 'child.searched', row_count: 0, row_ids: [], children: [] })
    expect(await eventOf(second.requestId)).toMatchObject({ kind: 'case.listed', row_count: 0, row_ids: [], children: [] })
  })

  it('of figures keeps the period and names nobody', async () => {
    const from = request()
    await readFigures.run(world.as.analyst, from, {
      from: { day: '1', month: '4', year: '2026' }, until: { day: '30', month: '6', year: '2026' },
    })
    expect(await eventOf(from.requestId)).toMatchObject({
      ...by(world.as.analyst), kind: 'figures.seen', row_count: null, children: [],
      detail: { terms: { from: '2026-04-01', until: '2026-06-30' } },
    })
  })
})
