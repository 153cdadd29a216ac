import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFigures } from '../../lib/oversight/figures'
import { mergeChildren, tellApart, undoJudgement } from '../../lib/screening/judge'
import { readToday } from '../../lib/today/queries'
import { makeChild, makeContact } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** Records that a person judged to be one child count as one child (decision 0010), by hand. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const lead = () => world.as.safeguarding
const children = async () => {
  const period = { from: { day: '1', month: '10', year: '2026' }, until: { day: '31', month: '10', year: '2026' } }
  const { contacts, exploitation, children } = await readFigures.run(world.as.manager, request(), period)
  const today = await readToday.run(world.as.manager, request(), {})
  expect(today.kind === 'manager' && today.figures.children).toBe(children)
  return [contacts, exploitation, children]
}
const judgement = async (a: string, b: string) =>
  (await world.sql.query('SELECT id FROM child_judgement WHERE undone_at IS NULL AND $1 IN (first_id, second_id) AND $2 IN (first_id, second_id)', [a, b])).rows[0].id as string

it('five records in seven contacts of concern: five children, then four, three, three and four again', async () => {
  const [ann, anne, anna, other, plain] = await Promise.all(Array.from({ length: 5 }, () => makeChild(world)))
  const told = (child: string | undefined, exploitation: 'yes' | 'suspected' | 'no' = 'suspected') => makeContact(world, { child: child ?? null, exploitation, received_at: '2026-10-06T09:00:00Z' })
  // ann twice, every other once; one child has no concern, and one contact names nobody
  for (const child of [ann, ann, anne, anna, other, plain]) await told(child)
  await told(undefined)
  await told(plain, 'no')
  expect(await children()).toEqual([8, 7, 5])

  const join = (kept: string | undefined, merged: string | undefined) =>
    mergeChildren.run(lead(), request(), { childId: kept ?? '', otherId: merged ?? '', keptId: kept ?? '', reason: 'The same birthday and mother' })
  await join(ann, anne)
  expect(await children()).toEqual([8, 7, 4])
  await join(ann, anna)
  expect(await children()).toEqual([8, 7, 3])
  // that two are not one child changes nothing
  await tellApart.run(lead(), request(), { childId: ann ?? '', otherId: other ?? '', reason: 'Another mother' })
  expect(await children()).toEqual([8, 7, 3])
  await undoJudgement.run(lead(), request(), { judgementId: await judgement(ann ?? '', anne ?? ''), reason: 'Two cousins' })
  expect(await children()).toEqual([8, 7, 4])
})
