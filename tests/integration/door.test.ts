import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Invalid } from '../../lib/access/errors'
import { operation, question, readTogether } from '../../lib/access/operation'
import { readChild } from '../../lib/records/queries'
import { endSession } from '../../lib/access/session'
import { readToday } from '../../lib/today/queries'
import { z } from 'zod'
import { EXPECTATIONS } from '../access/expectations'
import { COLUMNS, marksOf } from '../access/marks'
import { attempt, OPERATION_NAMES, sample } from '../access/samples'
import { makeChild } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** What the door does for every operation alike. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const events = async (requestId: string) => (await world.sql.query('SELECT kind FROM audit_event WHERE request_id = $1', [requestId])).rows

describe.each(OPERATION_NAMES)('%s', (name) => {
  it('refuses a field that it does not know', async () => {
    const { actor, input } = await sample(world, name)
    const from = request()
    const answer = await attempt(name, actor, { ...(input as object), areaId: world.b.id }, from)
    expect(answer.kind).toBe('invalid')
    const error = 'error' in answer ? answer.error : null
    expect((error as Invalid).fields).toEqual({
      form: 'This form sent something that Waymark does not know. Reload the page and try again.',
    })
    expect(error?.reference).toBe(from.requestId)
    expect(await events(from.requestId)).toEqual([])
    // the control: without it the same is served
    expect((await attempt(name, actor, input)).kind).toBe('done')
  })

  it('refuses what is no form at all', async () => {
    const { actor } = await sample(world, name)
    for (const input of [null, undefined, 'text', 7, true, [], [{}], () => {}, Symbol('x')]) {
      expect((await attempt(name, actor, input)).kind).toBe('invalid')
    }
  })

  it('refuses before it reads the form: who may not do it learns nothing of what it takes', async () => {
    const lines = Object.values(EXPECTATIONS[name]?.marks ?? {}).map(marksOf)
    const shut = COLUMNS.filter((person) => lines.every((marks) => marks[person] === '-'))
    expect(shut.length).toBeGreaterThan(0)
    for (const person of shut) expect((await attempt(name, world.as[person], { nonsense: true })).kind).toBe('refused')
  })
})

describe('an operation', () => {
  it('cannot be declared twice under one name', () => {
    const again = () =>
      operation({
        name: readToday.name, effect: 'read', permission: 'own:use', input: z.strictObject({}), audit: ['session.kept'],
        work: async () => ({ output: undefined, kind: 'session.kept', facts: {} }),
      })
    expect(again).toThrow('Two operations are called today.read')
  })

  it('whose work fails in a way that nobody foresaw is undone and gives a plain message with a reference', async () => {
    const broken = operation({
      name: 'tests.broken', effect: 'change', permission: 'own:use', input: z.strictObject({}), audit: ['session.kept'],
      async work({ tx, actor }) {
        await tx.referenceCounter.create({ data: { areaId: actor.areaId, kind: 'half-written', year: 2026 } })
        throw new TypeError('something nobody foresaw')
      },
    })
    const from = request()
    await expect(broken.run(world.as.advisor, from, {})).rejects.toMatchObject({ kind: 'unavailable', reference: from.requestId })
    const { rowCount } = await world.sql.query(`SELECT 1 FROM reference_counter WHERE kind = 'half-written'`)
    expect(rowCount).toBe(0)
    expect(await events(from.requestId)).toEqual([])
  })

  it('that takes longer than it may is undone', async () => {
    const slow = operation({
      name: 'tests.slow', effect: 'change', permission: 'own:use', input: z.strictObject({}),
      audit: ['session.kept'], timeout: 100,
      async work({ tx, actor }) {
        await tx.referenceCounter.create({ data: { areaId: actor.areaId, kind: 'too-slow', year: 2026 } })
        await tx.$queryRaw`SELECT pg_sleep(0.3)::text`
        return { output: undefined, kind: 'session.kept', facts: {} }
      },
    })
    await expect(slow.run(world.as.advisor, request(), {})).rejects.toMatchObject({ kind: 'unavailable' })
    const { rowCount } = await world.sql.query(`SELECT 1 FROM reference_counter WHERE kind = 'too-slow'`)
    expect(rowCount).toBe(0)
  })
})

describe('several reads of one page', () => {
  const kinds = async (requestId: string) => (await world.sql.query('SELECT kind, detail FROM audit_event WHERE request_id = $1 ORDER BY seq', [requestId])).rows

  it('are each audited, and answered in their order; where nothing was asked nothing is answered', async () => {
    const childId = await makeChild(world, world.a)
    const from = request()
    const [today, nothing, child] = await readTogether(world.as.safeguarding, from, [question(readToday, {}), null, question(readChild, { childId })])
    expect([today.kind, nothing, child.id]).toEqual(['front_door', null, childId])
    expect((await kinds(from.requestId)).map(({ kind }) => kind)).toEqual(['today.seen', 'child.opened'])
  })

  it('are none of them answered where one is not for this person, or finds nothing: the log says which', async () => {
    const shut = request()
    await expect(readTogether(world.as.analyst, shut, [question(readToday, {}), question(readChild, { childId: randomUUID() })])).rejects.toMatchObject({ kind: 'refused' })
    expect(await kinds(shut.requestId)).toMatchObject([{ kind: 'access.refused', detail: { terms: { operation: 'children.read', why: 'permission' } } }])
    const gone = request()
    await expect(readTogether(world.as.safeguarding, gone, [question(readToday, {}), question(readChild, { childId: randomUUID() })])).rejects.toMatchObject({ kind: 'not_found' })
    expect(await kinds(gone.requestId)).toMatchObject([{ kind: 'access.refused', detail: { terms: { operation: 'children.read', why: 'not_found' } } }])
  })

  it('are reads: what changes something is done by itself', async () => {
    await expect(readTogether(world.as.safeguarding, request(), [question(endSession, {})])).rejects.toThrow('not read together')
  })
})
