import { randomUUID } from 'node:crypto'
import type { Actor } from '../../lib/access/actor'
import type { PlanInput } from '../../lib/plans/schema'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

/** A safety plan of that case with one version, written past the door; somebody has it open to write. Gives its id. */
export async function makePlan(world: World, { area = world.a, held, child, by }: { area?: TestArea; held: string; child: string; by?: Actor }): Promise<string> {
  const id = randomUUID()
  const version = randomUUID()
  const user = by?.userId ?? SYSTEM_USER
  await insert(world.sql, 'safety_plan', { area_id: area.id, id, case_id: held, child_id: child, begun_at: '2026-11-12', begun_by_id: user })
  await insert(world.sql, 'safety_plan_version', { area_id: area.id, id: version, plan_id: id, number: 1, at: '2026-11-12', by_id: user, sections: '{"worries":"Late nights"}' })
  await insert(world.sql, 'safety_plan_involvement', { area_id: area.id, id: randomUUID(), version_id: version, party: 'young', name: 'Robin' })
  await insert(world.sql, 'safety_plan_writer', { area_id: area.id, plan_id: id, user_id: user, since: '2026-11-12', at: '2026-11-12' })
  return id
}

/** A next version of a plan with all that its issue asks for, issued or not, a parent part of it or not, written past the door. */
export async function writePlan(world: World, plan: string, issued: boolean, parent = false): Promise<void> {
  const form = planForm('')
  // one statement: an issued version without its involvement is refused as soon as it is there
  await world.sql.query(
    `WITH plan AS (UPDATE safety_plan SET version = 2 WHERE id = $1 RETURNING area_id, id),
       version AS (INSERT INTO safety_plan_version (area_id, id, plan_id, number, at, by_id, sections, review_on, agreed_with, copied_to, issued)
         SELECT area_id, gen_random_uuid(), id, 2, '2026-11-13', $2, $3, '2026-12-10', 'Robin', 'Robin', $4 FROM plan RETURNING area_id, id)
     INSERT INTO safety_plan_involvement (area_id, id, version_id, party, name, involved, how, on_day, words, why_not, will_try)
     SELECT area_id, gen_random_uuid(), id, party, name, involved, how, on_day::date, words, why_not, will_try FROM version,
       (VALUES ('young', 'Robin', true, 'At the youth centre', '2026-11-18', 'I want to be asked first', '', ''),
         ('parent', 'Parents and carers', $5, CASE WHEN $5 THEN 'At home' ELSE '' END, CASE WHEN $5 THEN '2026-11-18' END, CASE WHEN $5 THEN 'We are worried' ELSE '' END,
           CASE WHEN $5 THEN '' ELSE 'Nobody is known yet' END, CASE WHEN $5 THEN '' ELSE 'Ask the school who collects' END)) AS said(party, name, involved, how, on_day, words, why_not, will_try)`,
    [plan, SYSTEM_USER, JSON.stringify(form.sections), issued, parent],
  )
}

/** A plan with everything that its issue asks for; a test changes the one thing it is about. The child has no parent on record. */
export function planForm(caseId: string, over: Partial<PlanInput> = {}): PlanInput {
  const nobody = { involved: '' as const, how: '', on: { day: '', month: '', year: '' }, words: '', whyNot: '', willTry: '', withheld: false }
  return {
    caseId, version: 1,
    sections: {
      works_well: 'Dance on **Tuesdays**', worries: 'Late nights', triggers: '', places: '', trusted: '- Nan', missing: 'One message by ten', health: '', education: '', family: '',
      contingency: 'We meet the next day', night: 'The Emergency Duty Team', professionals: '',
    },
    withheld: [],
    involvement: {
      young: { ...nobody, involved: 'yes', how: 'At the youth centre', on: { day: '18', month: '11', year: '2026' }, words: 'I want to be asked first' },
      parent: { ...nobody, involved: 'no', whyNot: 'Nobody is known yet', willTry: 'Ask the school who collects' },
    },
    reviewOn: { day: '10', month: '12', year: '2026' }, agreedWith: 'Robin', copiedTo: 'Robin', note: '', ...over,
  }
}
