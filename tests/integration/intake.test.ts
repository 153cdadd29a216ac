import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listAlerts } from '../../lib/alerts/queries'
import { readCaseCall, recordOnCase } from '../../lib/cases/calls'
import { readCase } from '../../lib/cases/queries'
import { logContact } from '../../lib/contacts/commands'
import { listContacts, readContact } from '../../lib/contacts/queries'
import { saveDraft } from '../../lib/drafts/commands'
import { readFigures } from '../../lib/oversight/figures'
import { readChronology } from '../../lib/chronology/queries'
import { readChild } from '../../lib/records/queries'
import { saveTemplate } from '../../lib/templates/commands'
import { listOfferedTemplates, listTemplates } from '../../lib/templates/queries'
import { setClock } from '../support/clock'
import { eventOf } from '../support/events'
import { caseCallForm, contactForm, templateForm } from '../support/inputs'
import { makeCase, makeChild, makeContact, makeDraft } from '../support/records'
import { makeWorld, request, type PersonName, type World } from '../support/world'

/** A call in full: what it is about, on what basis it is shared, who may know who told, and where it belongs. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const rows = async <T = Record<string, unknown>>(sql: string, values: unknown[] = []) => (await world.sql.query(sql, values)).rows as T[]
const log = (over: Parameters<typeof contactForm>[0] = {}) => logContact.run(world.as.advisor, request(), contactForm(over))
const read = (contactId: string, who: PersonName = 'advisor') => readContact.run(world.as[who], request(), { contactId })
const record = (child: string, over: Parameters<typeof caseCallForm>[1] = {}, who: PersonName = 'advisor') => recordOnCase.run(world.as[who], request(), caseCallForm(child, over))
const alertsOf = async (who: PersonName, noteId: string) => (await listAlerts.run(world.as[who], request(), { show: 'mine' })).items.filter((alert) => alert.record.id === noteId)

async function openCase(holder: PersonName | null = 'practitioner', stage = holder ? 'assessment' : 'allocation') {
  const child = await makeChild(world)
  return { child, held: await makeCase(world, { child, stage, holder: holder ? world.as[holder] : null }) }
}

describe('three questions', () => {
  it('are kept apart: consent to a service, consent to medical care, and the basis for sharing', async () => {
    const { id } = await log({ consent: 'refused', medicalConsent: 'given', medicalConsentNote: 'To see the school nurse', sharingBasis: 'legal_obligation', sharingNote: 'A court order' })
    const contact = await read(id)
    expect(contact).toMatchObject({ consent: 'refused', medicalConsent: 'given', medicalConsentNote: 'To see the school nurse' })
    expect(contact.sharing).toContain('Art 6(1)(c)')
    expect(contact.sharing).toContain('A court order')
  })

  it('leave the basis empty for what was written down before it was asked', async () => {
    expect(await read(await makeContact(world))).toMatchObject({ sharing: null, medicalConsent: null, schoolDaysMissed: null, template: null, subjects: [] })
  })

  it('and school days are kept where absence from education is chosen, and not elsewhere', async () => {
    expect((await read((await log({ concerns: ['school_absence'], schoolDaysMissed: ' 12 ' })).id)).schoolDaysMissed).toBe(12)
    expect((await read((await log({ concerns: [], schoolDaysMissed: '12' })).id)).schoolDaysMissed).toBeNull()
    expect((await read((await log({ concerns: ['school_absence'] })).id)).schoolDaysMissed).toBeNull()
  })
})

describe('a contact about a person, a place or a vehicle', () => {
  it('needs no child, and keeps what was told beside what can be compared', async () => {
    const { id } = await log({
      child: { kind: 'unidentified', description: '' },
      subjects: [
        { kind: 'place', label: 'The Crown, 2 High Street, wm4 2pd', note: 'Room 12' }, { kind: 'vehicle', label: 'Silver van, ab12 cde', note: '' },
        { kind: 'person', label: '“Daz”', note: 'About 30' },
      ],
    })
    const { subjects, child } = await read(id)
    expect(child).toBeNull()
    expect(subjects.map(({ kind, label, note }) => [kind, label, note]).sort()).toEqual([
      ['person', '“Daz”', 'About 30'], ['place', 'The Crown, 2 High Street, wm4 2pd', 'Room 12'], ['vehicle', 'Silver van, ab12 cde', null],
    ])
    expect((await rows<{ normalised: string }>('SELECT normalised FROM contact_subject WHERE contact_id = $1 ORDER BY kind', [id])).map((row) => row.normalised)).toEqual([
      'DAZ', 'THE CROWN 2 HIGH STREET WM42PD', 'AB12CDE',
    ])
  })
})

describe('who told us', () => {
  const withheld = async () => {
    const { child } = await openCase('practitioner', 'panel')
    const contact = await makeContact(world, { child, identity_withheld: true, referrer_name: 'Kestrel', referrer_phone: '07700900999', source_code: '1A' })
    return { child, contact }
  }

  it('is withheld from those who need not know, with its source, and named to the others', async () => {
    const { child, contact } = await withheld()
    const known = await read(contact, 'practitioner')
    expect(known.toldBy).toEqual({ who: 'Kestrel', source: 'Family member or carer', reach: ['07700900999'], anonymous: false, withheld: true })
    const hidden = await read(contact, 'chair')
    expect(hidden.toldBy).toMatchObject({ who: 'Withheld', source: 'Withheld', reach: [], withheld: true })
    const record = await readChild.run(world.as.chair, request(), { childId: child })
    const { items } = await readChronology.run(world.as.chair, request(), { childId: child })
    expect(items.find((entry) => entry.link?.id === contact)?.title).toBe('Contact; who told us is withheld')
    for (const shown of [hidden, record, items]) expect(JSON.stringify(shown)).not.toMatch(/Kestrel|07700900999|amily member/)
  })

  it('is told to those who may know with what stands on paper in its place', async () => {
    const { child, contact } = await withheld()
    const { contacts } = await readChild.run(world.as.safeguarding, request(), { childId: child })
    const { items } = await readChronology.run(world.as.safeguarding, request(), { childId: child })
    expect(items.find((entry) => entry.link?.id === contact)).toMatchObject({ title: 'Contact from family member or carer', onPaper: 'Contact; who told us is withheld' })
    expect(contacts.find(({ id }) => id === contact)).toMatchObject({ source: 'Family member or carer', identityWithheld: true })
  })
})

describe('a call about a child with an open case', () => {
  it('is no contact unless somebody says why it is separate', async () => {
    const { child } = await openCase()
    const known = { kind: 'known' as const, childId: child }
    await expect(log({ child: known })).rejects.toMatchObject({ kind: 'invalid', fields: { separateReason: expect.stringContaining('has an open case') } })
    const { id } = await log({ child: known, separateReason: 'About her brother’s friend' })
    expect(await read(id)).toMatchObject({ separateReason: 'About her brother’s friend' })
    // where no case is open there is nothing to be separate from
    const other = await log({ child: { kind: 'known', childId: await makeChild(world) }, separateReason: 'Typed before another child was chosen' })
    expect((await read(other.id)).separateReason).toBeNull()
  })

  it('is recorded on the case, is counted nowhere, and is in the chronology and on the case', async () => {
    const { child, held } = await openCase()
    const counted = async () => [
      await rows('SELECT count(*)::int AS n FROM contact'), await rows('SELECT count(*)::int AS n FROM referral'),
      await readFigures.run(world.as.manager, request(), {}), (await listContacts.run(world.as.advisor, request(), { show: 'all' })).items,
    ]
    const before = await counted()
    const from = request()
    const { id } = await recordOnCase.run(world.as.advisor, from, caseCallForm(child, {
      whatWasSaid: 'Seen in the silver van again', childWords: 'He is nice to me', exploitation: 'suspected', subjects: [{ kind: 'vehicle', label: 'AB12 CDE', note: '' }],
    }))
    expect(await counted()).toEqual(before)
    const call = await readCaseCall.run(world.as.practitioner, request(), { noteId: id })
    expect(call).toMatchObject({
      whatWasSaid: 'Seen in the silver van again', childWords: 'He is nice to me', loggedBy: 'Ada Visor', case: { id: held, practitioner: 'Pru First' },
      toldBy: { who: 'Gwen Hart, Teacher' }, subjects: [{ kind: 'vehicle', label: 'AB12 CDE' }],
    })
    expect((await readCase.run(world.as.practitioner, request(), { caseId: held })).calls).toMatchObject([{ id, gist: 'Seen in the silver van again', danger: false }])
    const { contacts, exploitation } = await readChild.run(world.as.safeguarding, request(), { childId: child })
    const { items } = await readChronology.run(world.as.safeguarding, request(), { childId: child })
    expect(items.find((entry) => entry.link?.id === id)).toMatchObject({ link: { type: 'case_note' }, text: 'Seen in the silver van again', by: 'Ada Visor' })
    expect(contacts).toEqual([])
    expect(exploitation).toBe('suspected')
    expect(await eventOf(world, from.requestId)).toMatchObject({ kind: 'case.call_recorded', record_type: 'case_note', record_id: id, children: [child], detail: { before: null } })
  })

  it('tells whoever holds the case, and the CATE manager where nobody does', async () => {
    const held = await record((await openCase()).child)
    expect(await alertsOf('practitioner', held.id)).toMatchObject([{ kind: 'call_on_open_case', asks: false }])
    expect(await alertsOf('cateManager', held.id)).toEqual([])
    const waiting = await record((await openCase(null)).child)
    expect(await alertsOf('cateManager', waiting.id)).toMatchObject([{ kind: 'call_on_open_case' }])
    expect(await alertsOf('safeguarding', held.id)).toEqual([])
  })

  it('that tells of danger now is put to the safeguarding lead as well', async () => {
    const { id } = await record((await openCase()).child, { immediateDanger: true, dangerAction: '999 called at 10:28' })
    expect(await alertsOf('safeguarding', id)).toMatchObject([{ kind: 'danger_on_open_case' }])
    expect(await alertsOf('practitioner', id)).toHaveLength(1)
    await expect(record((await openCase()).child, { immediateDanger: true })).rejects.toMatchObject({ fields: { dangerAction: 'Say what has been done about the danger' } })
  })

  it('names nobody in what the alert says', async () => {
    const child = await makeChild(world, world.a, { given_name: 'Kestrel', family_name: 'Osprey' })
    await makeCase(world, { child, holder: world.as.practitioner })
    const { id } = await record(child)
    const [alert] = await alertsOf('practitioner', id)
    expect(alert?.why).toMatch(/^Family Connect took a call about a young person in case X-K-\d+, which you hold\.$/)
  })

  it('sent twice, also at once, makes one note and one alert; with other words it is refused', async () => {
    const { child } = await openCase()
    const form = caseCallForm(child)
    const send = () => recordOnCase.run(world.as.advisor, request(), form)
    const [first, second, third] = await Promise.all([send(), send(), send()])
    expect([second, third]).toEqual([first, first])
    expect(await rows('SELECT count(*)::int AS n FROM case_note WHERE child_id = $1', [child])).toEqual([{ n: 1 }])
    expect(await alertsOf('practitioner', first.id)).toHaveLength(1)
    await expect(recordOnCase.run(world.as.advisor, request(), { ...form, whatWasSaid: 'Something else' })).rejects.toMatchObject({ fields: { form: expect.stringContaining('saved already') } })
  })

  it('makes one record however its form is sent: on the case and as a contact are not both', async () => {
    const { child } = await openCase()
    const form = caseCallForm(child)
    await recordOnCase.run(world.as.advisor, request(), form)
    await expect(logContact.run(world.as.advisor, request(), { ...form, separateReason: 'Separate' })).rejects.toMatchObject({ fields: { form: expect.stringContaining('saved already') } })
    const other = caseCallForm((await openCase()).child)
    await logContact.run(world.as.advisor, request(), { ...other, separateReason: 'Separate' })
    await expect(recordOnCase.run(world.as.advisor, request(), other)).rejects.toMatchObject({ fields: { form: expect.stringContaining('saved already, as TST-') } })
  })

  it('ends its draft, and a late keystroke does not bring the draft back', async () => {
    const { child } = await openCase()
    const submissionKey = await makeDraft(world, world.as.advisor)
    await record(child, { submissionKey })
    expect(await rows('SELECT FROM draft WHERE id = $1', [submissionKey])).toEqual([])
    await expect(saveDraft.run(world.as.advisor, request(), { draftId: submissionKey, kind: 'contact', content: {} })).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('about a case that was closed meanwhile says so and keeps nothing', async () => {
    const { child, held } = await openCase()
    await world.sql.query(`UPDATE cate_case SET stage = 'closed', closed_at = now(), closure_reason = 'RC7' WHERE id = $1`, [held])
    await expect(record(child)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('closed while you had this open') })
    expect(await rows('SELECT FROM case_note WHERE child_id = $1', [child])).toEqual([])
  })

  it('passes with the case: whoever held it before sees it no more', async () => {
    const { child, held } = await openCase()
    const { id } = await record(child)
    await world.sql.query('UPDATE cate_case SET allocated_to_id = $1 WHERE id = $2', [world.as.otherPractitioner.userId, held])
    await expect(readCaseCall.run(world.as.practitioner, request(), { noteId: id })).rejects.toMatchObject({ kind: 'not_found' })
    expect((await readCaseCall.run(world.as.otherPractitioner, request(), { noteId: id })).id).toBe(id)
  })
})

describe('a script for calls', () => {
  const save = (over: Parameters<typeof templateForm>[0] = {}) => saveTemplate.run(world.as.admin, request(), templateForm(over))
  const offered = async () => (await listOfferedTemplates.run(world.as.advisor, request(), {})).map(({ ref }) => ref)

  it('is Waymark’s own until the area writes its own, and a contact keeps the version that was used', async () => {
    expect(await offered()).toContain('school/waymark-1')
    const first = await log({ callTemplate: 'school/waymark-1' })
    expect((await save({ basedOn: 'school/waymark-1', name: 'School or college', prompts: ' Who noticed? \n\nSince when?\r\n' })).ref).toBe('school/area-1')
    expect((await save({ basedOn: 'school/area-1', name: 'School or college', prompts: 'Who noticed?' })).ref).toBe('school/area-2')
    expect(await offered()).toContain('school/area-2')
    expect(await offered()).not.toContain('school/waymark-1')
    // a form that was open meanwhile is saved with the version it showed
    const second = await log({ callTemplate: 'school/area-1' })
    expect((await read(first.id)).template?.title).toBe('School, Waymark’s version 1')
    expect((await read(second.id)).template).toEqual({ title: 'School or college, version 1 of this area', prompts: ['Who noticed?', 'Since when?'] })
  })

  it('of the area’s own can be added and taken off the form', async () => {
    const { ref } = await save({ name: 'Arcade' })
    expect(await offered()).toContain(ref)
    const { ref: next } = await save({ basedOn: ref, name: 'Arcade', offered: false })
    expect(await offered()).not.toContain(next)
    expect((await listTemplates.run(world.as.admin, request(), {})).find((template) => template.ref === next)).toMatchObject({ offered: false, madeBy: 'Ad Minn' })
  })

  it('written by two at once becomes one version, and the other is told', async () => {
    const { ref } = await save()
    const both = await Promise.allSettled([save({ basedOn: ref, name: 'One' }), save({ basedOn: ref, name: 'Two' })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } })
  })

  it('of another area, or of nobody, cannot be used on a contact', async () => {
    for (const callTemplate of ['school/waymark-9', `${randomUUID()}/area-1`]) await expect(log({ callTemplate })).rejects.toMatchObject({ fields: { callTemplate: 'Choose the kind of call again' } })
  })

  it.each([
    ['no prompt', { prompts: ' \n ' }, 'prompts'], ['too many', { prompts: 'x\n'.repeat(13) }, 'prompts'], ['one that is too long', { prompts: 'x'.repeat(201) }, 'prompts'],
    ['no name', { name: '' }, 'name'], ['an anonymous source', { sourceCode: '9' as never }, 'sourceCode'], ['a version that is none', { basedOn: 'school' }, 'basedOn'],
  ])('is refused with %s', async (_, over, field) => {
    await expect(save(over)).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: expect.any(String) } })
  })
})
