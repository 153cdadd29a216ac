import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAlert } from '../../lib/alerts/commands'
import { listAlerts } from '../../lib/alerts/queries'
import { recordOnCase } from '../../lib/cases/calls'
import { logContact } from '../../lib/contacts/commands'
import { decideContact } from '../../lib/contacts/decide'
import { listContacts, readContact } from '../../lib/contacts/queries'
import { answerScreen } from '../../lib/contacts/screen'
import { mergeChildren } from '../../lib/screening/judge'
import { readChild } from '../../lib/records/queries'
import { setClock } from '../support/clock'
import { eventOf } from '../support/events'
import { about, frontDoor, PLAIN, type AlertRow } from '../support/front-door'
import { caseCallForm, contactForm, decisionForm } from '../support/inputs'
import { makeCase, makeChild, makeDecision } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** The alerts that the front door raises by itself (DOMAIN 2): from one contact, and from several that add up. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())
const { raised, log, kindsOf, theOne, earlier } = frontDoor(() => world)

describe('what a contact raises when it is logged', () => {
  it('is nothing where nothing calls for it', async () => {
    const { id } = await log()
    expect(await kindsOf(id)).toEqual([])
  })

  it('complex and acute need: to the safeguarding lead, with the reasons and without a name', async () => {
    const { id } = await log({ concerns: ['neglect'], whatWasSaid: 'Maisie is hungry' })
    const alert = await theOne(id, 'level_of_need')
    expect(alert).toMatchObject({ owner_role: 'safeguarding_lead', record_type: 'contact', why: 'Complex need is suggested. Neglect: suggests complex need.', evidence: [{ type: 'contact', id }] })
    expect(JSON.stringify(alert)).not.toContain('Maisie')
    const { items } = await listAlerts.run(world.as.safeguarding, request(), {})
    expect(items.find((item) => item.id === alert.id)).toMatchObject({ own: true, child: { name: 'Maisie Underhill' } })
  })

  it('a missing report, by its channel or by its concern, asks for a screen even where exploitation was answered', async () => {
    const { id } = await log({ channel: 'police_missing_report', exploitation: 'yes' })
    expect(await theOne(id, 'missing_screen')).toMatchObject({ owner_role: 'advisor' })
    expect(await kindsOf((await log({ concerns: ['missing'] })).id)).toEqual(['level_of_need', 'missing_screen'])
  })

  it('words that ask: labelled a text match, and the flag stays as the person set it', async () => {
    const { id } = await log({ childWords: 'He took me to a hotel', whatWasSaid: 'She told her teacher' })
    expect((await theOne(id, 'exploitation_words')).why).toMatch(/^Text match:/)
    const shown = await readContact.run(world.as.advisor, request(), { contactId: id })
    expect([shown.exploitation, shown.levelOfNeed]).toEqual(['no', 'universal'])
    const { items } = await listContacts.run(world.as.advisor, request(), { show: 'exploitation' })
    expect(items.map((item) => item.id)).not.toContain(id)
    expect(await kindsOf((await log({ whatWasSaid: 'Seen at a hotel', exploitation: 'suspected' })).id)).not.toContain('exploitation_words')
  })

  it('ten school days missed, where absence from education is told of', async () => {
    const absent = (days: string) => log({ concerns: ['school_absence'], schoolDaysMissed: days })
    expect((await theOne((await absent('10')).id, 'school_days_missed')).why).toContain('10 school days missed')
    expect(await kindsOf((await absent('9')).id)).toEqual([])
  })

  it('in a call on an open case: the missing report and the school days are asked about, and nothing counts as a contact', async () => {
    const child = await makeChild(world)
    await makeCase(world, { child, holder: world.as.practitioner })
    await Promise.all([earlier(child, 1), earlier(child, 2)])
    const { id } = await recordOnCase.run(world.as.edt, request(), caseCallForm(child, { channel: 'police_missing_report', concerns: ['missing', 'school_absence'], schoolDaysMissed: '12' }))
    expect((await kindsOf(id)).sort()).toEqual(['call_on_open_case', 'missing_screen', 'school_days_missed'])
    expect((await raised('child_id', child)).map(({ kind }) => kind)).not.toContain('repeat_contacts')
    const from = request()
    await answerScreen.run(world.as.advisor, from, { alertId: (await theOne(id, 'missing_screen')).id, version: 1, exploitation: 'suspected', note: 'Found with the same adult' })
    expect((await readChild.run(world.as.advisor, request(), { childId: child })).exploitation).toBe('suspected')
    expect(await eventOf(world, from.requestId)).toMatchObject({ kind: 'contact.screened', record_type: 'case_note', record_id: id, children: [child] })
  })

  it('sent twice, one set of alerts', async () => {
    const form = contactForm({ ...PLAIN, concerns: ['missing'] })
    const [first, second] = [await logContact.run(world.as.advisor, request(), form), await logContact.run(world.as.advisor, request(), form)]
    expect(second.id).toBe(first.id)
    expect(await kindsOf(first.id)).toEqual(['level_of_need', 'missing_screen'])
  })

  it('or nothing at all: where the alert cannot be written the contact is not either', async () => {
    await world.sql.query('REVOKE INSERT ON alert FROM waymark_app')
    const submissionKey = randomUUID()
    await expect(log({ submissionKey, concerns: ['missing'] })).rejects.toMatchObject({ kind: 'unavailable' })
    await world.sql.query('GRANT INSERT ON alert TO waymark_app')
    expect((await world.sql.query('SELECT 1 FROM contact WHERE submission_key = $1', [submissionKey])).rowCount).toBe(0)
  })
})

