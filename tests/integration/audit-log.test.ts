import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readContact } from '../../lib/contacts/queries'
import { identifyChildren } from '../../lib/children/queries'
import { listAuditedPeople, readAuditLog, type AuditLine } from '../../lib/oversight/audit-log'
import { makeChild, makeContact } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** "Who looked at this child, and when": the log as a manager or an auditor reads it. */
let world: World
let child: string
let other: string
beforeAll(async () => {
  world = await makeWorld()
  child = await makeChild(world, world.a, { given_name: 'Wren', family_name: 'Ashby' })
  other = await makeChild(world)
})
afterAll(() => world.close())

type Event = { at: string; who: string; kind?: string; children?: string[]; areaId?: string }

/** Events at times of our choosing, which only a superuser with the triggers off can write. */
async function write(events: readonly Event[]): Promise<string[]> {
  const client = await world.sql.connect()
  const seqs: string[] = []
  await client.query('BEGIN')
  await client.query('SET LOCAL session_replication_role = replica')
  for (const { at, who, kind = 'child.opened', children = [], areaId = world.a.id } of events) {
    const { rows } = await client.query(
      `INSERT INTO audit_event (area_id, at, kind, outcome, actor_id, role, row_ids, address, request_id) VALUES ($1, $2, $3, 'done', $4, 'advisor', '{}', '192.0.2.7', $5) RETURNING seq`,
      [areaId, at, kind, who, randomUUID()],
    )
    for (const id of children) await client.query(
      'INSERT INTO audit_event_child (area_id, child_id, seq) VALUES ($1, $2, $3)', [areaId, id, rows[0].seq],
    )
    seqs.push(String(rows[0].seq))
  }
  await client.query('COMMIT')
  client.release()
  return seqs
}

type Filter = Parameters<typeof readAuditLog.run>[2]
const read = (filter: Filter = {}, who = world.as.auditor) => readAuditLog.run(who, request(), filter)
const date = (iso: string) => ({ year: iso.slice(0, 4), month: iso.slice(5, 7), day: iso.slice(8, 10) })

/** Every line of every page, and how long each page was. */
async function pages(filter: Filter): Promise<{ lines: AuditLine[]; sizes: number[] }> {
  const lines: AuditLine[] = []
  const sizes: number[] = []
  let before: string | undefined
  do {
    const page = await read({ ...filter, ...(before ? { before } : {}) })
    lines.push(...page.lines)
    sizes.push(page.lines.length)
    before = page.next ?? undefined
  } while (before)
  return { lines, sizes }
}

describe('the audit log', () => {
  it('says who, as whom, from where, about which child, in words', async () => {
    const contact = await makeContact(world, { child })
    const from = request({ address: '203.0.113.9' })
    await readContact.run(world.as.police, from, {
      contactId: await makeContact(world, { agency: world.a.agencies.police, child }),
    })
    await expect(readContact.run(world.as.practitioner, request(), { contactId: contact })).rejects.toThrow()
    const { lines } = await read()
    expect(lines[0]).toMatchObject({
      kind: 'access.refused', refused: true, label: 'was refused', who: 'Pru First',
      record: { type: 'contact', id: contact }, detail: { terms: { operation: 'contacts.read', why: 'not_found' } },
    })
    expect(lines[1]).toMatchObject({
      kind: 'contact.opened', refused: false, label: 'opened a contact', who: 'Paula Force', role: 'police',
      agency: 'Testford Police', address: '203.0.113.9', requestId: from.requestId,
      children: [{ id: child, name: 'Wren Ashby' }],
    })
  })

  it('holds its own readings too', async () => {
    await read({ kind: 'access.refused' }, world.as.manager)
    expect((await read({ kind: 'audit.read' })).lines[0]).toMatchObject({
      who: 'Mona Jerr', role: 'manager', detail: { terms: { kind: 'access.refused' } },
    })
  })

  it('names three of the children of an event that shows more, and says that there are others', async () => {
    const children = [child, other, await makeChild(world), await makeChild(world)]
    const [three, four] = await write([{ at: '2026-02-02T09:00:00Z', who: world.as.edt.userId, children: children.slice(0, 3) }, { at: '2026-02-02T09:00:01Z', who: world.as.edt.userId, children }])
    const { lines } = await read({ person: world.as.edt.userId })
    const of = (seq: string | undefined) => lines.find((line) => line.seq === seq)
    expect([of(three)?.children.length, of(three)?.others, of(four)?.children.length, of(four)?.others]).toEqual([3, false, 3, true])
  })

  it('shows a manager nothing of another area, and of children their reference and name alone', async () => {
    await write([{ at: '2026-03-01T09:00:00Z', who: world.as.advisorInB.userId, areaId: world.b.id }])
    const { lines } = await read({ person: world.as.advisorInB.userId })
    expect(lines).toEqual([])
    const [found] = await identifyChildren.run(world.as.manager, request(), { query: 'wren ashby' })
    expect(found).toEqual({ id: child, reference: expect.any(String), name: 'Wren Ashby' })
  })

  it('names everybody who has or had a role here', async () => {
    const people = await listAuditedPeople.run(world.as.auditor, request(), {})
    expect(people.map((person) => person.name)).toContain('Pru First')
    expect(people.map((person) => person.name)).not.toContain('Bea Visor')
    expect(people.map((person) => person.name)).toEqual(
      [...people.map((person) => person.name)].sort((a, b) => a.localeCompare(b)),
    )
  })
})

