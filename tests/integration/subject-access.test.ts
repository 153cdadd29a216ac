import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { subjectAccessPdf } from '../../lib/pdf/subject-access'
import { WITHHELD_WORDS } from '../../lib/pathway/redaction'
import { takeCopy } from '../../lib/subject-access/hand-out'
import { endRequest, extendRequest } from '../../lib/subject-access/end'
import { logRequest } from '../../lib/subject-access/log'
import { readPassage, readRequest } from '../../lib/subject-access/read'
import { beginReading, takeSince } from '../../lib/subject-access/take'
import { insert } from '../support/insert'
import { makePanel } from '../support/panels'
import { makeCase, makeChild, makeContact, makeDecision, makeJudgement } from '../support/records'
import { accessForm, agreeAll, decideAll, makeAccess, takenAccess, type Choice } from '../support/subject-access'
import { makePerson, makeWorld, request, SYSTEM_USER, type World } from '../support/world'

/** A copy of a record: what is in it, what is not, and that nothing is lost between. */
let world: World
let lead: Actor
let second: Actor
beforeAll(async () => {
  world = await makeWorld()
  lead = world.as.safeguarding
  second = await makePerson(world.sql, world.a, { role: 'safeguarding_lead', name: 'Sela Second' })
})
afterAll(() => world.close())

const ready = async (child: string, choose?: (text: string, number: number) => Choice | null): Promise<string> => {
  const id = await takenAccess(lead, child)
  await decideAll(lead, id, choose)
  await agreeAll(lead, second, id)
  return id
}
const copy = (requestId: string, as: 'pdf' | 'json' = 'json') => takeCopy.run(lead, request(), { requestId, as })
const asText = async (file: Buffer): Promise<string> => (await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })).text.replace(/\s+/g, ' ')

