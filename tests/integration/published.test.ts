import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPublished } from '../../lib/access/published'
import type { Amount } from '../../lib/oversight/figure-view'
import { besideThe, type PublishedContent } from '../../lib/oversight/public-summary'
import { listPublished, previewSummary, publishSummary, withdrawSummary } from '../../lib/oversight/publish'
import { isSmall } from '../../lib/pathway/suppression'
import { asLogin, DENIED } from '../support/as-login'
import { setClock } from '../support/clock'
import { ANCHOR } from '../support/postgres'
import { makePublished } from '../support/published'
import { makeCase, makeChild, makeContact, makeDecision } from '../support/records'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** A year is looked at, published, read by anybody and taken back; the tests' today is 19 November 2026. */
let world: World
const boxes = (day: string) => ({ year: day.slice(0, 4), month: String(Number(day.slice(5, 7))), day: String(Number(day.slice(8))) })
const YEAR = { from: '2025-11-01', until: '2026-10-31' }
const look = (period: { from: string; until: string } = YEAR) => previewSummary.run(world.as.manager, request(), { from: boxes(period.from), until: boxes(period.until) })
const publish = (digest: string, over: object = {}) => publishSummary.run(world.as.manager, request(), { submissionKey: randomUUID(), ...YEAR, digest, confirmed: 'yes' as const, ...over })
const amountsOf = (content: PublishedContent): Amount[] => content.parts.flatMap(({ figures }) => figures.flatMap(({ amount, breakdowns }) => [amount, ...breakdowns.flatMap(({ parts }) => parts)]))
const figureOf = (content: PublishedContent, name: string) => content.parts.flatMap(({ figures }) => figures).find(({ figure }) => figure === name)

/** 60 contacts of the year, 20 of concern about 12 children, three undecided; nine cases, two of them without a plan’s level. */
beforeAll(async () => {
  world = await makeWorld()
  const children = []
  for (let at = 0; at < 12; at++) children.push(await makeChild(world, world.a, { given_name: 'Zebedee', sex: at < 3 ? 'M' : 'F' }))
  for (let at = 0; at < 60; at++) {
    const contact = await makeContact(world, { child: children[at % 12] ?? null, exploitation: at < 20 ? 'yes' : 'no', received_at: '2026-05-05T09:00:00Z', decision_due: '2026-05-06T09:00:00Z', source_code: at % 2 ? '6' : '5A' })
    if (at < 57) await makeDecision(world, contact, { at: new Date('2026-05-05T10:00:00Z') })
  }
  for (let at = 0; at < 9; at++) await makeCase(world, { child: children[at] as string, holder: world.as.practitioner, opened_at: '2026-05-06', level: at < 7 ? 'high' : 'low' })
})
afterAll(() => world.close())

