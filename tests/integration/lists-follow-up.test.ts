import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '../../lib/access/operation'
import { listAlerts } from '../../lib/alerts/queries'
import { listCaseload } from '../../lib/cases/queries'
import { listEnquiries } from '../../lib/enquiries/list'
import { listOwnRequests } from '../../lib/enquiries/own'
import { listReceived } from '../../lib/referrals/received'
import { listReferrals } from '../../lib/referrals/queries'
import type { Actor } from '../../lib/access/actor'
import type { Page } from '../../lib/paging'
import { makeEnquiry } from '../support/enquiries'
import { makeAgencyReferral, makeAlert, makeCase, makeChild, makeReferral } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** The lists of what is followed up: each filter and each sort, and that pages turn without a gap or a repeat. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const day = (iso: string) => ({ year: iso.slice(0, 4), month: iso.slice(5, 7), day: iso.slice(8, 10) })

/** The rows of a list by the names that the test gave them. */
const namesOf = (made: Record<string, string>, ids: readonly string[]) => ids.map((id) => Object.keys(made).find((name) => made[name] === id))

describe('alerts', () => {
  const made: Record<string, string> = {}
  beforeAll(async () => {
    const make = (over: object) => makeAlert(world, { owner_role: 'advisor', ...over })
    made.missing = await make({ kind: 'missing_screen', raised_at: '2026-06-02T22:30:00Z' })
    made.phone = await make({ kind: 'shared_phone', raised_at: '2026-06-01T10:00:00Z' })
    made.words = await make({ kind: 'exploitation_words', raised_at: '2026-06-02T23:30:00Z' })
    const done = { acknowledged_by_id: world.as.advisor.userId, answer: null, note: 'Rang them' }
    made.first = await make({ raised_at: '2026-06-01T08:00:00Z', acknowledged_at: '2026-06-05T08:00:00Z', ...done })
    made.last = await make({ raised_at: '2026-05-01T08:00:00Z', acknowledged_at: '2026-06-06T08:00:00Z', ...done })
  })
  const shown = async (filter: Parameters<typeof listAlerts.run>[2]) => namesOf(made, (await listAlerts.run(world.as.advisor, request(), filter)).items.map(({ id }) => id))

  it.each([
    ['what waits, oldest first', {}, ['phone', 'missing', 'words']],
    ['newest first', { sort: 'newest' }, ['words', 'missing', 'phone']],
    ['by what it is about', { kind: 'missing_screen' }, ['missing']],
    // half past eleven at night in UTC is the next day in London's summer
    ['by the day it was raised', { from: day('2026-06-02'), until: day('2026-06-02') }, ['missing']],
    ['what was answered, the last first', { show: 'acknowledged' }, ['last', 'first']],
    ['what was answered, the first first', { show: 'acknowledged', sort: 'oldest' }, ['first', 'last']],
  ] as const)('%s', async (_, filter, expected) => expect(await shown(filter)).toEqual(expected))

  it('of one’s own alone, unless all that wait are asked for', async () => {
    made.leads = await makeAlert(world, { owner_role: 'safeguarding_lead', raised_at: '2026-06-04T10:00:00Z' })
    const seen = async (show: 'mine' | 'waiting') => namesOf(made, (await listAlerts.run(world.as.safeguarding, request(), { show, sort: 'newest' })).items.map(({ id }) => id))
    expect(await seen('mine')).toEqual(['leads'])
    expect(await seen('waiting')).toEqual(['leads', 'words', 'missing', 'phone'])
  })

  it.each([[{ kind: 'rumour' }], [{ sort: 'name' }], [{ from: day('2026-06-02'), until: day('2026-06-01') }]])('refuse %j', async (filter) => {
    await expect(listAlerts.run(world.as.advisor, request(), filter as never)).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('enquiries', () => {
  const made: Record<string, string> = {}
  const asked: Record<string, string> = {}
  beforeAll(async () => {
    const make = async (name: string, opened: string, due: string, answered = false) => {
      const { enquiry, request: one } = await makeEnquiry(world, { agency: world.a.agencies.health, answered, opened_at: opened, due_at: due })
      await world.sql.query('UPDATE enquiry_request SET asked_at = $2, due_at = $3 WHERE id = $1', [one, opened, due])
      asked[name] = made[name] = enquiry
    }
    await make('early', '2026-06-01T10:00:00Z', '2026-06-09T10:00:00Z')
    await make('late', '2026-06-03T10:00:00Z', '2026-06-04T10:00:00Z')
    await make('answered', '2026-06-02T10:00:00Z', '2026-06-03T10:00:00Z', true)
  })
  const led = async (filter: Parameters<typeof listEnquiries.run>[2]) => namesOf(made, (await listEnquiries.run(world.as.safeguarding, request(), filter)).items.map(({ id }) => id))
  const own = async (filter: Parameters<typeof listOwnRequests.run>[2]) => namesOf(asked, (await listOwnRequests.run(world.as.health, request(), filter)).items.map(({ enquiryId }) => enquiryId))

  it.each([
    ['oldest first', {}, ['early', 'answered', 'late']],
    ['newest first', { sort: '-opened' }, ['late', 'answered', 'early']],
    ['by when answers are due', { sort: 'due' }, ['answered', 'late', 'early']],
    ['by the days they were opened', { from: day('2026-06-02'), until: day('2026-06-02') }, ['answered']],
    ['decided', { show: 'decided' }, []],
  ] as const)('of the lead: %s', async (_, filter, expected) => expect(await led(filter)).toEqual(expected))

  it.each([
    ['what is due first', {}, ['late', 'early']],
    ['what was asked first', { sort: 'asked' }, ['early', 'late']],
    ['what was asked last', { sort: '-asked' }, ['late', 'early']],
    ['by the days it was asked', { until: day('2026-06-02') }, ['early']],
    ['what is answered', { show: 'answered' }, ['answered']],
  ] as const)('of an agency: %s', async (_, filter, expected) => expect(await own(filter)).toEqual(expected))

  it('of the lead’s own agency, though the lead sees what every agency is asked', async () => {
    const { items } = await listOwnRequests.run(world.as.safeguarding, request(), {})
    expect(items).toEqual([])
  })
})

describe('referrals', () => {
  const made: Record<string, string> = {}
  beforeAll(async () => {
    const { school, health } = world.a.agencies
    made.late = await makeAgencyReferral(world, { agency: school, sent_at: '2026-06-02T09:00:00Z', awaited_by: '2026-06-03T09:00:00Z' })
    made.inTime = await makeAgencyReferral(world, { agency: school, sent_at: '2026-06-01T09:00:00Z', awaited_by: '2027-06-03T09:00:00Z', state: 'acknowledged', acknowledged_at: '2026-06-01T10:00:00Z' })
    made.other = await makeAgencyReferral(world, { agency: health, sent_at: '2026-06-04T09:00:00Z', awaited_by: '2026-06-05T09:00:00Z' })
    made.cate = await makeReferral(world, { sent_at: '2026-06-03T09:00:00Z', awaited_by: '2026-06-04T09:00:00Z' })
  })
  const shown = async (filter: Parameters<typeof listReferrals.run>[2]) => namesOf(made, (await listReferrals.run(world.as.safeguarding, request(), filter)).items.map(({ id }) => id))
  const received = async (filter: Parameters<typeof listReceived.run>[2]) => namesOf(made, (await listReceived.run(world.as.school, request(), filter)).items.map(({ id }) => id))

  it.each([
    ['what waits, oldest first', {}, ['inTime', 'late', 'cate', 'other']],
    ['newest first', { sort: '-sent' }, ['other', 'cate', 'late', 'inTime']],
    ['what is late, by what was due first', { due: 'late', sort: 'due' }, ['late', 'cate', 'other']],
    ['what is still in time', { due: 'in_time' }, ['inTime']],
    ['by state', { state: 'acknowledged' }, ['inTime']],
    ['to a team', { to: 'cate' }, ['cate']],
    ['by the days they were sent', { from: day('2026-06-03'), until: day('2026-06-03') }, ['cate']],
  ] as const)('%s', async (_, filter, expected) => expect(await shown(filter)).toEqual(expected))

  it('to one agency', async () => expect(await shown({ to: world.a.agencies.health })).toEqual(['other']))

  it('of one’s own agency alone, whatever is asked', async () => {
    expect(await received({})).toEqual(['inTime', 'late'])
    expect(await received({ sort: '-sent' })).toEqual(['late', 'inTime'])
    expect(await received({ due: 'late' })).toEqual(['late'])
    expect(await received({ show: 'all' })).not.toContain('other')
  })
})

describe('their pages', () => {
  type Listed = Page<{ id?: string; enquiryId?: string }>
  type Paged = [name: string, list: Operation<never, unknown>, who: () => Actor, filter: object, many: () => Promise<unknown>]
  const THIRTY = Array.from({ length: 30 }, (_, turn) => turn)
  /** Three at each moment, so that the key's id decides too. */
  const at = (turn: number) => new Date(Date.parse('2026-03-01T09:00:00Z') + Math.floor(turn / 3) * 1000)

  it.each<Paged>([
    ['alerts', listAlerts as never, () => world.as.advisor, {}, () => Promise.all(THIRTY.map((turn) => makeAlert(world, { owner_role: 'advisor', raised_at: at(turn) })))],
    ['alerts, newest first', listAlerts as never, () => world.as.advisor, { sort: 'newest' }, async () => {}],
    ['enquiries', listEnquiries as never, () => world.as.safeguarding, {}, () => Promise.all(THIRTY.map((turn) => makeEnquiry(world, { opened_at: at(turn), due_at: at(turn + 3) })))],
    ['enquiries by what is due', listEnquiries as never, () => world.as.safeguarding, { sort: '-due' }, async () => {}],
    ['an agency’s requests', listOwnRequests as never, () => world.as.school, {}, async () => {}],
    ['referrals', listReferrals as never, () => world.as.safeguarding, {}, () => Promise.all(THIRTY.map((turn) => makeAgencyReferral(world, { agency: world.a.agencies.police, sent_at: at(turn), awaited_by: at(turn + 3) })))],
    ['what waits for an agency', listReceived as never, () => world.as.police, { due: 'late', sort: '-due' }, async () => {}],
    ['the caseload', listCaseload as never, () => world.as.cateManager, {}, () => Promise.all(THIRTY.map(async (turn) => makeCase(world, { child: await makeChild(world, world.a, { family_name: 'Same' }), holder: world.as.practitioner, panel_due: at(turn) })))],
    ['the caseload by name', listCaseload as never, () => world.as.cateManager, { sort: '-child' }, async () => {}],
    ['the caseload by level', listCaseload as never, () => world.as.cateManager, { sort: 'level' }, async () => {}],
  ])('%s turn without a gap or a repeat', async (_, list, who, filter, many) => {
    await many()
    const seen: string[] = []
    let after: string | undefined
    let pages = 0
    do {
      const page = (await list.run(who(), request(), { ...filter, ...(after ? { after } : {}) } as never)) as Listed
      seen.push(...page.items.map((one) => one.enquiryId ?? one.id ?? ''))
      after = page.next ?? undefined
    } while (after && ++pages < 10)
    expect(pages).toBeGreaterThan(0)
    expect(seen.length).toBeGreaterThanOrEqual(30)
    expect(new Set(seen).size).toBe(seen.length)
  })
})
