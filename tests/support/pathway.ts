import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { EXIT_EVIDENCE, type ExitEvidence } from '../../lib/pathway/exit'
import type { proposeExitSchema, reviewSchema } from '../../lib/reviews/schema'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

type About = { area?: TestArea; held: string; child: string } & Readonly<Record<string, unknown>>

/** An action of that case, written past the door: the young person's own and due long ago, unless told. Gives its id. */
export async function makeAction(world: World, { area = world.a, held, child, ...over }: About): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'agreed_action', {
    area_id: area.id, id, case_id: held, child_id: child, source: 'panel', source_id: randomUUID(), what: 'Ring the school', owner_kind: 'young_person',
    about: 'Robin Test. Born 3 Apr 2011, aged 15', due_on: '2026-11-02', agreed_at: '2026-10-20', agreed_by_id: SYSTEM_USER, ...over,
  })
  return id
}

/** A proposal to close that case, asked of the school, unless told. Gives its id. */
export async function makeExit(world: World, { area = world.a, held, child, ...over }: About): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'exit_proposal', {
    area_id: area.id, id, case_id: held, child_id: child, kind: 'close', proposed_at: new Date(Date.parse('2026-11-19T11:00:00Z') + ++count * 1000), proposed_by_id: SYSTEM_USER, evidence: JSON.stringify(EVIDENCE),
    agency_id: area.agencies.school, about: 'Robin Test. Born 3 Apr 2011, aged 15', told: 'Nothing since the summer', ...over,
  })
  return id
}
let count = 0

/** The columns of one that was answered. */
export const answered = (agreed: boolean) => ({ answered_at: '2026-11-18', answered_by_id: SYSTEM_USER, agreed, answer: 'What the school knows' })

export const EVIDENCE = Object.fromEntries(EXIT_EVIDENCE.map(({ id, label }) => [id, `Answer to: ${label}`])) as ExitEvidence

/** Forms filled in well. A test changes the one thing it is about. */
export function reviewForm(caseId: string, over: Partial<z.input<typeof reviewSchema>> = {}): z.input<typeof reviewSchema> {
  return {
    caseId, version: 1, submissionKey: randomUUID(), changed: 'Home by nine since half-term',
    young: { heard: 'yes', view: 'I am bored of meetings', notHeard: '', plan: '' }, parents: { heard: 'no', view: '', notHeard: 'Works nights', plan: 'A call on Saturday' },
    level: 'medium', reason: 'Fewer late nights, and the phone is still new', nextReview: { day: '', month: '', year: '' }, transition: 'Talked about at home', actions: [], ...over,
  }
}

export function exitForm(caseId: string, agencyId: string, over: Partial<z.input<typeof proposeExitSchema>> = {}): z.input<typeof proposeExitSchema> {
  return { caseId, kind: 'close', evidence: EVIDENCE, agencyId, told: 'Nothing since the summer', ...over }
}