describe('contacts that add up', () => {
  it('the third in twelve months notifies the specialist; the second did not, the fourth is no news', async () => {
    const child = await makeChild(world)
    await earlier(child, 14)
    await earlier(child, 11)
    await log(about(child))
    expect(await raised('child_id', child)).toEqual([])
    const third = await log(about(child))
    expect(await raised('child_id', child)).toMatchObject([{ kind: 'repeat_contacts', owner_role: 'cate_manager', record_type: 'child', record_id: child, evidence: [{}, {}, { id: third.id }] }])
    await log(about(child))
    expect(await raised('child_id', child)).toHaveLength(1)
  })

  it('logged at the same moment by two people, they still make three', async () => {
    const child = await makeChild(world)
    await earlier(child, 1)
    await Promise.all([log(about(child)), log(about(child), 'edt')])
    expect((await raised('child_id', child)).map(({ kind }) => kind)).toEqual(['repeat_contacts'])
  })

  it('about two records that are judged to be one child add up when they are, and the specialist sees both', async () => {
    const [kept, other] = [await makeChild(world), await makeChild(world)]
    await earlier(kept, 1)
    await earlier(other, 2)
    await log(about(other))
    expect(await raised('child_id', kept)).toEqual([])
    await mergeChildren.run(world.as.safeguarding, request(), { childId: kept, otherId: other, keptId: kept, reason: 'The same birthday and mother' })
    expect(await raised('child_id', kept)).toMatchObject([{ kind: 'repeat_contacts', record_id: kept, evidence: [{}, {}, {}] }])
    for (const childId of [kept, other]) expect((await readChild.run(world.as.cateManager, request(), { childId })).id).toBe(childId)
  })

  it('lets the specialist look at why, until they have said what they found; and say it they must', async () => {
    const child = await makeChild(world)
    await Promise.all([earlier(child, 1), earlier(child, 2)])
    const stranger = await makeChild(world)
    const { id } = await log(about(child))
    const alert = (await raised('child_id', child))[0] as AlertRow
    const { cateManager } = world.as
    expect((await readChild.run(cateManager, request(), { childId: child })).contacts).toHaveLength(3)
    expect((await readContact.run(cateManager, request(), { contactId: id })).id).toBe(id)
    await expect(readChild.run(cateManager, request(), { childId: stranger })).rejects.toMatchObject({ kind: 'not_found' })
    for (const other of ['practitioner', 'chair', 'police'] as const) await expect(readChild.run(world.as[other], request(), { childId: child })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(acknowledgeAlert.run(cateManager, request(), { alertId: alert.id, version: 1, note: '' })).rejects.toMatchObject({ kind: 'invalid' })
    await acknowledgeAlert.run(cateManager, request(), { alertId: alert.id, version: 1, note: 'The same adult each time: asked for a referral' })
    await expect(readChild.run(cateManager, request(), { childId: child })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('advice alone, three times from two agencies, is seen when the third is decided; once', async () => {
    const child = await makeChild(world)
    const { agencies } = world.a
    for (const agency of [agencies.school, agencies.school]) await makeDecision(world, await earlier(child, 2, { agency }))
    const third = await earlier(child, 0, { referrer_organisation: 'Little Acorns Nursery' })
    await decideContact.run(world.as.advisor, request(), decisionForm(third))
    const alerts = await raised('child_id', child)
    expect(alerts.map(({ kind, owner_role }) => [kind, owner_role])).toEqual([['advice_adding_up', 'safeguarding_lead'], ['repeat_contacts', 'cate_manager']])
    expect(alerts[0]?.evidence).toHaveLength(3)
  })

  it('and not from one agency, nor where one of them went on to somebody', async () => {
    const [one, sent] = [await makeChild(world), await makeChild(world)]
    const { school, health } = world.a.agencies
    for (const agency of [school, school]) await makeDecision(world, await earlier(one, 2, { agency }))
    await decideContact.run(world.as.advisor, request(), decisionForm(await earlier(one, 0, { agency: school })))
    await makeDecision(world, await earlier(sent, 3, { agency: school }), { outcomes: ['safeguarding'] })
    await makeDecision(world, await earlier(sent, 2, { agency: health }))
    await decideContact.run(world.as.advisor, request(), decisionForm(await earlier(sent, 0, { agency: school })))
    for (const child of [one, sent]) expect((await raised('child_id', child)).map(({ kind }) => kind)).toEqual(['repeat_contacts'])
  })
})
