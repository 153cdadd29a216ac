import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerEnquiry, correctEntry } from '../../lib/enquiries/answer'
import { beginEnquiry } from '../../lib/enquiries/begin'
import { decideEnquiry } from '../../lib/enquiries/decide'
import { readSnapshots } from '../../lib/enquiries/snapshot'
import { CAVEATS, opensTo, type Audience } from '../../lib/pathway/caveats'
import { asLogin, DENIED } from '../support/as-login'
import { answerForm, beginForm, entryForm, makeEnquiry, routeForm } from '../support/enquiries'
import { insert } from '../support/insert'
import { makeCase, makeChild, makeContact } from '../support/records'
import { makeWorld, PERSON_NAMES, request, type PersonName, type World } from '../support/world'

/** The walls between agencies, and around what a caveat keeps back, by SQL as the app's own login. */
let world: World
let app: ReturnType<typeof asLogin>
let made: Record<'school' | 'health' | 'police' | 'council', Awaited<ReturnType<typeof makeEnquiry>>>
beforeAll(async () => {
  world = await makeWorld()
  app = asLogin(world.urls.app)
  const child = await makeChild(world)
  const { agencies } = world.a
  made = {
    school: await makeEnquiry(world, { child, agency: agencies.school }),
    health: await makeEnquiry(world, { child, agency: agencies.health }),
    police: await makeEnquiry(world, { child, agency: agencies.police }),
    council: await makeEnquiry(world, { child, agency: agencies.council }),
  }
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const see = async (person: PersonName, sql: string) => (await app.run(world.as[person], sql)).rows.map((row) => row.id).sort()
const whoSees = async (sql: string) => {
  const seen = await Promise.all(PERSON_NAMES.map(async (person) => ((await app.run(world.as[person], sql)).count ? [person] : [])))
  return seen.flat()
}

describe('an agency', () => {
  it.each(['school', 'health', 'police'] as const)('%s sees its own request and entries, by SQL too', async (person) => {
    expect(await see(person, 'SELECT id FROM enquiry_request')).toEqual([made[person].request])
    expect(await see(person, 'SELECT id FROM enquiry_entry')).toEqual([made[person].entry])
  })

  it('sees nothing of the enquiry itself, nor of any other part', async () => {
    for (const table of ['enquiry', 'enquiry_decision', 'enquiry_name', 'enquiry_snapshot', 'enquiry_snapshot_part']) {
      for (const person of ['school', 'health', 'police', 'cateManager'] as const) expect(`${table} ${(await app.run(world.as[person], `SELECT 1 FROM ${table}`)).count}`).toBe(`${table} 0`)
    }
  })

  it('is for the council its lead, who sees all, and its CATE manager', async () => {
    expect(await see('cateManager', 'SELECT id FROM enquiry_entry')).toEqual([made.council.entry])
    expect(await see('safeguarding', 'SELECT id FROM enquiry_entry')).toEqual(Object.values(made).map(({ entry }) => entry).sort())
    for (const table of ['enquiry_request', 'enquiry_entry']) expect(await whoSees(`SELECT 1 FROM ${table}`)).toEqual(
      ['safeguarding', 'cateManager', 'school', 'health', 'police', 'auditor', 'system'],
    )
    expect(await whoSees('SELECT 1 FROM enquiry')).toEqual(['safeguarding', 'auditor', 'system'])
  })

  it('whose person belongs to none sees none', async () => {
    await world.sql.query('UPDATE role_assignment SET agency_id = NULL WHERE id = $1', [world.as.health.assignmentId])
    expect(await see('health', 'SELECT id FROM enquiry_request')).toEqual([])
    await world.sql.query('UPDATE role_assignment SET agency_id = $1 WHERE id = $2', [world.as.health.agencyId, world.as.health.assignmentId])
  })

  const write = (person: PersonName, { request: into, agency, by }: { request: string; agency: string; by: string }) =>
    app.run(
      world.as[person],
      `INSERT INTO enquiry_entry (area_id, id, request_id, agency_id, submission_key, position, event_day, text, nature, source, ask_whom, by_id, at)
       VALUES ($1, $2, $3, $4, $5, 0, now(), 'x', 'fact', 'x', 'x', $6, now())`,
      [world.a.id, randomUUID(), into, agency, randomUUID(), by],
    )

  it('writes for itself, in its own name, into its own request, and nowhere else', async () => {
    const { school, health } = world.a.agencies
    const me = world.as.school.userId
    expect(await write('school', { request: made.school.request, agency: school, by: me })).toMatchObject({ count: 1 })
    expect(await write('school', { request: made.health.request, agency: health, by: me })).toMatchObject({ code: DENIED })
    expect(await write('school', { request: made.school.request, agency: school, by: world.as.health.userId })).toMatchObject({ code: DENIED })
    // its own name on another's request: the key that joins them is of both
    expect((await write('school', { request: made.health.request, agency: school, by: me })).code).toBe('23503')
    expect(await write('safeguarding', { request: made.school.request, agency: school, by: world.as.safeguarding.userId })).toMatchObject({ code: DENIED })
    for (const person of ['advisor', 'practitioner', 'licensing', 'manager', 'auditor', 'admin'] as const) {
      expect(await write(person, { request: made.council.request, agency: world.a.agencies.council, by: world.as[person].userId })).toMatchObject({ code: DENIED })
    }
  })

  it('answers for itself, and changes nothing of what it was asked', async () => {
    const answer = (id: string) => app.run(world.as.school, `UPDATE enquiry_request SET answer = 'nothing_known', answered_at = now(), answered_by_id = $2 WHERE id = $1`, [id, world.as.school.userId])
    expect(await answer(made.school.request)).toMatchObject({ count: 1 })
    expect(await answer(made.health.request)).toMatchObject({ count: 0, code: null })
    for (const column of ['told', 'question', 'asked_besides', 'agency_id', 'asked_at']) {
      expect(await app.run(world.as.school, `UPDATE enquiry_request SET ${column} = ${column}`)).toMatchObject({ code: DENIED })
      expect(await app.run(world.as.safeguarding, `UPDATE enquiry_request SET ${column} = ${column}`)).toMatchObject({ code: DENIED })
    }
  })

  it('has its time moved by the lead alone, who answers for nobody else', async () => {
    const move = (person: PersonName, id: string) => app.run(world.as[person], `UPDATE enquiry_request SET due_at = due_at + interval '1 day' WHERE id = $1`, [id])
    expect(await move('police', made.police.request)).toMatchObject({ code: DENIED })
    expect(await move('cateManager', made.council.request)).toMatchObject({ code: DENIED })
    expect(await move('safeguarding', made.health.request)).toMatchObject({ count: 1 })
    // an answer that has come keeps the time it was asked for
    await world.sql.query(`UPDATE enquiry_request SET answer = 'nothing_known', answered_at = now(), answered_by_id = asked_by_id WHERE id = $1`, [made.school.request])
    expect(await move('safeguarding', made.school.request)).toMatchObject({ code: DENIED })
    for (const person of ['advisor', 'auditor', 'admin'] as const) expect(await move(person, made.health.request)).toMatchObject({ count: 0 })
    expect(await app.run(world.as.safeguarding, `UPDATE enquiry_request SET answer = 'nothing_known', answered_at = now(), answered_by_id = $2 WHERE id = $1`, [made.health.request, world.as.safeguarding.userId])).toMatchObject({ code: DENIED })
  })

  it('reads what it alone is asked besides, and nothing that another is', async () => {
    for (const who of ['school', 'health'] as const) await world.sql.query('UPDATE enquiry_request SET asked_besides = $2 WHERE id = $1', [made[who].request, `besides canary ${who}`])
    const besides = async (person: PersonName) => (await app.run(world.as[person], 'SELECT asked_besides AS id FROM enquiry_request WHERE asked_besides IS NOT NULL')).rows.map(({ id }) => id)
    expect(await besides('school')).toEqual(['besides canary school'])
    expect(await besides('police')).toEqual([])
    expect(await besides('cateManager')).toEqual([])
    expect((await besides('safeguarding')).sort()).toEqual(['besides canary health', 'besides canary school'])
  })

  it('does not see when and why the time was moved', async () => {
    const { rows } = await world.sql.query('SELECT enquiry_id FROM enquiry_request WHERE id = $1', [made.school.request])
    await insert(world.sql, 'enquiry_time', { area_id: world.a.id, id: randomUUID(), enquiry_id: rows[0].enquiry_id, from_due_at: '2026-11-19', due_at: '2026-11-20', reason: 'The police said so', by_id: world.as.safeguarding.userId, at: '2026-11-18' })
    expect(await whoSees('SELECT 1 FROM enquiry_time')).toEqual(['safeguarding', 'auditor', 'system'])
    expect(await app.run(world.as.safeguarding, `UPDATE enquiry_time SET reason = 'x'`)).toMatchObject({ code: DENIED })
  })

  it('corrects no entry of another', async () => {
    const { rows } = await world.sql.query('SELECT request_id FROM enquiry_entry WHERE id = $1', [made.school.entry])
    const correct = (old: string) => app.run(
      world.as.school,
      `INSERT INTO enquiry_entry (area_id, id, request_id, agency_id, submission_key, position, event_day, text, nature, source, ask_whom, by_id, at, supersedes_id)
       VALUES ($1, $2, $3, $4, $5, 0, now(), 'x', 'fact', 'x', 'x', $6, now(), $7)`,
      [world.a.id, randomUUID(), rows[0].request_id, world.a.agencies.school, randomUUID(), world.as.school.userId, old],
    )
    expect(await correct(made.school.entry)).toMatchObject({ count: 1 })
    expect((await correct(made.health.entry)).code).toBe('23503')
  })
})

describe('that an enquiry is open', () => {
  it('is told to the front door, the lead and the auditor, of their own area, and to nobody else', async () => {
    const { rows } = await world.sql.query('SELECT child_id FROM enquiry WHERE id = $1', [made.school.enquiry])
    const ask = `SELECT * FROM open_enquiries('${rows[0].child_id}', NULL)`
    expect(await whoSees(ask)).toEqual(['advisor', 'edt', 'safeguarding', 'auditor'])
    expect((await app.run(world.as.advisor, ask)).rows.map((row) => Object.keys(row).sort().join())[0]).toBe('id,opened_at,reference')
  })
})

describe('a snapshot', () => {
  const READERS = { safeguarding: 'lead', auditor: 'auditor', cateManager: 'cate', practitioner: 'cate' } as const satisfies Partial<Record<PersonName, Audience>>
  type Sent = { referral: string; enquiry: string }

  /** One entry under each caveat, decided and sent, with a case that the first practitioner holds. */
  async function sent(): Promise<Sent> {
    const child = await makeChild(world)
    const contact = await makeContact(world, { child })
    const { id } = await beginEnquiry.run(world.as.safeguarding, request(), beginForm(world, { childId: child, contactId: contact }))
    const caveats = [...CAVEATS.map(({ id: caveat }) => ({ caveat, caveatFor: [] as ('cate' | 'panel' | 'police')[] })), { caveat: 'named' as const, caveatFor: ['cate' as const] }]
    for (const one of caveats) if (one.caveat === 'named' && !one.caveatFor.length) one.caveatFor.push('panel')
    await answerEnquiry.run(world.as.police, request(), answerForm(id, caveats.map((one, at) => ({ ...one, text: `canary ${at} ${one.caveat}`, askWhom: 'DS Roe' }))))
    await decideEnquiry.run(world.as.safeguarding, request(), routeForm(id, { route: 'cate', summary: 'x' }))
    const { rows } = await world.sql.query('SELECT id FROM referral WHERE contact_id = $1', [contact])
    const referral = rows[0].id as string
    await world.sql.query(`UPDATE referral SET state = 'accepted', responded_at = now(), responded_by_id = sent_by_id WHERE id = $1`, [referral])
    await makeCase(world, { child, stage: 'assessment', holder: world.as.practitioner, referral })
    return { referral, enquiry: id }
  }
  const read = (person: PersonName, { referral }: Sent) => readSnapshots.run(world.as[person], request(), { referralId: referral })

  it('shows each reader what the caveats open, in the database as in the rule', async () => {
    const one = await sent()
    for (const [person, audience] of Object.entries(READERS) as [keyof typeof READERS, Audience][]) {
      const { rows } = await world.sql.query(
        `SELECT p.content->>'text' AS text, e.caveat, e.caveat_for AS "caveatFor", e.agency_id AS "agencyId" FROM enquiry_snapshot_part p JOIN enquiry_snapshot s ON s.id = p.snapshot_id JOIN enquiry_entry e ON e.id = p.entry_id WHERE s.referral_id = $1`,
        [one.referral],
      )
      const expected = rows.filter((row) => opensTo(row, { audience, agencyId: null })).map(({ text }) => text).sort()
      const got = await app.run(world.as[person], `SELECT p.content->>'text' AS text FROM enquiry_snapshot_part p JOIN enquiry_snapshot s ON s.id = p.snapshot_id WHERE s.referral_id = $1`, [one.referral])
      expect(got.rows.map(({ text }) => text).sort(), person).toEqual(expected)
      const [view] = await read(person, one)
      expect(view?.entries).toHaveLength(5)
      expect(view?.entries.filter(({ shown }) => shown).map(({ shown }) => shown?.text).sort()).toEqual(expected)
      for (const { shown, withheld } of view?.entries ?? []) expect(shown === null).toBe(withheld === 'Testford Police wrote something that is withheld here. Ask DS Roe.')
      expect(view?.whole).toBe(true)
    }
  })

  it('leaves nothing of a withheld text anywhere in what a reader gets', async () => {
    const one = await sent()
    expect(JSON.stringify(await read('cateManager', one))).not.toMatch(/canary 2 police_only|canary 3 named/)
    expect(JSON.stringify(await read('safeguarding', one))).toMatch(/canary 2 police_only/)
    const { rows } = await app.run(world.as.practitioner, 'SELECT content::text AS text FROM enquiry_snapshot UNION ALL SELECT content::text FROM enquiry_snapshot_part')
    expect(JSON.stringify(rows)).not.toMatch(/canary 2 police_only|canary 3 named/)
  })

  it('is open to those who receive the referral alone', async () => {
    const one = await sent()
    const sees = await whoSees(`SELECT 1 FROM enquiry_snapshot WHERE referral_id = '${one.referral}'`)
    expect(sees).toEqual(['safeguarding', 'practitioner', 'cateManager', 'auditor', 'system'])
    expect(await whoSees(`SELECT 1 FROM enquiry_snapshot_part p JOIN enquiry_snapshot s ON s.id = p.snapshot_id WHERE s.referral_id = '${one.referral}'`)).toEqual(sees)
  })

  it('closes what was sent when a correction tightens its caveat, and stays as it was otherwise', async () => {
    const one = await sent()
    const shown = async () => (await read('practitioner', one))[0]?.entries.filter((entry) => entry.shown).map((entry) => entry.shown?.text)
    expect(await shown()).toHaveLength(3)
    const { rows } = await world.sql.query(`SELECT e.id FROM enquiry_entry e JOIN enquiry_request r ON r.id = e.request_id WHERE r.enquiry_id = $1 AND e.text LIKE 'canary 0%'`, [one.enquiry])
    const correct = (entryId: string, over: object) => correctEntry.run(world.as.police, request(), { entryId, submissionKey: randomUUID(), entry: entryForm({ text: 'corrected', ...over }) })
    await correct(rows[0].id, {})
    expect(await shown()).toHaveLength(3)
    const { rows: next } = await world.sql.query('SELECT id FROM enquiry_entry WHERE supersedes_id = $1', [rows[0].id])
    await correct(next[0].id, { caveat: 'police_only', askWhom: 'DS Roe' })
    expect(await shown()).toHaveLength(2)
    expect((await read('safeguarding', one))[0]?.entries.every((entry) => entry.shown)).toBe(true)
  })

  it('says where it no longer matches its seal', async () => {
    const one = await sent()
    const client = await world.sql.connect()
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    await client.query(`UPDATE enquiry_snapshot_part SET content = jsonb_set(content, '{text}', '"changed"') WHERE position = 0 AND snapshot_id IN (SELECT id FROM enquiry_snapshot WHERE referral_id = $1)`, [one.referral])
    await client.query('COMMIT')
    client.release()
    expect((await read('safeguarding', one))[0]?.whole).toBe(false)
  })
})
