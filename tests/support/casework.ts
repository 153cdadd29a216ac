import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { sessionSchema, supervisionSchema } from '../../lib/casework/schema'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

type Over = Readonly<Record<string, unknown>>
type Session = z.input<typeof sessionSchema>

/** A session as its form sends it: a visit of an hour on the morning of the tests' day. */
export function sessionForm(caseId: string, over: Partial<Session> = {}): Session {
  return {
    caseId, submissionKey: randomUUID(), correctsId: '', happenedAt: '2026-11-19T09:00', minutes: '60', place: 'At home', type: 'direct', present: 'Her mother, at the start',
    account: 'We talked about the weekend over tea', childWords: 'I want them to stop calling', safety: 'mostly_safe', nextStep: 'Meet after school', nextOn: { day: '23', month: '11', year: '2026' },
    disclosed: 'no', disclosureWords: '', ...over,
  }
}

/** A session written past the door: a visit, unless told. Gives its id. */
export async function makeSession(world: World, { area = world.a, held, child, ...over }: { area?: TestArea; held: string; child: string } & Over): Promise<string> {
  const id = randomUUID()
  const type = 'type' in over ? over.type : 'direct'
  await insert(world.sql, 'case_session', {
    area_id: area.id, id, case_id: held, child_id: child, submission_key: randomUUID(), happened_at: '2026-11-16T15:00:00Z', minutes: 45, place: 'At home', type, account: 'A visit',
    safety: type === 'direct' || type === 'accompanied' ? 'mostly_safe' : null, by_id: SYSTEM_USER, at: '2026-11-16T17:00:00Z', ...over,
  })
  return id
}

/** What was told in that session, with nothing offered yet. Gives its id. */
export async function makeDisclosure(world: World, { area = world.a, held, child, session, ...over }: { area?: TestArea; held: string; child: string; session: string } & Over): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'disclosure', {
    area_id: area.id, id, case_id: held, child_id: child, session_id: session, words: 'They made me', heard_by_id: SYSTEM_USER, heard_at: '2026-11-16T15:00:00Z', at: '2026-11-16T17:00:00Z', ...over,
  })
  return id
}

export async function makeOffer(world: World, { area = world.a, disclosure, ...over }: { area?: TestArea; disclosure: string } & Over): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'isva_offer', {
    area_id: area.id, id, disclosure_id: disclosure, submission_key: randomUUID(), state: 'offered', on_day: '2026-11-17', by_id: SYSTEM_USER, at: '2026-11-17T09:00:00Z', ...over,
  })
  return id
}

/** A supervision of that practitioner, with a decision about a case where one is given. Gives its id. */
export async function makeSupervision(
  world: World,
  { area = world.a, practitioner, supervisor, held, ...over }: { area?: TestArea; practitioner: string; supervisor: string; held?: string } & Over,
): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'supervision', {
    area_id: area.id, id, practitioner_id: practitioner, supervisor_id: supervisor, submission_key: randomUUID(), held_on: '2026-11-12', themes: ['wellbeing'],
    reflections: 'How the week went', at: '2026-11-12T16:00:00Z', ...over,
  })
  if (held) await insert(world.sql, 'supervision_decision', { area_id: area.id, id: randomUUID(), supervision_id: id, case_id: held, reference: 'WRN-K-0001', decision: 'Ask for the panel sooner' })
  return id
}

export function supervisionForm(practitionerId: string, over: Partial<z.input<typeof supervisionSchema>> = {}): z.input<typeof supervisionSchema> {
  return {
    submissionKey: randomUUID(), correctsId: '', practitionerId, heldOn: { day: '18', month: '11', year: '2026' }, themes: ['wellbeing'], reflections: 'How the week went',
    nextOn: { day: '2', month: '12', year: '2026' }, decisions: [], ...over,
  }
}