describe('its filters', () => {
  const ada = () => world.as.advisor.userId
  const ed = () => world.as.edt.userId
  let seqs: string[]
  beforeAll(async () => {
    seqs = await write([
      { at: '2026-02-28T23:59:59Z', who: ada(), children: [child] },
      { at: '2026-03-01T00:00:00Z', who: ada(), children: [child, other] },
      { at: '2026-03-28T23:59:59Z', who: ed(), children: [child], kind: 'contact.opened' },
      // the clocks go forward on the 29th: its day is an hour short, and the 30th begins at 23:00
      { at: '2026-03-29T22:59:59Z', who: ed(), children: [other] },
      { at: '2026-03-29T23:00:00Z', who: ada(), children: [child], kind: 'child.changed' },
    ])
  })
  const found = async (filter: Filter) => (await pages(filter)).lines.map((line) => seqs.indexOf(line.seq)).filter((at) => at >= 0).reverse()
  const march = () => ({ from: date('2026-02-01'), until: date('2026-03-31') })

  it('by person', async () => expect(await found({ person: ed(), ...march() })).toEqual([2, 3]))
  it('by child', async () => expect(await found({ child, ...march() })).toEqual([0, 1, 2, 4]))
  it('by kind', async () => expect(await found({ kind: 'child.changed', ...march() })).toEqual([4]))
  it('by child and person', async () => expect(await found({ child, person: ada(), ...march() })).toEqual([0, 1, 4]))
  it('by child, person and kind', async () => expect(await found({ child, person: ada(), kind: 'child.changed' })).toEqual([4]))
  it(
    'from a London day on',
    async () => expect(await found({ from: date('2026-03-01'), until: date('2026-03-31') })).toEqual([1, 2, 3, 4]),
  )
  it(
    'until a London day, that day included',
    async () => expect(await found({ from: date('2026-02-01'), until: date('2026-02-28') })).toEqual([0]),
  )
  it(
    'on the day the clocks go forward',
    async () => expect(await found({ from: date('2026-03-29'), until: date('2026-03-29') })).toEqual([3]),
  )
  it(
    'by child on the day after',
    async () => expect(await found({ child, from: date('2026-03-30'), until: date('2026-03-30') })).toEqual([4]),
  )
  it('nothing, for somebody who did nothing', async () => expect(await found({ person: world.as.licensing.userId })).toEqual([]))

  it('of a child names her, also where nothing is found', async () => {
    expect((await read({ child, kind: 'role.revoked' })).child).toMatchObject({ name: 'Wren Ashby' })
    expect((await read({ child: randomUUID() })).child).toBeNull()
  })

  it('refuse a period that ends before it begins, and a kind that is none', async () => {
    await expect(read({ from: date('2026-03-02'), until: date('2026-03-01') })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(read({ kind: 'nothing' as never })).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('its pages', () => {
  it.each([
    ['of everything of a person', () => ({ person: world.as.chair.userId })],
    ['of everything about a child, by that person', () => ({ person: world.as.chair.userId, child: other })],
  ])('%s turn without a gap or a repeat, newest first, twenty-five at a time', async (_, filter) => {
    const made = await write(Array.from({ length: 130 }, () => ({
      at: '2026-05-05T09:00:00Z', who: world.as.chair.userId, children: [other],
    })))
    const { lines, sizes } = await pages(filter())
    const own = lines.map((line) => line.seq).filter((seq) => made.includes(seq))
    expect(own).toEqual([...made].reverse())
    expect(new Set(lines.map((line) => line.seq)).size).toBe(lines.length)
    expect(sizes.slice(0, -1).every((size) => size === 25)).toBe(true)
  })

  it('stop exactly where the last one is full', async () => {
    await write(Array.from({ length: 100 }, () => ({ at: '2026-06-06T09:00:00Z', who: world.as.health.userId })))
    expect((await pages({ person: world.as.health.userId })).sizes).toEqual([25, 25, 25, 25])
  })
})