describe('a year that is published', () => {
  it('is what was looked at, with no small number and nothing that would give one back', async () => {
    const { content, digest, problem, period } = await look()
    expect([problem, period]).toEqual([null, YEAR])
    // three contacts wait for a decision: who knows all contacts must not be told how many were decided
    expect(figureOf(content, 'contacts')?.amount.count).toBe(60)
    expect(figureOf(content, 'decided_in_time')?.amount).toEqual({ count: null, of: null, percent: null })
    expect(amountsOf(content).some(({ count, of }) => isSmall(count ?? 0) || isSmall(of ?? 0))).toBe(false)
    const sent = { submissionKey: randomUUID() }
    const { id } = await publish(digest, sent)
    expect(await publish(digest, sent)).toEqual({ id })

    const from = request()
    const [shown] = (await readPublished(from)).filter((one) => one.id === id)
    expect(shown).toEqual({ id, area: 'Testford', ...YEAR, at: expect.any(String), content })
    expect(JSON.stringify(shown)).not.toMatch(/Zebedee|X-C-|Pru First|Mona Jerr/)
    const { rows } = await world.sql.query('SELECT kind, area_id, actor_id, row_ids FROM audit_event WHERE request_id = $1', [from.requestId])
    expect(rows).toEqual([{ kind: 'summary.read', area_id: null, actor_id: null, row_ids: expect.arrayContaining([id]) }])
  })

  it('stays as it was, whatever becomes of the records', async () => {
    const [before] = await readPublished(request())
    for (let at = 0; at < 30; at++) await makeContact(world, { received_at: '2026-05-05T09:00:00Z' })
    expect(await readPublished(request())).toEqual([before])
  })

  it('is published once: not again, not in part, and not after it was withdrawn', async () => {
    const overlap = { from: '2025-04-01', until: '2026-03-31' }
    for (const period of [YEAR, overlap]) {
      const { digest, problem } = await look(period)
      expect(problem).toContain('published already')
      await expect(publish(digest, period)).rejects.toMatchObject({ fields: { confirmed: expect.stringContaining('published already') } })
    }
    const [row] = await listPublished.run(world.as.auditor, request(), {})
    const taken = { summaryId: row?.id ?? '', reason: 'A mistake in the words' }
    await withdrawSummary.run(world.as.manager, request(), taken)
    await withdrawSummary.run(world.as.manager, request(), { ...taken, reason: 'Again' })
    expect(await readPublished(request())).toEqual([])
    expect((await listPublished.run(world.as.auditor, request(), {}))[0]?.withdrawn).toMatchObject({ reason: 'A mistake in the words', by: 'Mona Jerr' })
    await expect(publish((await look()).digest)).rejects.toMatchObject({ kind: 'invalid' })
    // not past the door either
    const app = asLogin(world.urls.app)
    const insert = `INSERT INTO published_summary (area_id, id, submission_key, from_day, until_day, content, at, by_id) VALUES ($1, gen_random_uuid(), gen_random_uuid(), '2026-10-31', '2027-10-30', '{}', now(), $2)`
    expect((await app.run(world.as.manager, insert, [world.a.id, world.as.manager.userId])).code).toBe('23000')
    expect((await app.run(world.as.auditor, insert, [world.a.id, world.as.auditor.userId])).code).toBe(DENIED)
    expect(await app.run(null, 'SELECT * FROM published_summary')).toMatchObject({ count: 0 })
    await app.close()
  })

  it('is twelve whole months that are over, confirmed, and the very copy that was looked at', async () => {
    const other = { from: '2024-01-01', until: '2024-12-31' }
    const { digest } = await look(other)
    await expect(publish(digest, { ...other, confirmed: '' })).rejects.toMatchObject({ fields: { confirmed: expect.any(String) } })
    await expect(publish('0'.repeat(64), other)).rejects.toMatchObject({ kind: 'conflict' })
    for (const period of [{ from: '2024-01-02', until: '2025-01-01' }, { from: '2024-01-01', until: '2024-06-30' }, { from: '2026-11-01', until: '2027-10-31' }]) {
      await expect(publish((await look(period)).digest, period)).rejects.toMatchObject({ kind: 'invalid' })
    }
    expect(await publish(digest, other)).toMatchObject({ id: expect.any(String) })
  })

  it('stands beside the published copy of the year before, and beside no count of its own', async () => {
    const [later] = (await readPublished(request())).filter(({ from }) => from === '2024-01-01')
    const content = later?.content as PublishedContent
    expect(figureOf(besideThe(null, content), 'contacts')?.before).toBeNull()
    await makePublished(world, { year: 2023 })
    const earlier = (await readPublished(request())).find(({ until }) => until === '2023-12-31')
    expect(figureOf(besideThe(earlier?.content ?? null, content), 'contacts')?.before).toEqual({ count: 40, of: null, percent: null })
    expect(figureOf(besideThe(earlier?.content ?? null, content), 'children')?.before).toBeNull()
  })
})

describe('reading it without end', () => {
  const after = (ms: number) => new Date(Date.parse(ANCHOR) + ms)
  const eventsOf = async (from: string, summary: string) => Number((await world.sql.query(`SELECT count(*) FROM audit_event WHERE kind = 'summary.read' AND address = $1 AND $2 = ANY (row_ids)`, [from, summary])).rows[0].count)

  it('leaves one event for an address and what it was shown, and another once that has changed', async () => {
    const ask = () => readPublished(request({ address: 'again' }))
    const [first] = await ask()
    for (let at = 0; at < 5; at++) await ask()
    expect(await eventsOf('again', first?.id ?? '')).toBe(1)
    await makePublished(world, { year: 2021 })
    await ask()
    expect(await eventsOf('again', first?.id ?? '')).toBe(2)
    setClock(after(15 * 60_000 - 1))
    await ask()
    expect(await eventsOf('again', first?.id ?? '')).toBe(2)
    setClock(after(15 * 60_000))
    await ask()
    expect(await eventsOf('again', first?.id ?? '')).toBe(3)
  })

  it('leaves no more than a hundred and one from however many addresses, and none is turned away', async () => {
    const [first] = await readPublished(request())
    const written = async () => Number((await world.sql.query(`SELECT count(*) FROM audit_event WHERE kind = 'summary.read'`)).rows[0].count)
    const was = await written()
    for (let at = 0; at < 110; at++) expect((await readPublished(request({ address: `many ${at}` }))).length).toBeGreaterThan(0)
    expect((await written()) - was).toBeLessThanOrEqual(101)
    expect(await eventsOf('others', first?.id ?? '')).toBe(1)
  })
})

it('is not served where it cannot be written down', async () => {
  await makePublished(world, { year: 2019 })
  await world.sql.query('ALTER TABLE audit_event RENAME TO audit_event_away')
  try {
    await expect(readPublished(request())).rejects.toMatchObject({ name: expect.any(String) })
  } finally {
    await world.sql.query('ALTER TABLE audit_event_away RENAME TO audit_event')
  }
  expect((await readPublished(request())).length).toBeGreaterThan(0)
})

it('is a manager’s to publish, of their own area', async () => {
  const inB = await makePerson(world.sql, world.b, { role: 'manager', name: 'Manny Other' })
  const [row] = await listPublished.run(world.as.manager, request(), {})
  expect(await listPublished.run(inB, request(), {})).toEqual([])
  await expect(withdrawSummary.run(inB, request(), { summaryId: row?.id ?? '', reason: 'x' })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(previewSummary.run(world.as.auditor, request(), {})).rejects.toMatchObject({ kind: 'refused' })
})
