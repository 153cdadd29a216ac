import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readToday } from '../../lib/today/queries'
import type { Today } from '../../lib/today/view'
import { makeEnquiry } from '../support/enquiries'
import { makeCase, makeChild, makeContact, makeReferral } from '../support/records'
import { makeWorld, PERSON_NAMES, request, type PersonName, type World } from '../support/world'

/** What each role finds in the morning. */
let world: World
const made: Record<'late' | 'due' | 'waiting' | 'panel' | 'assessment', string> = {
  late: '', due: '', waiting: '', panel: '', assessment: '',
}
beforeAll(async () => {
  world = await makeWorld()
  const child = () => makeChild(world)
  made.late = await makeContact(world, {
    child: await child(), decision_due: '2026-11-19T10:29:59Z', received_at: '2026-11-18T09:00:00Z',
    agency: world.a.agencies.school,
  })
  made.due = await makeContact(world, {
    child: await child(), decision_due: '2026-11-20T09:00:00Z', received_at: '2026-11-19T09:00:00Z',
  })
  made.waiting = await makeCase(world, { child: await child(), stage: 'allocation' })
  made.panel = await makeCase(world, {
    child: await child(), stage: 'panel', holder: world.as.practitioner, panel_due: '2026-11-18T23:59:59Z',
    level: 'high',
  })
  made.assessment = await makeCase(world, {
    child: await child(), stage: 'assessment', holder: world.as.otherPractitioner,
    panel_due: '2026-12-18T23:59:59Z',
  })
  await makeReferral(world, { child: await child() })
})
afterAll(() => world.close())

const today = async <K extends Today.Page['kind']>(person: PersonName, kind: K) => {
  const page = await readToday.run(world.as[person], request(), {})
  if (page.kind !== kind) throw new Error(`${person} got the page of ${page.kind}`)
  return page as Extract<Today.Page, { kind: K }>
}

