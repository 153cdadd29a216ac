import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAlert } from '../../lib/alerts/commands'
import { listAlerts } from '../../lib/alerts/queries'
import { readContact } from '../../lib/contacts/queries'
import { answerScreen } from '../../lib/contacts/screen'
import { readChild } from '../../lib/records/queries'
import { setClock } from '../support/clock'
import { by, eventOf } from '../support/events'
import { frontDoor, type ContactForm } from '../support/front-door'
import { makeWorld, request, type PersonName, type World } from '../support/world'

/** Who answers whether exploitation is a concern, and what the answer changes. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())
const { raised, log, theOne } = frontDoor(() => world)

describe('answering whether exploitation is a concern', () => {
  const asked = async (over: ContactForm = {}) => {
    const { id } = await log({ channel: 'police_missing_report', whatWasSaid: 'Found at a hotel', ...over }, 'edt')
    return { id, missing: await theOne(id, 'missing_screen'), words: await theOne(id, 'exploitation_words') }
  }
  const answer = (alertId: string, exploitation: 'yes' | 'suspected' | 'no', who: PersonName = 'edt', from = request()) =>
    answerScreen.run(world.as[who], from, { alertId, version: 1, exploitation, note: 'Spoke to the officer who found her' })

  it('raises the flag of the contact and the child and the level of need, in the name of whoever answered', async () => {
    const { id, missing, words } = await asked()
    const from = request()
    await answer(missing.id, 'yes', 'edt', from)
    const shown = await readContact.run(world.as.safeguarding, request(), { contactId: id })
    expect(shown).toMatchObject({ exploitation: 'yes', levelOfNeed: 'acute', version: 2 })
    const childId = shown.child?.id ?? ''
    expect((await readChild.run(world.as.safeguarding, request(), { childId })).exploitation).toBe('yes')
    // one answer for both questions, and the lead is told of the acute need
    for (const kind of ['missing_screen', 'exploitation_words']) expect(await theOne(id, kind)).toMatchObject({ answer: 'yes', note: 'Spoke to the officer who found her', acknowledged_by_id: world.as.edt.userId })
    expect((await raised('record_id', id)).filter(({ kind }) => kind === 'level_of_need').map(({ why }) => why)).toEqual([expect.stringContaining('Acute')])
    expect(await eventOf(world, from.requestId)).toMatchObject({
      ...by(world.as.edt), kind: 'contact.screened', record_id: id, children: [childId],
      detail: { before: { exploitation: 'no' }, after: { exploitation: 'yes', answer: 'yes', asked: 'missing_screen', reason: 'Spoke to the officer who found her' } },
    })
    await expect(answer(words.id, 'no')).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Edith Duty') })
  })

  it('with “no sign” lowers nothing', async () => {
    const { id, missing } = await asked()
    const { child } = await readContact.run(world.as.advisor, request(), { contactId: id })
    await world.sql.query(`UPDATE child SET exploitation = 'suspected' WHERE id = $1`, [child?.id])
    await answer(missing.id, 'no', 'advisor')
    expect(await readContact.run(world.as.advisor, request(), { contactId: id })).toMatchObject({ exploitation: 'no', version: 1 })
    expect((await readChild.run(world.as.advisor, request(), { childId: child?.id ?? '' })).exploitation).toBe('suspected')
  })

  it('takes a reason and an answer, and is no plain acknowledgement', async () => {
    const { missing } = await asked()
    const given = { alertId: missing.id, version: 1 }
    await expect(answerScreen.run(world.as.edt, request(), { ...given, exploitation: 'yes', note: ' ' })).rejects.toMatchObject({ kind: 'invalid', fields: { note: expect.anything() } })
    await expect(answerScreen.run(world.as.edt, request(), { ...given, exploitation: '' as never, note: 'x' })).rejects.toMatchObject({ kind: 'invalid', fields: { exploitation: expect.anything() } })
    await expect(acknowledgeAlert.run(world.as.edt, request(), { ...given, note: 'Fine' })).rejects.toMatchObject({ kind: 'invalid' })
    expect((await theOne(missing.record_id, 'missing_screen')).acknowledged_by_id).toBeNull()
  })

  it('is for what asks that alone', async () => {
    const { id } = await log({ concerns: ['neglect'] })
    const alert = await theOne(id, 'level_of_need')
    await expect(answer(alert.id, 'yes', 'safeguarding')).rejects.toMatchObject({ kind: 'invalid' })
    await expect(answer(alert.id, 'yes', 'advisor')).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('two answers at once: the first stands', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, missing, words } = await asked()
      const answers = await Promise.allSettled([answer(missing.id, 'yes'), answer(words.id, 'suspected', 'advisor')])
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const { exploitation } = await readContact.run(world.as.advisor, request(), { contactId: id })
      expect(exploitation).toBe(answers[0]?.status === 'fulfilled' ? 'yes' : 'suspected')
    }
  })

  it('the front door is one post: the Emergency Duty Team and advisors see and answer the same questions', async () => {
    const { missing } = await asked()
    for (const who of ['edt', 'advisor'] as const) {
      const { items } = await listAlerts.run(world.as[who], request(), {})
      expect(items.find((item) => item.id === missing.id)).toMatchObject({ own: true, screens: true, to: 'the front door' })
    }
    for (const who of ['cateManager', 'practitioner', 'police', 'school', 'manager'] as const) {
      expect(JSON.stringify(await listAlerts.run(world.as[who], request(), { show: 'waiting' }))).not.toContain(missing.id)
    }
    expect(JSON.stringify(await listAlerts.run(world.as.advisorInB, request(), { show: 'waiting' }))).not.toContain(missing.id)
  })
})
