import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginAssessment, finishAssessment, saveBlock } from '../../lib/assessments/commands'
import { listAssessments, readAssessment } from '../../lib/assessments/queries'
import { asLogin, DENIED } from '../support/as-login'
import { blockForm, finishedAt, finishForm, makeAssessment } from '../support/assessments'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

let world: World
let app: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeWorld()
  app = asLogin(world.urls.app)
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const held = async (over: Record<string, unknown> = {}) => {
  const child = await makeChild(world, world.a, over)
  return { child, held: await makeCase(world, { child, holder: world.as.practitioner }) }
}
const begin = async (over: Record<string, unknown> = {}) => (await beginAssessment.run(world.as.practitioner, request(), { caseId: (await held(over)).held })).id
const read = (assessmentId: string) => readAssessment.run(world.as.practitioner, request(), { assessmentId })
const finish = (id: string, over = {}) => finishAssessment.run(world.as.practitioner, request(), finishForm(id, over))
const harm = (id: string) => saveBlock.run(world.as.practitioner, request(), blockForm(id, { block: 'harm', answers: { vehicles: { answer: 'suspected', when: 'now', evidence: 'A silver car at the gate', source: 'School', nature: 'fact' } } }))

describe('an assessment that is filled in', () => {
  it('begun twice is one, and each of its parts is kept until it is finished', async () => {
    const one = await held()
    const both = await Promise.all([1, 2].map(() => beginAssessment.run(world.as.practitioner, request(), { caseId: one.held })))
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    const id = both[0]?.id ?? ''
    await saveBlock.run(world.as.practitioner, request(), blockForm(id))
    await saveBlock.run(world.as.cateManager, request(), blockForm(id, { version: 2, block: 'protective', answers: { trusted_adult: { answer: 'no', when: 'now', evidence: 'typed and then thought better of', source: '', nature: '' } } }))
    expect((await read(id)).answers).toEqual({
      late_home: { answer: 'yes', when: 'now', evidence: 'After midnight twice a week', source: 'Mother', nature: 'fact' },
      trusted_adult: { answer: 'no', when: null, evidence: '', source: '', nature: null },
    })
    await expect(saveBlock.run(world.as.practitioner, request(), blockForm(id))).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('takes a yes or a suspicion only with when, evidence, source and its nature, and no indicator of another part', async () => {
    const id = await begin()
    const bare = { answer: 'suspected' as const, when: '' as const, evidence: '', source: '', nature: '' as const }
    await expect(saveBlock.run(world.as.practitioner, request(), blockForm(id, { answers: { missing: bare } }))).rejects.toMatchObject({
      fields: Object.fromEntries(['when', 'evidence', 'source', 'nature'].map((part) => [`answers.missing.${part}`, expect.any(String)])),
    })
    await expect(saveBlock.run(world.as.practitioner, request(), blockForm(id, { block: 'harm' }))).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('finishing it', () => {
  it('keeps who, the level and why, what was suggested and its working', async () => {
    const id = await begin()
    await finish(id)
    const { finished, young, parents, suggestion } = await read(id)
    expect(finished).toMatchObject({ by: 'Pru First', suggested: 'low_medium', level: 'low_medium', direction: 'as_suggested', section47: null })
    expect(finished?.working.at(-1)).toContain('Not known is not “no”')
    expect([young, parents, suggestion]).toEqual([
      { view: 'I like being out', notHeard: null, plan: null }, { view: null, notHeard: 'Did not answer three calls', plan: 'A visit on Monday' }, null,
    ])
  })

  it('asks for both views, or for why not and what will be tried', async () => {
    const id = await begin()
    const unheard = { heard: 'no' as const, view: '', notHeard: '', plan: '' }
    await expect(finish(id, { young: { ...unheard, heard: 'yes' }, parents: unheard })).rejects.toMatchObject({
      fields: { 'young.view': expect.any(String), 'parents.notHeard': expect.any(String), 'parents.plan': expect.any(String) },
    })
  })

  it('asks for the section 47 answer wherever there is a sign of harm, whatever the total', async () => {
    const id = await begin()
    await harm(id)
    const level = { version: 2, level: 'medium_high' as const }
    await expect(finish(id, level)).rejects.toMatchObject({ fields: { section47: expect.any(String) } })
    await expect(finish(id, { ...level, section47: 'not_needed' })).rejects.toMatchObject({ fields: { section47Note: expect.any(String) } })
    await finish(id, { ...level, section47: 'not_needed', section47Note: 'Talked through with the lead' })
    expect((await read(id)).finished).toMatchObject({ section47: 'not_needed', section47Note: 'Talked through with the lead', suggested: 'medium_high' })
  })

  it('asks why where the level is not the suggested one, and shows which way it went', async () => {
    for (const [level, direction] of [['high', 'higher'], ['low', 'lower']] as const) {
      const id = await begin()
      await expect(finish(id, { level })).rejects.toMatchObject({ fields: { overrideReason: expect.stringContaining(direction) } })
      await finish(id, { level, overrideReason: 'What the nurse told' })
      expect((await read(id)).finished).toMatchObject({ direction, overrideReason: 'What the nurse told' })
    }
  })

  it('is done once, and changes nothing of the case: the panel confirms a level', async () => {
    const id = await begin()
    await finish(id)
    await expect(finish(id, { version: 2 })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(saveBlock.run(world.as.practitioner, request(), blockForm(id, { version: 2 }))).rejects.toMatchObject({ kind: 'conflict' })
    const { rows } = await world.sql.query('SELECT c.level, c.version FROM cate_case c JOIN assessment a ON a.case_id = c.id WHERE a.id = $1', [id])
    expect(rows).toEqual([{ level: null, version: 1 }])
  })
})

describe('the next one', () => {
  it('is read beside the one finished before it', async () => {
    const one = await held()
    const first = await makeAssessment(world, { ...one, ...finishedAt('2026-11-13') })
    const { id } = await beginAssessment.run(world.as.practitioner, request(), { caseId: one.held })
    expect((await read(id)).previous?.id).toBe(first)
    expect((await read(first)).previous).toBeNull()
    expect((await listAssessments.run(world.as.chair, request(), { caseId: one.held }).catch(({ kind }) => kind))).toBe('not_found')
    expect((await listAssessments.run(world.as.auditor, request(), { caseId: one.held })).map((each) => each.id)).toEqual([id, first])
  })
})

describe('in the database', () => {
  it('a finished one is never changed or deleted, by the app or past it, and an open one keeps its case and set', async () => {
    const one = await held()
    const done = await makeAssessment(world, { ...one, ...finishedAt('2026-11-13') })
    const { id } = await beginAssessment.run(world.as.practitioner, request(), { caseId: one.held })
    expect(await app.run(world.as.practitioner, `UPDATE assessment SET level_reason = 'Another' WHERE id = $1`, [done])).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.practitioner, `UPDATE assessment SET set_ref = 'other' WHERE id = $1`, [id])).toMatchObject({ code: DENIED })
    for (const sql of [`UPDATE assessment SET version = 9 WHERE id = '${done}'`, `DELETE FROM assessment WHERE id = '${id}'`, `UPDATE assessment SET set_ref = 'other' WHERE id = '${id}'`, 'TRUNCATE assessment CASCADE']) {
      await expect(world.sql.query(sql)).rejects.toMatchObject({ code: DENIED })
    }
  })

  it('none is finished without a person, a level, both views and a reason for going another way, nor in another’s name', async () => {
    const one = await held()
    for (const without of ['finished_by_id', 'level_reason', 'young_view', 'suggested']) {
      await expect(makeAssessment(world, { ...one, ...finishedAt('2026-11-13'), [without]: null })).rejects.toThrow('finished_whole')
    }
    await expect(makeAssessment(world, { ...one, ...finishedAt('2026-11-13'), level: 'high' })).rejects.toThrow('points_where_it_went')
    await expect(makeAssessment(world, { ...one, ...finishedAt('2026-11-13'), level: 'high', direction: 'higher' })).rejects.toThrow('finished_whole')
    const id = await makeAssessment(world, one)
    const forge = `UPDATE assessment SET finished_at = now(), finished_by_id = $1, suggested = 'low', level = 'low', direction = 'as_suggested', level_reason = 'x', young_view = 'x', parents_view = 'x' WHERE id = '${id}'`
    expect(await app.run(world.as.practitioner, forge, [world.as.cateManager.userId])).toMatchObject({ code: DENIED })
  })
})
