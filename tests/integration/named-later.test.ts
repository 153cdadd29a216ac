import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listAlerts } from '../../lib/alerts/queries'
import { nameChild } from '../../lib/contacts/commands'
import { decideContact } from '../../lib/contacts/decide'
import { readContact } from '../../lib/contacts/queries'
import { mergeChildren } from '../../lib/screening/judge'
import { setClock } from '../support/clock'
import { frontDoor, type ContactForm } from '../support/front-door'
import { decisionForm } from '../support/inputs'
import { makeCase, makeChild, makeDecision } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** Which child a contact is about was found out after it came: whoever works with her is told, and what adds up is seen then. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())
const { raised, log, kindsOf, theOne, earlier } = frontDoor(() => world)

describe('a contact whose child is named later', () => {
  const later = async (over: ContactForm = {}) => (await log({ child: { kind: 'unidentified', description: 'About 14' }, ...over })).id
  const name = (contactId: string, childId: string, version = 1) => nameChild.run(world.as.advisor, request(), { contactId, version, child: { kind: 'known', childId } })

  it('who has an open case: whoever holds it is told, once, and of no other contact', async () => {
    const child = await makeChild(world)
    await makeCase(world, { child, holder: world.as.practitioner })
    const id = await later()
    expect(await raised('child_id', child)).toEqual([])
    await name(id, child)
    const alert = await theOne(id, 'named_on_open_case')
    expect(alert).toMatchObject({ owner_id: world.as.practitioner.userId, record_type: 'contact', child_id: child, why: expect.stringMatching(/^A contact of 19 Nov 2026, 10:30 is about a young person in case X-K-\S+, which you hold\.$/) })
    await expect(name(id, child, 2)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await kindsOf(id)).toEqual(['named_on_open_case'])
    const { items } = await listAlerts.run(world.as.practitioner, request(), {})
    expect(items.find((item) => item.id === alert.id)).toMatchObject({ own: true, asks: false })
    // and reads what it is about
    expect((await readContact.run(world.as.practitioner, request(), { contactId: id })).id).toBe(id)
  })

  it('whose case nobody holds yet, or is on a record that is one with hers: told to the CATE manager, or the holder of that', async () => {
    const [kept, joined] = [await makeChild(world), await makeChild(world)]
    await makeCase(world, { child: joined, stage: 'allocation' })
    await mergeChildren.run(world.as.safeguarding, request(), { childId: kept, otherId: joined, keptId: kept, reason: 'The same birthday and mother' })
    const id = await later()
    await name(id, kept)
    expect(await theOne(id, 'named_on_open_case')).toMatchObject({ owner_id: null, owner_role: 'cate_manager', why: expect.stringContaining('which nobody holds yet') })
  })

  it('in immediate danger: the safeguarding lead is asked, as for a call on the case', async () => {
    const child = await makeChild(world)
    await makeCase(world, { child, holder: world.as.practitioner })
    const id = await later({ immediateDanger: true, dangerAction: 'Police called' })
    await name(id, child)
    expect(await theOne(id, 'danger_on_open_case')).toMatchObject({ owner_role: 'safeguarding_lead' })
  })

  it('with no open case, or one that is closed: nobody is told of a case', async () => {
    const child = await makeChild(world)
    await makeCase(world, { child, holder: world.as.practitioner, stage: 'closed' })
    const id = await later()
    await name(id, child)
    expect(await kindsOf(id)).toEqual([])
  })

  it('raises then what her other contacts make of it: advice adding up, what she shares, and three on one person', async () => {
    const child = await makeChild(world)
    const { agencies } = world.a
    for (const agency of [agencies.school, agencies.health]) await makeDecision(world, await earlier(child, 2, { agency }))
    const told = await later()
    await decideContact.run(world.as.advisor, request(), decisionForm(told))
    const [{ version }] = (await world.sql.query('SELECT version FROM contact WHERE id = $1', [told])).rows
    await name(told, child, version)
    expect((await raised('child_id', child)).map(({ kind }) => kind)).toEqual(['advice_adding_up', 'repeat_contacts'])
  })

  it('and the same alert that the decision raised comes once', async () => {
    const child = await makeChild(world)
    await Promise.all([earlier(child, 1), earlier(child, 2)])
    const id = await later()
    await name(id, child)
    await decideContact.run(world.as.advisor, request(), decisionForm(id, { version: 2 }))
    expect((await raised('child_id', child)).map(({ kind }) => kind)).toEqual(['repeat_contacts'])
  })
})