describe('today', () => {
  it('is one page for each role', async () => {
    const kinds: Record<string, string> = {}
    for (const person of PERSON_NAMES) if (person !== 'system') kinds[person] = (await readToday.run(world.as[person], request(), {})).kind
    expect(kinds).toEqual({
      advisor: 'front_door', edt: 'front_door', safeguarding: 'front_door', practitioner: 'practitioner',
      otherPractitioner: 'practitioner', cateManager: 'cate_manager',
      chair: 'panel_chair', school: 'partner', health: 'partner', police: 'partner', policeInB: 'partner',
      licensing: 'licensing', manager: 'manager', auditor: 'auditor',
      analyst: 'analyst', admin: 'admin', advisorInB: 'front_door',
    })
  })

  it('of the front door: what is due first, how much waits, is late and came today', async () => {
    const page = await today('advisor', 'front_door')
    expect(page.waiting.map((one) => [one.id, one.clock.state])).toEqual([[made.late, 'late'], [made.due, 'on_time']])
    expect(page.counts).toEqual({ waiting: 2, late: 1, loggedToday: 1, referralsWaiting: 1, alerts: 0 })
  })

  it('of the safeguarding lead: also what is late or close, who logged it and how long it has waited', async () => {
    const page = await today('safeguarding', 'front_door')
    expect(page.pressing).toMatchObject({ count: 1, items: [{ id: made.late, state: 'late', loggedBy: 'Waymark' }] })
    expect(page.pressing?.items[0]?.waited).toMatch(/working day/)
    for (const person of ['advisor', 'edt'] as const) expect((await today(person, 'front_door')).pressing).toBeNull()
  })

  it('of the safeguarding lead: open enquiries, those overdue to answer, and what her own agency is asked', async () => {
    const late = { due: new Date('2026-11-19T10:29:59Z') }
    const { agencies } = world.a
    const ask = async (agency: string, over: { due?: Date; answered?: boolean } = {}) => {
      const { request } = await makeEnquiry(world, { agency, answered: over.answered ?? false })
      await world.sql.query('UPDATE enquiry_request SET due_at = $2 WHERE id = $1', [request, over.due ?? '2026-11-20T10:30:00Z'])
    }
    await ask(agencies.school, late)
    await ask(agencies.school)
    await ask(agencies.council, late)
    await ask(agencies.health, { ...late, answered: true })
    expect((await today('safeguarding', 'front_door')).enquiries).toEqual({ open: 4, overdue: 2, waiting: 1, late: 1 })
    for (const person of ['advisor', 'edt'] as const) expect((await today(person, 'front_door')).enquiries).toBeNull()
    expect((await today('school', 'partner')).enquiries).toEqual({ waiting: 2, late: 1 })
    expect((await today('health', 'partner')).enquiries).toEqual({ waiting: 0, late: 0 })
    expect((await today('police', 'partner')).enquiries).toEqual({ waiting: 0, late: 0 })
    expect((await today('cateManager', 'cate_manager')).enquiries).toEqual({ waiting: 1, late: 1 })
  })

  it('of a practitioner: the own cases and what they weigh', async () => {
    const page = await today('practitioner', 'practitioner')
    expect(page.cases.map((one) => one.id)).toEqual([made.panel])
    expect(page.load).toMatchObject({ count: 1, weight: 1, maximum: 10 })
  })

  it('of the CATE manager: what to answer, to allocate, what is late, and who carries what', async () => {
    const page = await today('cateManager', 'cate_manager')
    expect(page.referrals).toHaveLength(1)
    expect(page.unallocated.map((one) => one.id)).toEqual([made.waiting])
    expect(page.late.map((one) => one.id)).toEqual([made.panel])
    expect(page.team.map((one) => [one.name, one.load.count])).toEqual([['Paz Second', 1], ['Pru First', 1]])
  })

  it('of the chair: what waits for the panel', async () => {
    expect((await today('chair', 'panel_chair')).cases.map((one) => one.id)).toEqual([made.panel])
  })

  it('of partners and the police: numbers of their own', async () => {
    expect(await today('school', 'partner')).toMatchObject({ contacts: 1, open: null })
    expect(await today('health', 'partner')).toMatchObject({ contacts: 0, open: null })
    expect(await today('police', 'partner')).toMatchObject({ contacts: 0, open: 3 })
    expect(await today('policeInB', 'partner')).toMatchObject({ contacts: 0, open: 0 })
  })

  it('of a manager and an auditor: what is late, by reference and with whom, and no child', async () => {
    const page = await today('manager', 'manager')
    expect(page.late.map((item) => [item.what, item.with])).toEqual([['Risk panel', 'Pru First'], ['Decision', 'Family Connect']])
    expect(page.late[0]?.reference).toMatch(/^X-K-/)
    expect(JSON.stringify(page)).not.toContain('Robin')
    const own = await today('auditor', 'auditor')
    expect(own.late).toEqual(page.late)
    expect(own.eventsToday).toBeGreaterThanOrEqual(0)
  })

  it('of an analyst and of an administrator: numbers, and nobody', async () => {
    const figures = await today('analyst', 'analyst')
    // what is a part of a withheld whole is withheld with it
    expect(figures.figures).toMatchObject({ contacts: null, exploitation: null })
    expect(Object.keys(figures).sort()).toEqual(['figures', 'kind'])
    expect(await today('admin', 'admin')).toEqual({ kind: 'admin', people: 15, agencies: 4 })
  })

  it('shows at most fifteen that wait, and counts them all', async () => {
    for (let at = 0; at < 20; at++) await makeContact(world, { area: world.b, decision_due: '2026-11-20' })
    const page = await today('advisorInB', 'front_door')
    expect(page.waiting).toHaveLength(15)
    expect(page.counts).toMatchObject({ waiting: 20, late: 0 })
  })

  it('keeps the most urgent in view however many cases are open', async () => {
    const urgent = await makeCase(world, {
      child: await makeChild(world), stage: 'panel', holder: world.as.practitioner, panel_due: '2026-01-01',
    })
    for (let at = 0; at < 220; at++) await makeCase(world, {
      child: await makeChild(world), stage: 'panel', holder: world.as.practitioner, panel_due: '2027-01-01',
    })
    const last = await makeCase(world, {
      child: await makeChild(world), stage: 'panel', holder: world.as.practitioner, panel_due: '2026-01-02',
    })
    const page = await today('chair', 'panel_chair')
    expect(page.cases.slice(0, 2).map((one) => one.id)).toEqual([urgent, last])
  })
})
