import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { DoorError, type DoorErrorKind } from '../../lib/access/errors'
import { operations } from '../../lib/operations'
import { signedIn } from '../support/records'
import { makeWorld, PERSON_NAMES, request, type PersonName, type World } from '../support/world'
import type { Maker } from './cells'
import { EXPECTATIONS } from './expectations'
import { COLUMNS, marksOf, type Mark } from './marks'
import { SITUATIONS } from './situations'

const HIDDEN = 'There is nothing here, or it is not open to your role.'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

describe('the matrix is whole', () => {
  it('has an expectation for every operation, and none for what is no operation', () => {
    // files of a worker share its modules: the operations of the seeds and of other tests are no operations of the app
    const ofTheApp = [...operations.keys()].filter((name) => !/^(seed|tests?)\./.test(name))
    expect(Object.keys(EXPECTATIONS).sort()).toEqual(ofTheApp.sort())
  })

  it('can bring every situation about, and expects something of each', () => {
    const expected = Object.entries(EXPECTATIONS).flatMap(
      ([name, { marks }]) => Object.keys(marks).map((situation) => `${name}: ${situation}`),
    )
    const made = Object.entries(SITUATIONS).flatMap(
      ([name, makers]) => Object.keys(makers).map((situation) => `${name}: ${situation}`),
    )
    expect(made.sort()).toEqual(expected.sort())
  })

  it('has a column for every person', () => {
    expect([...COLUMNS].sort()).toEqual([...PERSON_NAMES].sort())
  })
})

const MARK_OF: Partial<Record<DoorErrorKind, Mark>> = { refused: '-', not_found: '?', conflict: '!', invalid: '!' }

type Answer = { mark: Mark | DoorErrorKind; message: string }

async function ask(name: string, actor: Actor, cell: { input: unknown; sees?: string }, requestId: string): Promise<Answer> {
  try {
    const output = await operations.get(name)?.run(actor, request({ requestId }), cell.input as never)
    const shown = cell.sees === undefined || (JSON.stringify(output) ?? '').includes(cell.sees)
    return { mark: shown ? '+' : '0', message: '' }
  } catch (error) {
    if (!(error instanceof DoorError)) throw error
    return { mark: MARK_OF[error.kind] ?? error.kind, message: error.message }
  }
}

type Event = { kind: string; outcome: string; actor_id: string; role: string; agency_id: string | null; area_id: string; terms: unknown }

/** The problems of one cell, as sentences; empty where it is as it should be. */
async function problemsOf(name: string, person: PersonName, maker: Maker, expected: Mark): Promise<string[]> {
  const known = world.as[person]
  const asking = name.startsWith('session.') && person !== 'system' ? await signedIn(world, known) : known
  const { requestId } = request()
  const cell = await maker(world, asking)
  const actor = cell.as ?? asking
  const { mark, message } = await ask(name, actor, cell, requestId)
  if (mark !== expected) return [`${person}: expected ${expected}, got ${mark} ${message}`]
  const hidden = mark === '-' || mark === '?'
  if (mark === '!') return []
  const problems = hidden && message !== HIDDEN ? [`${person}: says “${message}”`] : []
  const { rows } = await world.sql.query<Event>(
    `SELECT kind, outcome, actor_id, role, agency_id, area_id, detail->'terms' AS terms FROM audit_event WHERE request_id = $1`,
    [requestId],
  )
  const event = hidden
    ? { kind: 'access.refused', outcome: 'refused', terms: { operation: name, why: mark === '-' ? 'permission' : 'not_found' } }
    : { kind: EXPECTATIONS[name]?.event, outcome: 'done' }
  const by = { actor_id: actor.userId, role: actor.role, agency_id: actor.agencyId, area_id: actor.areaId }
  try {
    expect(rows).toMatchObject([{ ...event, ...by }])
  } catch {
    problems.push(`${person}: left the events ${JSON.stringify(rows)}`)
  }
  return problems
}

describe.each(Object.keys(EXPECTATIONS))('%s', (name) => {
  it.each(Object.entries(EXPECTATIONS[name]?.marks ?? {}))('%s', async (situation, line) => {
    const maker = SITUATIONS[name]?.[situation]
    if (!maker) throw new Error(`nobody knows how to bring about: ${name}, ${situation}`)
    const marks = marksOf(line)
    const problems: string[] = []
    // a few at a time: what one makes must still lead the first page when it is asked for
    for (let at = 0; at < COLUMNS.length; at += 6) {
      const few = COLUMNS.slice(at, at + 6)
      problems.push(...(await Promise.all(few.map((person) => problemsOf(name, person, maker, marks[person])))).flat())
    }
    expect(problems).toEqual([])
  })
})

describe('the matrix notices', () => {
  const problems = (name: string, situation: string, person: PersonName, expected: Mark) =>
    problemsOf(name, person, SITUATIONS[name]?.[situation] as Maker, expected)

  it.each([
    ['cases.read', 'a case before the panel', 'otherPractitioner', 'cate_case'],
    ['contacts.read', 'a child nobody works with', 'police', 'contact'],
    ['children.read', 'a child nobody works with', 'practitioner', 'child'],
    ['drafts.list', 'somebody else’s', 'advisor', null],
  ] as const)('%s: %s, when the rows of others are let through to %s', async (name, situation, person, table) => {
    const expected = marksOf(EXPECTATIONS[name]?.marks[situation] ?? '')[person]
    expect(await problems(name, situation, person, expected)).toEqual([])
    // a draft is kept from others by the query and by the policy: the policy alone gone must change nothing
    const guarded = table ?? 'draft'
    await world.sql.query(`ALTER TABLE ${guarded} DISABLE ROW LEVEL SECURITY`)
    const found = await problems(name, situation, person, expected)
    await world.sql.query(`ALTER TABLE ${guarded} ENABLE ROW LEVEL SECURITY`)
    expect(found).toHaveLength(table ? 1 : 0)
  })

  it('an event that was not written', async () => {
    await world.sql.query('ALTER TABLE audit_event DISABLE TRIGGER USER')
    await world.sql.query(`CREATE RULE lost AS ON INSERT TO audit_event_child DO INSTEAD NOTHING`)
    const maker: Maker = () => ({ input: {} })
    const found = await problemsOf('today.read', 'analyst', maker, '+')
    await world.sql.query('DROP RULE lost ON audit_event_child')
    await world.sql.query('ALTER TABLE audit_event ENABLE TRIGGER USER')
    expect(found).not.toEqual([])
  })
})
