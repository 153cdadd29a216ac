import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerQuestion } from '../../lib/oversight/board'
import { readFigures } from '../../lib/oversight/figures'
import type { QuestionId } from '../../lib/oversight/questions'
import { percentOf } from '../../lib/pathway/percent'
import { checkImport, letIn } from '../support/imports'
import { publishedSet } from '../support/published-set'
import { makeWorld, request, type World } from '../support/world'

/** The published year of 2016-17, brought in from files, shows exactly the published figures (DOMAIN 6). */
let world: World
const YEAR = { from: { day: '1', month: '4', year: '2016' }, until: { day: '31', month: '3', year: '2017' } }
const percent = (count: number | null, of: number | null) => Math.round((1000 * (count ?? NaN)) / (of ?? NaN)) / 10

beforeAll(async () => {
  world = await makeWorld()
  const checked = await checkImport(world, publishedSet([world.as.practitioner.email, world.as.otherPractitioner.email]))
  expect(checked.report?.problems).toEqual([])
  expect(await letIn(world, checked)).toMatchObject({ state: 'done' })
}, 60_000)
afterAll(() => world.close())

const answer = (question: QuestionId) => answerQuestion.run(world.as.manager, request(), { question, ...YEAR })

it('counts contacts, exploitation, children, sources and outcomes as published', async () => {
  const figures = await readFigures.run(world.as.manager, request(), YEAR)
  expect(figures).toMatchObject({ contacts: 12_173, exploitation: 337, children: 224, cateReferrals: 58 })
  expect(percentOf(figures.exploitation ?? 0, figures.contacts ?? 0)).toBe('2.7 %')
  expect(figures.bySource.map(({ count, of }) => percent(count, of))).toEqual([43.3, 27, 17.2, 12.5])
  expect(figures.byOutcome.slice(0, 3).map(({ count, of }) => Math.round(percent(count, of)))).toEqual([56, 22, 22])
})

it('counts the cases open on 31 March 2017 by sex, ethnicity and age as published', async () => {
  const { figures } = await answer('who')
  const open = figures.find(({ figure }) => figure === 'open_cases')
  expect(open?.amount.count).toBe(68)
  const parts = (by: string) => Object.fromEntries((open?.breakdowns.find((one) => one.by === by)?.parts ?? []).map(({ id, count }) => [id, count ?? 0]))
  const [age, sex, ethnicity] = [parts('age'), parts('sex'), parts('ethnicity')]
  expect(sex).toMatchObject({ F: 62, M: 6 })
  expect(age).toMatchObject({ 13: 7, '14_15': 28, '16_17': 31, '18_over': 2 })
  expect(ethnicity).toMatchObject({ white_british: 54, mixed: 6 })
  const others = Object.entries(ethnicity).filter(([id]) => id !== 'white_british' && id !== 'mixed')
  expect(others.reduce((sum, [, count]) => sum + count, 0)).toBe(8)
})