describe('the copy', () => {
  it('has no withheld word in the PDF or the JSON, and says how many and why', async () => {
    const child = await makeChild(world, world.a, { given_name: 'Lily', family_name: 'Chandler' })
    await makeContact(world, { child, referrer_name: 'Gwen Harte', referrer_phone: '07700 900123', source_code: '1A', identity_withheld: true, what_was_said: 'Gwen said that Lily met Darren Pike.\nLily was upset, and gwen too.' })
    await makeContact(world, { child, referrer_name: 'Mr Oakes', source_code: '2A', what_was_said: 'Darren Pike waits outside. Mrs Harte rang the school too.', others_at_risk: 'Zebedee is a friend' })
    const id = await ready(child, (text) => text.includes('Darren Pike') && text.includes('Zebedee')
      ? { verdict: 'part', blackouts: [{ words: 'Darren Pike', ground: 'third_party' }, { words: 'Harte', ground: 'identity_withheld' }] } : null)
    const json = await copy(id)
    const file = await subjectAccessPdf(json)
    const [inJson, inPdf] = [JSON.stringify(json), await asText(file)]
    for (const words of ['Gwen', 'gwen', 'Harte', '07700 900123', 'Darren Pike waits']) {
      expect(inJson).not.toContain(words)
      expect(inPdf).not.toContain(words)
    }
    for (const words of ['Lily was upset', 'Zebedee is a friend', WITHHELD_WORDS]) {
      expect(inJson).toContain(words)
      expect(inPdf).toContain(words)
    }
    expect(file.toString('latin1')).not.toContain('Harte')
    expect(json.summary).toMatchObject({ whole: 0, part: 2 })
    expect(json.summary.grounds.map(({ ground }) => ground).sort()).toEqual(['identity_withheld', 'third_party'])
    expect(inPdf).toContain('ico.org.uk')
  })

  it('never gives who told us where that is withheld, whatever was decided of what they told', async () => {
    const child = await makeChild(world, world.a, { given_name: 'Lily', family_name: 'Chandler' })
    // an aunt of the same family name: what is left open must not say that they share it
    const contact = await makeContact(world, {
      child, referrer_name: 'Gwen Chandler', referrer_role: 'Aunt', referrer_organisation: 'Oak Street flats', referrer_phone: '07700 900123', referrer_email: 'gwen@post.test', source_code: '1A', identity_withheld: true,
      what_was_said: 'GWEN saw Lily Chandler. Ring gwen@post.test', family_views: 'Gwen is worried',
    })
    await makeDecision(world, contact, { told_note: 'Rang the aunt on Oak Street' })
    await insert(world.sql, 'outcome_told', { area_id: world.a.id, id: randomUUID(), contact_id: contact, at: '2026-11-11', by_id: SYSTEM_USER, to_whom: 'The aunt', how: 'phone', words: 'She was told by Oak Street' })
    await insert(world.sql, 'contact_subject', { area_id: world.a.id, id: randomUUID(), contact_id: contact, kind: 'person', label: 'Gwen Chandler', normalised: 'gwen chandler' })
    const id = await ready(child, () => ({ verdict: 'give', note: 'All of it' }))
    const whole = JSON.stringify(await copy(id))
    for (const words of ['Gwen', 'gwen', 'GWEN', 'Aunt', 'aunt', 'Oak Street', '07700', 'post.test', 'amily member', 'Their phone']) expect(whole).not.toContain(words)
    expect(whole).toContain(`${WITHHELD_WORDS} saw Lily Chandler`)
    expect(whole).toContain(`Who told us: ${WITHHELD_WORDS}`)
  })

  it('accounts for every passage: given, given in part or withheld with a ground, and none twice', async () => {
    const child = await makeChild(world)
    for (let at = 0; at < 6; at++) await makeContact(world, { child, what_was_said: `Darren Pike came ${at} times` })
    const id = await takenAccess(lead, child)
    const { passages } = await readRequest.run(lead, request(), { requestId: id })
    const texts = new Map<number, string>()
    for (const { number } of passages) texts.set(number, (await readPassage.run(lead, request(), { requestId: id, number })).text)
    await decideAll(lead, id, (_, number) => [{ verdict: 'give' as const }, { verdict: 'whole' as const, ground: 'crime' }, null][number % 3] ?? { verdict: 'part', blackouts: [{ words: texts.get(number)?.includes('Pike') ? 'Darren Pike' : 'Robin', ground: 'third_party' }] })
    await agreeAll(lead, second, id)
    const { passages: out, summary } = await copy(id)
    expect(out.map(({ number }) => number)).toEqual([...texts.keys()])
    expect(summary.given + summary.part + summary.whole).toBe(texts.size)
    for (const one of out) {
      const text = texts.get(one.number) ?? ''
      if (one.withheld === 'whole') expect(one).toEqual({ number: one.number, withheld: 'whole', ground: 'crime' })
      else {
        const kept = one.text.split(WITHHELD_WORDS)
        expect(kept).toHaveLength(1 + one.grounds.reduce((sum, { many }) => sum + many, 0))
        // what stands between is the passage, in its order
        kept.reduce((from, piece) => { const at = text.indexOf(piece, from); expect(at).toBeGreaterThanOrEqual(from); return at + piece.length }, 0)
      }
    }
  })

  it('leaves an event that names the reader, the form and every row that is in it, and nothing of what it says', async () => {
    const child = await makeChild(world)
    const [given, kept] = [await makeContact(world, { child, what_was_said: 'A plain thing' }), await makeContact(world, { child, what_was_said: 'Of somebody else' })]
    const id = await ready(child, (text) => (text.includes('somebody else') ? { verdict: 'whole', ground: 'third_party' } : null))
    const asked = request()
    await takeCopy.run(lead, asked, { requestId: id, as: 'pdf' })
    const { rows } = await world.sql.query<{ kind: string; actor_id: string; row_ids: string[]; detail: unknown }>('SELECT kind, actor_id, row_ids, detail FROM audit_event WHERE request_id = $1', [asked.requestId])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ kind: 'subject_access.exported', actor_id: lead.userId, detail: { terms: { as: 'pdf', reader: lead.name, given: 2, part: 0, whole: 1 } } })
    expect(rows[0]?.row_ids).toEqual(expect.arrayContaining([child, given]))
    expect(rows[0]?.row_ids).not.toContain(kept)
    const all = await world.sql.query<{ kind: string; whole: string }>(`SELECT kind, row_to_json(e)::text AS whole FROM audit_event e WHERE record_id = $1 ORDER BY seq`, [id])
    expect(new Set(all.rows.map(({ kind }) => kind))).toEqual(new Set(['subject_access.logged', 'subject_access.taken', 'subject_access.opened', 'subject_access.passage_opened', 'subject_access.decided', 'subject_access.moved', 'subject_access.read_second', 'subject_access.exported']))
    for (const { whole } of all.rows) expect(whole).not.toContain('plain thing')
  })

  it('has both records of a child that were joined, and is asked for on the one that is kept', async () => {
    const [kept, merged] = [await makeChild(world, world.a, { given_name: 'Mina' }), await makeChild(world, world.a, { given_name: 'Amina' })]
    await makeContact(world, { child: kept, what_was_said: 'Told of the one' })
    await makeContact(world, { child: merged, what_was_said: 'Told of the other' })
    const before = await makeAccess(world, { child: merged })
    await makeJudgement(world, { pair: [kept, merged], kept_id: kept })
    await expect(logRequest.run(lead, request(), accessForm(merged))).rejects.toMatchObject({ kind: 'conflict' })
    // one that was logged before they were joined has both too
    await beginReading.run(lead, request(), { requestId: before.request, version: 1 })
    for (const id of [await takenAccess(lead, kept), before.request]) {
      await decideAll(lead, id)
      await agreeAll(lead, second, id)
      const whole = JSON.stringify(await copy(id))
      for (const words of ['Told of the one', 'Told of the other', 'Amina']) expect(whole).toContain(words)
    }
  })

  it('has nothing of another area or another child', async () => {
    const [child, other, elsewhere] = [await makeChild(world), await makeChild(world), await makeChild(world, world.b)]
    await makeContact(world, { child: other, what_was_said: 'Of another child' })
    await makeContact(world, { area: world.b, child: elsewhere, what_was_said: 'Of another area' })
    const id = await ready(child)
    expect((await copy(id)).passages).toHaveLength(1)
    await expect(takenAccess(lead, elsewhere)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('what came since', () => {
  it('is named, and added only at a person’s word; a row that changed comes again', async () => {
    const child = await makeChild(world)
    await makeContact(world, { child })
    const id = await takenAccess(lead, child)
    const open = () => readRequest.run(lead, request(), { requestId: id })
    expect(await open()).toMatchObject({ since: [] })
    await makeContact(world, { child, what_was_said: 'A later thing' })
    await world.sql.query(`UPDATE child SET school = 'Brook High' WHERE id = $1`, [child])
    const { since, passages, version } = await open()
    expect(since?.map(({ kind }) => kind)).toEqual(['Details', 'Contact'])
    expect(passages).toHaveLength(2)
    expect(await takeSince.run(lead, request(), { requestId: id, version })).toEqual({ passages: 2 })
    const after = await open()
    expect([after.since, after.passages.map(({ number }) => number)]).toEqual([[], [1, 2, 3, 4]])
    await expect(takeSince.run(lead, request(), { requestId: id, version })).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('a request', () => {
  it('is logged once, with its month, and extended once', async () => {
    const form = accessForm(await makeChild(world), { requester: 'parent', authority: 'Birth certificate seen', youngView: 'Agrees' })
    const [one, two] = await Promise.all([logRequest.run(lead, request(), form), logRequest.run(lead, request(), form)])
    expect(one).toEqual(two)
    const read = () => readRequest.run(world.as.auditor, request(), { requestId: one.id })
    expect(await read()).toMatchObject({ dueOn: '2026-12-14', clock: 'on_time', noExtending: null, state: 'received' })
    expect(await extendRequest.run(lead, request(), { requestId: one.id, version: 1, why: 'It is long' })).toEqual({ dueOn: '2027-02-12' })
    await expect(extendRequest.run(lead, request(), { requestId: one.id, version: 2, why: 'Again' })).rejects.toMatchObject({ kind: 'conflict' })
    await endRequest.run(lead, request(), { requestId: one.id, version: 2, to: 'withdrawn', words: 'She rang' })
    expect(await read()).toMatchObject({ state: 'withdrawn', moves: [{ to: 'received' }, { to: 'withdrawn', words: 'She rang' }] })
    await expect(endRequest.run(lead, request(), { requestId: one.id, version: 3, to: 'handed_over', words: 'x' })).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('says by what right somebody asks for another, and is of no day to come', async () => {
    const child = await makeChild(world)
    await expect(logRequest.run(lead, request(), accessForm(child, { requester: 'parent' }))).rejects.toMatchObject({ fields: { authority: expect.any(String), youngView: expect.any(String) } })
    await expect(logRequest.run(lead, request(), accessForm(child, { receivedOn: { day: '20', month: '11', year: '2026' } }))).rejects.toMatchObject({ fields: { receivedOn: expect.any(String) } })
  })

  it('is prepared by nobody from whom a part of the record is kept', async () => {
    const child = await makeChild(world)
    const held = await makeCase(world, { child, stage: 'panel', holder: world.as.practitioner })
    await makePanel(world, { held, child, chair: world.as.chair.userId, state: 'closed', full: true })
    await world.sql.query(`UPDATE panel_item SET state = 'decided' WHERE child_id = $1`, [child])
    await insert(world.sql, 'panel_conflict', { area_id: world.a.id, id: randomUUID(), case_id: held, user_id: lead.userId, reason: 'Her niece', declared_at: '2026-11-12' })
    await expect(takenAccess(lead, child)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('conflict of interest') })
    expect(await takenAccess(second, child)).toEqual(expect.any(String))
  })
})
