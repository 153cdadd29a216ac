import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginAssessment, saveBlock } from '../../lib/assessments/commands'
import { readAssessment } from '../../lib/assessments/queries'
import { saveIndicators } from '../../lib/indicators/commands'
import { readIndicators } from '../../lib/indicators/queries'
import { BUILT_IN, type Indicator } from '../../lib/pathway/indicators'
import { asLogin } from '../support/as-login'
import { finishedAt, makeAssessment } from '../support/assessments'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, PERSON_NAMES, request, type World } from '../support/world'

/** Versions of an area's indicators: new assessments take the latest, those begun before keep theirs. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

type Row = { id: string; block: Indicator['block']; label: string }
const page = () => readIndicators.run(world.as.admin, request(), {})
const save = (from: number, rows: readonly Row[], note = 'Practice leads asked for it') => saveIndicators.run(world.as.admin, request(), { from, rows: [...rows], note })
const held = async () => {
  const child = await makeChild(world)
  return { child, held: await makeCase(world, { child, holder: world.as.practitioner }) }
}
const read = (assessmentId: string) => readAssessment.run(world.as.practitioner, request(), { assessmentId })
const row = (label: string, block: Row['block'] = 'risk'): Row => ({ id: '', block, label })
const says = { answer: 'yes' as const, when: 'now' as const, evidence: 'Seen', source: 'School', nature: 'fact' as const }

it('goes from the built-in set to the area’s own, and an assessment keeps what it was begun with', async () => {
  expect(await page()).toEqual({ number: 0, indicators: BUILT_IN.indicators, versions: [] })
  const before = await held()
  const { id: old } = await beginAssessment.run(world.as.practitioner, request(), { caseId: before.held })
  const reworded = BUILT_IN.indicators.filter(({ id }) => id !== 'phones').map((one) => (one.id === 'late_home' ? { ...one, label: 'Out late' } : one))
  const rows = [...reworded, row('Vapes given by adults')]
  expect(await Promise.all([save(0, rows), save(0, rows)])).toEqual([{ number: 1 }, { number: 1 }])
  const { number, versions } = await page()
  expect([number, versions]).toEqual([1, [expect.objectContaining({ number: 1, by: 'Ad Minn', note: 'Practice leads asked for it', change: {
    added: ['Vapes given by adults'], removed: ['Several unknown callers, secretive phone use, more than one phone'], reworded: [{ was: 'Late home', now: 'Out late' }], reordered: false,
  } })]])

  expect((await read(old)).set).toEqual(BUILT_IN)
  await saveBlock.run(world.as.practitioner, request(), { assessmentId: old, version: 1, block: 'risk', answers: { phones: says } })
  const { id: fresh } = await beginAssessment.run(world.as.practitioner, request(), { caseId: (await held()).held })
  const { set } = await read(fresh)
  expect([set.ref, set.indicators.find(({ id }) => id === 'late_home')?.label, set.indicators.some(({ id }) => id === 'phones')]).toEqual(['area-1', 'Out late', false])
  await expect(saveBlock.run(world.as.practitioner, request(), { assessmentId: fresh, version: 1, block: 'risk', answers: { phones: says } })).rejects.toMatchObject({ kind: 'invalid' })
  await saveBlock.run(world.as.practitioner, request(), { assessmentId: fresh, version: 1, block: 'risk', answers: { vapes_given_by_adults: says } })
  expect((await read(fresh)).suggestion?.working.join()).toContain('vapes given by adults')
})

it('compares two assessments of different sets by their ids', async () => {
  const one = await held()
  await makeAssessment(world, { ...one, ...finishedAt('2026-11-13'), answers: JSON.stringify({ late_home: says }) })
  const { id } = await beginAssessment.run(world.as.practitioner, request(), { caseId: one.held })
  const { set, previous } = await read(id)
  expect([set.ref, previous?.set.ref]).toEqual(['area-1', 'waymark-1'])
})

describe('a version', () => {
  it('keeps an indicator in every part, each in words of its own, and says why', async () => {
    const { number, indicators } = await page()
    await expect(save(number, indicators.filter(({ block }) => block !== 'harm'))).rejects.toMatchObject({ fields: { 'blocks.harm': 'Possible current harm: keep at least one indicator' } })
    await expect(save(number, [...indicators, row('MISSING, or whereabouts unclear')])).rejects.toMatchObject({ fields: { [`rows.${indicators.length}.label`]: expect.stringContaining('twice') } })
    await expect(save(number, [...indicators, row(' ')])).rejects.toMatchObject({ fields: { [`rows.${indicators.length}.label`]: expect.any(String) } })
    await expect(save(number, [...indicators, row('Another')], '')).rejects.toMatchObject({ fields: { note: expect.any(String) } })
    await expect(save(number, indicators)).rejects.toMatchObject({ kind: 'invalid', fields: { form: expect.any(String) } })
  })

  it('takes no id that is not the area’s, nor one of another part; what was taken out before may come back as itself', async () => {
    const { number, indicators } = await page()
    for (const odd of [{ ...row('Invented'), id: 'invented' }, { ...row('Moved', 'harm'), id: 'phones' }]) {
      await expect(save(number, [...indicators, odd])).rejects.toMatchObject({ kind: 'invalid' })
    }
    await save(number, [...indicators, { id: 'phones', block: 'risk', label: 'More than one phone' }])
    expect((await page()).indicators.filter(({ id }) => id === 'phones')).toHaveLength(1)
  })

  it('is refused where somebody added one meanwhile', async () => {
    const { number, indicators } = await page()
    await save(number, [...indicators, row('First')])
    await expect(save(number, [...indicators, row('Second')])).rejects.toMatchObject({ kind: 'conflict' })
  })
})

it('is seen by administrators and whoever reads assessments, and the administrator sees nothing of a case for it', async () => {
  const app = asLogin(world.urls.app)
  const seen = await Promise.all(PERSON_NAMES.map(async (person) => ((await app.run(world.as[person], 'SELECT 1 FROM indicator_set')).count ? [person] : [])))
  expect(seen.flat().sort()).toEqual(['admin', 'auditor', 'cateManager', 'chair', 'otherPractitioner', 'practitioner', 'safeguarding', 'system'])
  for (const table of ['assessment', 'assessment_request', 'assessment_part', 'child', 'cate_case']) expect(await app.run(world.as.admin, `SELECT 1 FROM ${table}`)).toMatchObject({ count: 0 })
  await app.close()
})
