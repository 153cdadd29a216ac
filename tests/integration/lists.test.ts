import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCaseload } from '../../lib/cases/queries'
import { searchChildren } from '../../lib/children/queries'
import { listContacts, listOwnAgencyContacts } from '../../lib/contacts/queries'
import { readAuditLog } from '../../lib/oversight/audit-log'
import { listPeople } from '../../lib/people/queries'
import { giveRole, makeCase, makeChild, makeContact, makeDecision } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** Each filter and each sort of every list, on a small world; and that pages turn without a gap or a repeat. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const day = (iso: string) => ({ year: iso.slice(0, 4), month: iso.slice(5, 7), day: iso.slice(8, 10) })

describe('contacts', () => {
  const made: Record<string, string> = {}
  beforeAll(async () => {
    const make = (over: object) => makeContact(world, { area: world.b, ...over })
    made.phoned = await make({ received_at: '2026-06-01T10:00:00Z', decision_due: '2026-06-02T10:00:00Z', exploitation: 'yes', level_of_need: 'acute', source_code: '2A' })
    made.mailed = await make({ received_at: '2026-06-02T22:30:00Z', decision_due: '2026-06-09T10:00:00Z', channel: 'email', source_code: '5C', exploitation: 'suspected' })
    made.police = await make({ received_at: '2026-06-02T23:30:00Z', decision_due: '2026-06-04T10:00:00Z', channel: 'police_missing_report', source_code: '6' })
    made.decided = await make({ received_at: '2026-06-05T10:00:00Z', decision_due: '2026-06-08T10:00:00Z', level_of_need: 'complex' })
    await makeDecision(world, made.decided as string, { area: world.b })
  })
  const nameOf = (id: string) => Object.keys(made).find((name) => made[name] === id)
  const shown = async (filter: Parameters<typeof listContacts.run>[2]) => (await listContacts.run(world.as.advisorInB, request(), filter)).items.map((item) => nameOf(item.id))

  it.each([
    ['by state, undecided', { show: 'undecided' }, ['phoned', 'police', 'mailed']],
    ['by state, decided', { show: 'decided' }, ['decided']],
    ['all of them', { show: 'all' }, ['decided', 'police', 'mailed', 'phoned']],
    ['those about exploitation', { show: 'exploitation' }, ['mailed', 'phoned']],
    ['by the answer to exploitation', { show: 'all', exploitation: 'suspected' }, ['mailed']],
    ['by both, of which one says no', { show: 'exploitation', exploitation: 'no' }, []],
    ['by channel', { show: 'all', channel: 'police_missing_report' }, ['police']],
    ['by group of sources', { show: 'all', source: 'local_authority' }, ['mailed']],
    ['by another group', { show: 'all', source: 'other' }, ['decided']],
    ['by level of need', { show: 'all', need: 'acute' }, ['phoned']],
    // London days in summer: half past eleven at night in UTC is the next day
    ['by the day received', { show: 'all', from: day('2026-06-02'), until: day('2026-06-02') }, ['mailed']],
    ['from a day on', { show: 'all', from: day('2026-06-03') }, ['decided', 'police']],
    ['oldest first', { show: 'all', sort: 'received' }, ['phoned', 'mailed', 'police', 'decided']],
    ['by what is due', { show: 'all', sort: 'due' }, ['phoned', 'police', 'decided', 'mailed']],
    ['by what is due last', { show: 'undecided', sort: '-due' }, ['mailed', 'police', 'phoned']],
    ['those that wait, newest first', { show: 'undecided', sort: '-received' }, ['police', 'mailed', 'phoned']],
  ] as const)('%s', async (_, filter, expected) => expect(await shown(filter)).toEqual(expected))

  it.each([[{ name: 'Robin' }], [{ channel: 'pigeon' }], [{ sort: 'name' }], [{ need: { not: 'acute' } }], [{ from: day('2026-06-02'), until: day('2026-06-01') }]])('refuse %j', async (filter) => {
    await expect(listContacts.run(world.as.advisorInB, request(), filter as never)).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('turn their pages without a gap or a repeat, whatever the moments and the order', async () => {
    const moments = fc.array(fc.record({ received: fc.nat(6), due: fc.nat(6) }), { minLength: 51, maxLength: 70 })
    const sort = fc.constantFrom('received', '-received', 'due', '-due', undefined)
    await fc.assert(fc.asyncProperty(moments, sort, fc.constantFrom('all', 'undecided'), async (rows, order, show) => {
      await world.sql.query('DELETE FROM contact WHERE area_id = $1', [world.a.id])
      const at = (minute: number) => new Date(Date.parse('2026-07-01T09:00:00Z') + minute * 60_000)
      const ids = await Promise.all(rows.map(({ received, due }) => makeContact(world, { received_at: at(received), decision_due: at(1000 + due) })))
      const seen: { id: string; key: number }[] = []
      let after: string | undefined
      do {
        const page = await listContacts.run(world.as.advisor, request(), { show, ...(order ? { sort: order } : {}), ...(after ? { after } : {}) })
        const byDue = order ? order.endsWith('due') : show === 'undecided'
        seen.push(...page.items.map((item) => ({ id: item.id, key: Date.parse(byDue ? item.clock.due : item.receivedAt) })))
        after = page.next ?? undefined
      } while (after)
      expect(seen.map(({ id }) => id).sort()).toEqual([...ids].sort())
      const down = order?.startsWith('-') ?? show === 'all'
      expect(seen.map(({ key }) => key)).toEqual([...seen.map(({ key }) => key)].sort((a, b) => (down ? b - a : a - b)))
    }), { numRuns: 8 })
  })
})

describe('an agency’s own contacts', () => {
  it('by the days they came, either way round', async () => {
    const agency = world.a.agencies.school
    const [early, late] = [await makeContact(world, { agency, received_at: '2026-05-01' }), await makeContact(world, { agency, received_at: '2026-05-09' })]
    const shown = async (filter: Parameters<typeof listOwnAgencyContacts.run>[2]) => (await listOwnAgencyContacts.run(world.as.school, request(), filter)).items.map((item) => item.id)
    expect(await shown({})).toEqual([late, early])
    expect(await shown({ sort: 'received' })).toEqual([early, late])
    expect(await shown({ until: day('2026-05-08') })).toEqual([early])
    expect(await shown({ from: day('2026-05-02'), until: day('2026-05-08') })).toEqual([])
  })
})

describe('the caseload', () => {
  const made: Record<string, string> = {}
  beforeAll(async () => {
    const make = async (family: string, over: object) => makeCase(world, { child: await makeChild(world, world.a, { family_name: family }), ...over })
    const { practitioner, otherPractitioner } = world.as
    made.late = await make('Cole', { holder: practitioner, stage: 'plan', level: 'high', panel_held_at: '2026-01-01', next_review_due: '2026-11-01' })
    made.close = await make('Able', { id: '00000000-0000-7000-8000-0000000000c1', holder: otherPractitioner, stage: 'assessment', panel_due: '2026-11-23' })
    made.later = await make('Dean', { holder: practitioner, stage: 'panel', level: 'low', panel_due: '2027-01-15' })
    made.waits = await make('Bell', { id: '00000000-0000-7000-8000-0000000000c2', holder: null, stage: 'allocation', panel_due: '2027-02-15' })
    made.first = await make('Eden', { holder: practitioner, stage: 'closed', closed_at: '2026-02-01', level: 'low' })
    made.last = await make('Fane', { holder: otherPractitioner, stage: 'closed', closed_at: '2026-03-01' })
  })
  const nameOf = (id: string) => Object.keys(made).find((name) => made[name] === id)
  const shown = async (filter: Parameters<typeof listCaseload.run>[2], who = world.as.cateManager) => (await listCaseload.run(who, request(), filter)).items.map((one) => nameOf(one.id))

  it.each([
    ['those that wait first, then by what is due', {}, ['waits', 'late', 'close', 'later']],
    ['by what is due last', { sort: '-due' }, ['waits', 'later', 'close', 'late']],
    ['by name', { sort: 'child' }, ['close', 'waits', 'late', 'later']],
    ['by name, backwards', { sort: '-child' }, ['later', 'late', 'waits', 'close']],
    ['by level, those without one last', { sort: 'level' }, ['later', 'late', 'close', 'waits']],
    ['by level, highest first', { sort: '-level' }, ['late', 'later', 'close', 'waits']],
    ['by level', { level: 'high' }, ['late']],
    ['without a level', { level: 'none' }, ['waits', 'close']],
    ['by stage', { stage: 'panel' }, ['later']],
    ['what is late', { due: 'late' }, ['late']],
    ['what is close', { due: 'close' }, ['close']],
    ['not allocated', { practitioner: 'none' }, ['waits']],
    ['closed, the last first', { show: 'closed' }, ['last', 'first']],
    ['closed, the first first', { show: 'closed', sort: 'closed' }, ['first', 'last']],
    ['closed, by a sort of open cases', { show: 'closed', sort: '-level' }, ['last', 'first']],
    ['open, by a sort of closed cases', { sort: 'closed' }, ['waits', 'late', 'close', 'later']],
    ['closed, by level', { show: 'closed', level: 'low' }, ['first']],
  ] as const)('%s', async (_, filter, expected) => expect(await shown(filter)).toEqual(expected))

  it('by practitioner, and never more than one’s own', async () => {
    const { practitioner, otherPractitioner } = world.as
    expect(await shown({ practitioner: otherPractitioner.userId })).toEqual(['close'])
    expect(await shown({ practitioner: otherPractitioner.userId }, practitioner)).toEqual([])
    expect(await shown({}, practitioner)).toEqual(['late', 'later'])
  })
})

describe('people', () => {
  type Filter = Parameters<typeof listPeople.run>[2]
  const shown = async (filter: Filter) => (await listPeople.run(world.as.admin, request(), filter)).map((person) => person.name)

  it('by role, by agency, by state, and sorted by each', async () => {
    expect(await shown({ role: 'practitioner' })).toEqual(['Paz Second', 'Pru First'])
    expect(await shown({ role: 'practitioner', sort: '-name' })).toEqual(['Pru First', 'Paz Second'])
    expect(await shown({ agency: world.a.agencies.health })).toEqual(['Hela Health'])
    expect(await shown({ agency: world.b.agencies.police })).toEqual([])
    expect(await shown({ state: 'taken_away' })).toEqual([])
    await giveRole(world, world.as.chair, { revoked_at: '2026-01-01' })
    expect(await shown({ state: 'taken_away' })).toEqual(['Charis Panel'])
    const agencies = (await listPeople.run(world.as.admin, request(), { sort: 'agency' })).map((person) => person.agency ?? '')
    expect(agencies).toEqual([...agencies].sort((a, b) => a.localeCompare(b, 'en-GB')))
    expect((await shown({ sort: 'role' }))[0]).toBe('Anna List')
  })

  it.each([[{ name: 'Pru' }], [{ role: 'system' }], [{ sort: 'email' }]])('refuse %j', async (filter) => {
    await expect(listPeople.run(world.as.admin, request(), filter as never)).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('the search for children', () => {
  it('among those with exploitation, or with an open case', async () => {
    const [plain, flagged, worked] = [
      await makeChild(world, world.a, { given_name: 'Oleander', family_name: 'Quince' }),
      await makeChild(world, world.a, { given_name: 'Oleander', family_name: 'Quince', exploitation: 'suspected' }),
      await makeChild(world, world.a, { given_name: 'Oleander', family_name: 'Quince' }),
    ]
    await makeCase(world, { child: worked, holder: world.as.practitioner })
    const found = async (show: 'all' | 'exploitation' | 'open') => (await searchChildren.run(world.as.advisor, request(), { query: 'oleander quince', show })).map((one) => one.id).sort()
    expect(await found('all')).toEqual([plain, flagged, worked].sort())
    expect(await found('exploitation')).toEqual([flagged])
    expect(await found('open')).toEqual([worked])
  })
})

describe('the audit log', () => {
  it('turns its pages either way, about everybody or one child', async () => {
    const child = await makeChild(world)
    for (let at = 0; at < 60; at++) await searchChildren.run(world.as.advisor, request(), { query: at % 2 ? 'robin test' : 'xqzw' })
    const all = async (filter: Parameters<typeof readAuditLog.run>[2]) => {
      const seen: bigint[] = []
      let before: string | undefined
      do {
        const page = await readAuditLog.run(world.as.auditor, request(), { kind: 'child.searched', ...filter, ...(before ? { before } : {}) })
        seen.push(...page.lines.map((line) => BigInt(line.seq)))
        before = page.next ?? undefined
      } while (before)
      return seen
    }
    const newest = await all({})
    expect(newest.length).toBeGreaterThanOrEqual(60)
    expect(newest).toEqual([...newest].sort((a, b) => (a < b ? 1 : -1)))
    expect(await all({ sort: 'at' })).toEqual([...newest].reverse())
    const ofChild = await all({ child })
    expect(new Set(ofChild).size).toBe(ofChild.length)
    expect(await all({ child, sort: 'at' })).toEqual([...ofChild].reverse())
  })
})
