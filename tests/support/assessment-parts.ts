import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { answerPartSchema, askPartSchema } from '../../lib/assessments/part-schema'
import { makeAssessment } from './assessments'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

type Answer = z.input<typeof answerPartSchema>

/** Forms filled in well. A test changes the one thing it is about. */

export function askForm(assessmentId: string, agencyId: string, over: Partial<z.input<typeof askPartSchema>> = {}): z.input<typeof askPartSchema> {
  return { assessmentId, agencyId, question: 'What do you know since September?', due: { day: '27', month: '11', year: '2026' }, ...over }
}

const NOTHING = { vulnerability: '', risk: '', harm: '', protective: '' }

export function answerPartForm(requestId: string, over: Partial<Answer> = {}): Answer {
  return { requestId, submissionKey: randomUUID(), supersedesId: '', answer: 'known', known: { ...NOTHING, risk: 'Seen twice after midnight at the bus station' }, level: 'medium', levelReason: 'Twice in a month, and not alone', ...over }
}

export const nothingKnown = (requestId: string, over: Partial<Answer> = {}) => answerPartForm(requestId, { answer: 'nothing_known', known: NOTHING, level: '', levelReason: '', ...over })

type Rows = { assessment: string; request: string; part: string }

/** An assessment of that case with one request and its answer, written past the door: asked of the school unless told. Gives their ids. */
export async function makePart(world: World, { area = world.a, held, child, agency = area.agencies.school, assessment, answered = true, ...over }: {
  area?: TestArea; held: string; child: string; agency?: string; assessment?: string; answered?: boolean
} & Readonly<Record<string, unknown>>): Promise<Rows> {
  const ids = { assessment: assessment ?? (await makeAssessment(world, { area, held, child })), request: randomUUID(), part: randomUUID() }
  await insert(world.sql, 'assessment_request', {
    area_id: area.id, id: ids.request, assessment_id: ids.assessment, agency_id: agency, child_id: child, child_name: 'Robin Test', born_on: '2011-04-03', born_estimated: false,
    question: 'What do you know?', asked_at: '2026-11-18', asked_by_id: SYSTEM_USER, due_at: '2026-11-20T23:59:59Z', ...(answered ? { answered_at: '2026-11-19' } : {}), ...over,
  })
  if (answered) {
    await insert(world.sql, 'assessment_part', {
      area_id: area.id, id: ids.part, request_id: ids.request, agency_id: agency, submission_key: randomUUID(), nothing_known: false,
      known: JSON.stringify({ risk: 'Seen at the arcade' }), level: 'high', level_reason: 'Three times', by_id: SYSTEM_USER, at: '2026-11-19',
    })
  }
  return ids
}

/** A version of that area's indicators, written past the door: one in each block, with something of its own. */
export async function makeSet(world: World, number: number, area: TestArea = world.a): Promise<void> {
  const indicators = (['vulnerability', 'risk', 'harm', 'protective'] as const).map((block) => ({ id: `${block}_${number}`, block, label: `A ${block} of set ${number}` }))
  await insert(world.sql, 'indicator_set', { area_id: area.id, number, indicators: JSON.stringify(indicators), note: `Why ${area.code} made ${number}`, at: '2026-11-12', by_id: SYSTEM_USER })
}
