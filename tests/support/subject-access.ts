import { randomUUID } from 'node:crypto'
import type { Actor } from '../../lib/access/actor'
import { decidePassage } from '../../lib/subject-access/decide'
import { readPassage, readRequest } from '../../lib/subject-access/read'
import { concludeReading, readSecond, sendToSecond } from '../../lib/subject-access/second'
import { logRequest } from '../../lib/subject-access/log'
import { beginReading } from '../../lib/subject-access/take'
import { markedOf } from '../../lib/pathway/redaction-proposals'
import { insert } from './insert'
import { makeChild } from './records'
import { request as asked, SYSTEM_USER, type TestArea, type World } from './world'

type Over = Readonly<Record<string, unknown>>
let made = 0

/** A request as the form sends it, received on 12 November 2026. */
export const accessForm = (childId: string, over: Over = {}) => ({
  submissionKey: randomUUID(), childId, requester: 'young_person' as const, requesterName: 'Robin Test', reach: 'By hand', asked: '', identity: 'Known to the worker', authority: '', youngView: '',
  receivedOn: { day: '12', month: '11', year: '2026' }, checkedOn: { day: '12', month: '11', year: '2026' }, ...over,
})

type Made = { request: string; passage: string; decision: string; child: string }

/** A request with one passage, at that state, written past the door: decided by the system's account, and agreed by the auditor where it is ready. */
export async function makeAccess(world: World, { area = world.a, child: whose, state = 'received', decided = state !== 'received' && state !== 'redacting', agreed = state === 'ready' || state === 'handed_over', by = SYSTEM_USER, reader = world.as.auditor.userId, ...over }: Over & { area?: TestArea; child?: string; state?: string; decided?: boolean; agreed?: boolean; by?: string; reader?: string } = {}): Promise<Made> {
  const [request, passage, decision] = [randomUUID(), randomUUID(), randomUUID()]
  const child = whose ?? (await makeChild(world, area))
  const keys = (id: string) => ({ area_id: area.id, id, request_id: request })
  const at = new Date(Date.parse('2026-11-12T09:00:00Z') + ++made * 1000)
  await insert(world.sql, 'subject_access_request', {
    area_id: area.id, id: request, reference: `X-S-${made}`, submission_key: randomUUID(), child_id: child, requester: 'young_person', requester_name: 'Robin Test', reach: 'By hand', asked: '', identity: 'Known to the worker',
    authority: '', young_view: '', received_on: '2026-11-12', checked_on: '2026-11-12', due_on: '2026-12-14', state, logged_at: at, logged_by_id: SYSTEM_USER, ended_at: ['handed_over', 'refused', 'withdrawn'].includes(state) ? at : null, ...over,
  })
  await insert(world.sql, 'subject_access_move', { ...keys(randomUUID()), to_state: state, words: '', at, by_id: SYSTEM_USER })
  if (state === 'received') return { request, passage, decision, child }
  await insert(world.sql, 'subject_access_passage', {
    ...keys(passage), number: 1, key: `child-${child}`, record_id: child, child_id: child, kind: 'Details', at, text: 'Given name: Robin\nAbout: Gwen Hart', sha256: 'a hash', proposals: '[]', locks: '[]', taken_at: at, taken_by_id: SYSTEM_USER,
  })
  if (decided) await insert(world.sql, 'subject_access_decision', { ...keys(decision), passage_id: passage, number: 1, verdict: 'give', ground: null, blackouts: '[]', note: '', at, by_id: by })
  if (agreed) await insert(world.sql, 'subject_access_reading', { ...keys(randomUUID()), decision_id: decision, agrees: true, reason: '', at, by_id: reader })
  return { request, passage, decision, child }
}

/** A request of a child, logged and its record taken, by that lead. */
export async function takenAccess(lead: Actor, childId: string, over: Over = {}): Promise<string> {
  const { id } = await logRequest.run(lead, asked(), accessForm(childId, over))
  await beginReading.run(lead, asked(), { requestId: id, version: 1 })
  return id
}

export type Choice = { verdict: 'give' | 'part' | 'whole'; ground?: string; blackouts?: { words: string; ground: string }[]; note?: string }

/** Decides every passage that waits: what is marked is withheld and the rest given, or as `choose` says by its text. */
export async function decideAll(lead: Actor, requestId: string, choose: (text: string, number: number) => Choice | null = () => null): Promise<void> {
  const { passages } = await readRequest.run(lead, asked(), { requestId })
  for (const { number } of passages.filter(({ state }) => state === 'open' || state === 'sent_back')) {
    const passage = await readPassage.run(lead, asked(), { requestId, number })
    const marked = markedOf(passage.proposals)
    const choice = choose(passage.text, number) ?? (marked.length ? { verdict: 'part' as const, blackouts: marked } : { verdict: 'give' as const })
    await decidePassage.run(lead, asked(), { passageId: passage.id, number: passage.decisions[0]?.number ?? 0, ground: null, blackouts: [], note: '', ...choice } as never)
  }
}

/** Sends it to the second reader, who agrees all of it and concludes. */
export async function agreeAll(lead: Actor, second: Actor, requestId: string): Promise<void> {
  const version = async () => (await readRequest.run(lead, asked(), { requestId })).version
  await sendToSecond.run(lead, asked(), { requestId, version: await version() })
  const { passages } = await readRequest.run(second, asked(), { requestId })
  for (const { number } of passages.filter(({ state }) => state === 'decided')) {
    const { decisions } = await readPassage.run(second, asked(), { requestId, number })
    await readSecond.run(second, asked(), { decisionId: decisions[0]?.id ?? '', agrees: 'yes', reason: '' })
  }
  await concludeReading.run(second, asked(), { requestId, version: await version() })
}
