import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editChild } from '../../lib/children/commands'
import { decideContact } from '../../lib/contacts/decide'
import { listContacts, readContact } from '../../lib/contacts/queries'
import { readAuditLog } from '../../lib/oversight/audit-log'
import { readFigures } from '../../lib/oversight/figures'
import { attempt, OPERATION_NAMES, sample } from '../access/samples'
import { INJECTED } from '../support/bad-text'
import { childForm, contactForm, decisionForm } from '../support/inputs'
import { makeChild, makeContact } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** Ids, keys and periods that no page of ours sends, and objects where a text belongs. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const read = (contactId: string) => readContact.run(world.as.advisor, request(), { contactId })

describe('what is of another place', () => {
  it('an id of the other area, a made-up one and one of another kind are all not found', async () => {
    const ids = [
      await makeContact(world, { area: world.b }), randomUUID(), await makeChild(world), world.a.id,
      world.as.advisor.userId,
    ]
    for (const contactId of ids) await expect(read(contactId)).rejects.toMatchObject({ kind: 'not_found' })
    for (const contactId of ids) await expect(decideContact.run(world.as.advisor, request(), decisionForm(contactId))).rejects.toMatchObject(
      { kind: 'not_found' },
    )
    for (const childId of [await makeChild(world, world.b), await makeContact(world)]) {
      await expect(editChild.run(world.as.advisor, request(), childForm(childId))).rejects.toMatchObject({ kind: 'not_found' })
    }
  })

  it('an id that is none is asked about again', async () => {
    for (const contactId of ['', '1', 'x'.repeat(36), '00000000-0000-0000-0000-00000000000g', `${randomUUID()} `, `${randomUUID()}'--`, '../../etc/passwd']) {
      await expect(read(contactId)).rejects.toMatchObject({ kind: 'invalid' })
    }
  })

  it.each(['1~', `1~${'-'.repeat(36)}`, `999999999999999~${randomUUID()}`, `-1~${randomUUID()}`, '~', 'x', `1~${randomUUID()}; DROP TABLE contact`, `1~${randomUUID().toUpperCase()}`])(
    'a key of a page that is not of our making begins at the first: %s',
    async (after) => {
      const { items } = await listContacts.run(world.as.advisorInB, request(), { show: 'all', after })
      expect(items.length).toBeGreaterThanOrEqual(0)
    },
  )

  it.each([
    ['0000', '0000'], ['0001', '0001'], ['0099', '0099'], ['1000', '1999'], ['9999', '9999'], ['0001', '9999'],
  ])('a period from the year %s to the year %s is counted or asked about again', async (first, last) => {
    const period = { from: { day: '1', month: '1', year: first }, until: { day: '31', month: '12', year: last } }
    const kind = (work: Promise<unknown>) => work.then(() => 'done', (error: { kind: string }) => error.kind)
    const answers = [await kind(readFigures.run(world.as.manager, request(), period)), await kind(
      readAuditLog.run(world.as.manager, request(), period),
    )]
    expect(answers.filter((answer) => answer !== 'done' && answer !== 'invalid')).toEqual([])
  })
})

describe('an object where a text belongs', () => {
  const fieldsOf = (form: object) => Object.keys(form)

  it('is refused in every field of a contact, a decision and a child', async () => {
    const passed: string[] = []
    const tried = async (name: string, form: object, field: string, value: unknown) => {
      const { kind } = await attempt(name, world.as.advisor, { ...form, [field]: value })
      if (kind !== 'invalid') passed.push(`${name} ${field}: ${JSON.stringify(value)} gave ${kind}`)
    }
    const flags: Record<string, unknown[]> = {
      anonymous: [true], identityWithheld: [true], immediateDanger: [true], birthEstimated: [true],
      interpreterNeeded: [true], version: [7],
    }
    const [contact, child] = [await makeContact(world), await makeChild(world)]
    for (const value of INJECTED) {
      for (const [name, form] of [['contacts.log', contactForm()], ['contacts.decide', decisionForm(contact)], ['children.edit', childForm(child)]] as const) {
        for (const field of fieldsOf(form)) if (!flags[field]?.includes(value)) await tried(name, form, field, value)
      }
    }
    expect(passed).toEqual([])
  })

  it('is refused wherever an operation takes an id, a choice or a key', async () => {
    const passed: string[] = []
    for (const name of OPERATION_NAMES) {
      const { actor, input } = await sample(world, name)
      for (const field of Object.keys(input as object)) {
        for (const value of INJECTED.filter((one) => typeof one === 'object' && one !== null)) {
          const { kind } = await attempt(name, actor, { ...(input as object), [field]: value })
          if (kind !== 'invalid' && !(name === 'drafts.save' && field === 'content')) passed.push(
            `${name} ${field}: ${JSON.stringify(value)} gave ${kind}`,
          )
        }
      }
    }
    expect(passed).toEqual([])
  })
})
