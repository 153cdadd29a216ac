import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { blockSchema, finishSchema } from '../../lib/assessments/schema'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

type Block = z.input<typeof blockSchema>
type Finish = z.input<typeof finishSchema>

/** Forms filled in well. A test changes the one thing it is about. */

export function blockForm(assessmentId: string, over: Partial<Block> = {}): Block {
  return {
    assessmentId, version: 1, block: 'risk',
    answers: { late_home: { answer: 'yes', when: 'now', evidence: 'After midnight twice a week', source: 'Mother', nature: 'fact' } }, ...over,
  }
}

export function finishForm(assessmentId: string, over: Partial<Finish> = {}): Finish {
  return {
    assessmentId, version: 1, models: ['not_known'],
    young: { heard: 'yes', view: 'I like being out', notHeard: '', plan: '' },
    parents: { heard: 'no', view: '', notHeard: 'Did not answer three calls', plan: 'A visit on Monday' },
    section47: '', section47Note: '', level: 'low_medium', levelReason: 'Late home, and little else is known', overrideReason: '', ...over,
  }
}

/** The columns of a finished assessment, at that time. */
export const finishedAt = (at: string) => ({
  finished_at: at, finished_by_id: SYSTEM_USER, suggested: 'low_medium', level: 'low_medium', direction: 'as_suggested', level_reason: 'A reason', young_view: 'I like being out', parents_view: 'We worry',
})

/** An assessment of that case, written past the door: open unless told. Gives its id. */
export async function makeAssessment(world: World, { area = world.a, held, child, ...over }: { area?: TestArea; held: string; child: string } & Readonly<Record<string, unknown>>): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'assessment', { area_id: area.id, id, case_id: held, child_id: child, set_ref: 'waymark-1', begun_at: '2026-11-12', begun_by_id: SYSTEM_USER, answers: '{}', ...over })
  return id
}
