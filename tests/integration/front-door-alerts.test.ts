import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAlert } from '../../lib/alerts/commands'
import { listAlerts } from '../../lib/alerts/queries'
import { recordOnCase } from '../../lib/cases/calls'
import { logContact, nameChild } from '../../lib/contacts/commands'
import { decideContact } from '../../lib/contacts/decide'
import { listContacts, readContact } from '../../lib/contacts/queries'
import { answerScreen } from '../../lib/contacts/screen'
import { mergeChildren } from '../../lib/screening/judge'
import { readChild } from '../../lib/records/queries'
import { setClock } from '../support/clock'
import { by, eventOf } from '../support/events'
import { caseCallForm, contactForm, decisionForm, newChild } from '../support/inputs'
import { insert } from '../support/insert'
import { makeCase, makeChild, makeContact, makeDecision } from '../support/records'
import { makeWorld, request, type PersonName, type World } from '../support/world'

/** The alerts that the front door raises by itself (DOMAIN 2), from what is written down to who answers them. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

type Form = Parameters<typeof contactForm>[0]
const PLAIN: Form = { whatWasSaid: 'Something was said', child: { kind: 'new', child: newChild({ line: '', postcode: '', phone: '' }) } }
const log = (over: Form = {}, who: PersonName = 'advisor') => logContact.run(world.as[who], request(), contactForm({ ...PLAIN, ...over }))
const about = (childId: string): Form => ({ child: { kind: 'known', childId } })

type Row = { id: string; kind: string; key: string; owner_role: string; why: string; record_type: string; record_id: string; child_id: string | null; evidence: { id: string }[]; version: number; answer: string | null; note: string | null; acknowledged_by_id: string | null; raised_at: Date }
const raised = async (column: 'record_id' | 'child_id', id: string): Promise<Row[]> => (await world.sql.query<Row>(`SELECT * FROM alert WHERE ${column} = $1 ORDER BY kind, raised_at`, [id])).rows
const kindsOf = async (contact: string) => (await raised('record_id', contact)).map(({ kind }) => kind)
const theOne = async (contact: string, kind: string): Promise<Row> => {
  const found = (await raised('record_id', contact)).filter((row) => row.kind === kind)
  expect(found).toHaveLength(1)
  return found[0] as Row
}
const earlier = (child: string, months: number, over = {}) => makeContact(world, { child, received_at: new Date(Date.parse('2026-11-19T09:00:00Z') - months * 30 * 86_400_000), ...over })

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

  it('a contact whose child is named later counts from then', async () => {
    const child = await makeChild(world)
    await Promise.all([earlier(child, 1), earlier(child, 2)])
    const { id } = await log({ child: { kind: 'unidentified', description: 'About 14' } })
    expect(await raised('child_id', child)).toEqual([])
    await nameChild.run(world.as.advisor, request(), { contactId: id, version: 1, child: { kind: 'known', childId: child } })
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
    const alert = (await raised('child_id', child))[0] as Row
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

describe('what children share', () => {
  const lives = async (over: Record<string, unknown>, area = world.a) => {
    const child = await makeChild(world, area)
    await insert(world.sql, 'child_address', { area_id: area.id, id: randomUUID(), child_id: child, line: '9 Far Lane', ...over })
    return child
  }

  it('one address or one phone, to the safeguarding lead, under one key from whichever side', async () => {
    const [one, other] = [await lives({ postcode: 'TF9 1AA', phone: '07700900555' }), await lives({ postcode: 'TF9 1AA', phone: '07700900555', line: ' 9 far lane' })]
    const { id } = await log(about(one))
    const found = await raised('record_id', id)
    expect(found.map(({ kind, owner_role }) => [kind, owner_role])).toEqual([['shared_address', 'safeguarding_lead'], ['shared_phone', 'safeguarding_lead']])
    expect(found[0]?.evidence.map((item) => item.id)).toEqual([one, other])
    expect(found[0]?.why).not.toContain('Far Lane')
    await log(about(other))
    expect(await raised('child_id', other)).toEqual([])
  })

  it('one vehicle, by its registration, in contacts about different children', async () => {
    const vehicle = (label: string) => ({ subjects: [{ kind: 'vehicle' as const, label, note: '' }] })
    const told = (label: string, child: string) => log({ ...about(child), ...vehicle(label) })
    const [one, other] = [await makeChild(world), await makeChild(world)]
    expect(await kindsOf((await told('Grey van, AB12 CDE', one)).id)).toEqual([])
    const { id } = await told('ab12cde', other)
    expect((await theOne(id, 'shared_vehicle')).evidence.map((item) => item.id)).toEqual([other, one])
    expect(await kindsOf((await told('A silver car', await makeChild(world))).id)).toEqual([])
    expect(await kindsOf((await told('Another silver car', await makeChild(world))).id)).toEqual([])
  })

  it('not where they are family, moved out, live in a large home, or only the postcode is alike', async () => {
    const where = { postcode: 'TF9 2AA' }
    const [one, sister, moved] = [await lives(where), await lives(where), await lives({ ...where, to_date: '2025-01-01' })]
    await lives({ ...where, line: '11 Far Lane' })
    await insert(world.sql, 'person_around', { area_id: world.a.id, id: randomUUID(), child_id: sister, relationship: 'sibling', name: 'Robin', related_child_id: one })
    expect(await kindsOf((await log(about(one))).id)).toEqual([])
    expect(await kindsOf((await log(about(moved))).id)).toEqual([])
    const home = await Promise.all(Array.from({ length: 9 }, () => lives({ postcode: 'TF9 3AA' })))
    expect(await kindsOf((await log(about(home[0] ?? ''))).id)).toEqual([])
  })

  it('and never across areas', async () => {
    const here = await lives({ postcode: 'TF9 4AA', phone: '07700900556' })
    await lives({ postcode: 'TF9 4AA', phone: '07700900556' }, world.b)
    expect(await kindsOf((await log(about(here))).id)).toEqual([])
  })
})

describe('an open case elsewhere in the force area', () => {
  const NHS = '9434765919'
  const force = async () => {
    for (const area of [world.a, world.b]) await insert(world.sql, 'agency', { area_id: area.id, id: randomUUID(), name: area === world.a ? 'Three Valleys Police' : 'three valleys police', kind: 'police' })
  }
  const there = async (over: Record<string, unknown>, stage = 'assessment') => {
    const child = await makeChild(world, world.b, over)
    const held = await makeCase(world, { area: world.b, child, stage, holder: world.as.advisorInB })
    return { child, held }
  }
  const elsewhere = async (over: Record<string, unknown>) => {
    const { id } = await log(about(await makeChild(world, world.a, over)))
    return (await raised('record_id', id)).filter(({ kind }) => kind === 'open_elsewhere')
  }

  it('is not told of to an area of another force', async () => {
    await there({ nhs_number: NHS })
    expect(await elsewhere({ nhs_number: NHS })).toEqual([])
  })

  it('says which area and whom to ask, and nothing else of theirs; by NHS number, or by name and date of birth', async () => {
    await force()
    const { child, held } = await there({ given_name: 'Perpetua', family_name: 'Quill', date_of_birth: '2010-02-03' })
    const byNumber = await elsewhere({ nhs_number: NHS })
    expect(byNumber).toMatchObject([{ owner_role: 'safeguarding_lead', why: 'There is an open case in Otherby. Ask the Otherby cate there what they know.' }])
    const byName = await elsewhere({ given_name: 'perpetua', family_name: 'QUILL', date_of_birth: '2010-02-03' })
    expect(byName).toHaveLength(1)
    for (const secret of [child, held, 'X-K-']) expect(JSON.stringify([byNumber, byName])).not.toContain(secret)
  })

  it('not for another date of birth, an estimated one, a closed case, or a name alone', async () => {
    await there({ given_name: 'Odalys', family_name: 'Quine', date_of_birth: '2010-02-03' })
    await there({ given_name: 'Closed', family_name: 'Quine', date_of_birth: '2010-02-03' }, 'closed')
    const born = { given_name: 'Odalys', family_name: 'Quine', date_of_birth: '2010-02-03' }
    expect(await elsewhere({ ...born, date_of_birth: '2010-02-04' })).toEqual([])
    expect(await elsewhere({ ...born, birth_estimated: true })).toEqual([])
    expect(await elsewhere({ ...born, date_of_birth: null })).toEqual([])
    expect(await elsewhere({ ...born, given_name: 'Closed' })).toEqual([])
    expect(await elsewhere(born)).toHaveLength(1)
  })

  it('is answered to the front door about its own children alone', async () => {
    const { child: theirs } = await there({ given_name: 'Ottoline', family_name: 'Quist', date_of_birth: '2010-02-03' })
    const ours = await makeChild(world, world.a, { given_name: 'Ottoline', family_name: 'Quist', date_of_birth: '2010-02-03' })
    const asked = async (who: PersonName, child: string) => {
      const connection = await world.sql.connect()
      await connection.query('SET ROLE waymark_app')
      await connection.query(`SELECT set_config('app.assignment_id', $1, false)`, [world.as[who].assignmentId])
      const { rowCount } = await connection.query('SELECT * FROM open_cases_elsewhere($1)', [child])
      await connection.query('RESET ROLE')
      connection.release(true)
      return rowCount
    }
    for (const who of ['advisor', 'edt', 'safeguarding'] as const) expect([who, await asked(who, ours), await asked(who, theirs)]).toEqual([who, 1, 0])
    for (const who of ['practitioner', 'cateManager', 'police', 'school', 'manager', 'auditor', 'admin', 'advisorInB'] as const) expect([who, await asked(who, ours)]).toEqual([who, 0])
  })
})

describe('answering whether exploitation is a concern', () => {
  const asked = async (over: Form = {}) => {
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
