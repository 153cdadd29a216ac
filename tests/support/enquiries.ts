import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { answerSchema, beginSchema, decideSchema, entrySchema } from '../../lib/enquiries/schema'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

type Begin = z.input<typeof beginSchema>
type Entry = z.input<typeof entrySchema>
type Answer = z.input<typeof answerSchema>
type Decide = z.input<typeof decideSchema>

/** Forms filled in well. A test changes the one thing it is about. */

export function beginForm(world: World, over: Partial<Begin> = {}): Begin {
  const { police, health, school } = world.a.agencies
  return {
    submissionKey: randomUUID(), subject: 'child', personName: '', personDetails: '',
    subjectLine: 'Robin Test, born 3 Apr 2011', told: 'Seen with an older man in a car', question: 'What do you know since September?',
    agencyIds: [police, health, school], dueAt: '2026-11-20T10:30', ...over,
  }
}

export function entryForm(over: Partial<Entry> = {}): Entry {
  return {
    day: { day: '12', month: '11', year: '2026' }, approximately: '', text: 'Came in with a new phone', nature: 'fact', source: 'Form tutor',
    topic: '', topicValue: '', caveat: 'none', caveatFor: [], askWhom: '', ...over,
  }
}

export function answerForm(enquiryId: string, entries: Partial<Entry>[], over: Partial<Answer> = {}): Answer {
  return { enquiryId, submissionKey: randomUUID(), answer: entries.length ? 'entries' : 'nothing_known', entries: entries.map(entryForm), ...over }
}

export function routeForm(enquiryId: string, over: Partial<Decide> = {}): Decide {
  return { enquiryId, version: 1, route: 'none', service: '', summary: '', reasons: 'Nothing points to exploitation', ...over }
}

let made = 0

type Rows = { enquiry: string; request: string; entry: string }

/** Rows of an enquiry, written past the door: asked of one agency, with one entry of its own. Gives their ids. */
export async function makeEnquiry(world: World, { area = world.a, child = null, contact = null, agency = area.agencies.school, answered = false, text = 'Came in with a new phone', ...over }: {
  area?: TestArea; child?: string | null; contact?: string | null; agency?: string; answered?: boolean; text?: string
} & Readonly<Record<string, unknown>> = {}): Promise<Rows> {
  const ids = { enquiry: randomUUID(), request: randomUUID(), entry: randomUUID() }
  const at = new Date(Date.parse('2026-11-18T09:00:00Z') + ++made * 1000)
  const due = new Date(at.getTime() + 86_400_000)
  const reference = `X-E-${made}`
  await insert(world.sql, 'enquiry', {
    area_id: area.id, id: ids.enquiry, reference, submission_key: randomUUID(), subject: child ? 'child' : 'person', child_id: child, contact_id: contact,
    person_name: child ? null : 'A man called Daz', question: 'What do you know?', opened_at: at, opened_by_id: SYSTEM_USER, due_at: due, ...over,
  })
  await insert(world.sql, 'enquiry_request', {
    area_id: area.id, id: ids.request, enquiry_id: ids.enquiry, agency_id: agency, child_id: child, reference, subject_line: 'Robin Test', told: 'Seen with an older man',
    question: 'What do you know?', asked_at: at, asked_by_id: SYSTEM_USER, due_at: due,
    ...(answered ? { answer: 'entries', answered_at: at, answered_by_id: SYSTEM_USER } : {}),
  })
  await insert(world.sql, 'enquiry_entry', {
    area_id: area.id, id: ids.entry, request_id: ids.request, agency_id: agency, submission_key: randomUUID(), position: 0, event_day: '2026-11-12',
    text, nature: 'fact', source: 'Form tutor', ask_whom: 'Scott School', by_id: SYSTEM_USER, at,
  })
  return ids
}

/** The rest of the rows: decided, with a name and a snapshot that went with that referral. */
export async function decideEnquiryRows(world: World, { enquiry, entry }: Rows, referral: string, area: TestArea = world.a): Promise<string> {
  const snapshot = randomUUID()
  const by = { by_id: SYSTEM_USER }
  await world.sql.query(`UPDATE enquiry SET state = 'decided', decided_at = opened_at + interval '1 day' WHERE id = $1`, [enquiry])
  await insert(world.sql, 'enquiry_decision', { area_id: area.id, enquiry_id: enquiry, route: 'cate', reasons: 'A reason', decided_by_id: SYSTEM_USER, decided_at: '2026-11-18', unanswered: 0 })
  await insert(world.sql, 'enquiry_name', { area_id: area.id, id: randomUUID(), enquiry_id: enquiry, kind: 'person', value: 'darren pike', shown: 'Darren Pike', verdict: 'accepted', restricted: false, at: '2026-11-18', ...by })
  await insert(world.sql, 'enquiry_snapshot', { area_id: area.id, id: snapshot, enquiry_id: enquiry, referral_id: referral, taken_at: new Date(Date.parse('2026-11-18T09:00:00Z') + ++made), content: JSON.stringify({ reference: 'X-E', parts: [{ sha256: 'y', agency: 'School', askWhom: 'Scott' }], answers: [], names: [] }), sha256: 'x', ...by })
  await insert(world.sql, 'enquiry_snapshot_part', { area_id: area.id, snapshot_id: snapshot, position: 0, entry_id: entry, agency_id: area.agencies.school, content: JSON.stringify({ text: 'part' }), sha256: 'y' })
  return snapshot
}
