import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordOnCase } from '../../lib/cases/calls'
import { searchChildren } from '../../lib/children/queries'
import { editChild } from '../../lib/children/commands'
import { logContact } from '../../lib/contacts/commands'
import { formatNhsNumber } from '../../lib/pathway/identifiers'
import { readAuditLog } from '../../lib/oversight/audit-log'
import { readChronology } from '../../lib/chronology/queries'
import { readChild } from '../../lib/records/queries'
import { acceptReferral } from '../../lib/referrals/accept'
import { askToJoin, mergeChildren, tellApart, undoJudgement } from '../../lib/screening/judge'
import { listPairs, matchesOfChild } from '../../lib/screening/matches'
import { oddName } from '../access/cells'
import { asLogin, DENIED } from '../support/as-login'
import { eventOf } from '../support/events'
import { childForm, contactForm } from '../support/inputs'
import { insert } from '../support/insert'
import { makeCase, makeChild, makeContact, makeReferral } from '../support/records'
import { nhsNumber } from '../support/search-world'
import { makeWorld, request, type World } from '../support/world'

/** The same child on record twice: proposed, judged by a person, read together, and undone. */
let world: World
let app: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeWorld()
  app = asLogin(world.urls.app)
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const reason = 'Her mother says that both are hers'
let nine = 943_476_000
/** A number of her own, with a true check digit. */
const freshNumber = (): string => nhsNumber(String(++nine)) ?? freshNumber()
/** Two records of a child of a name of her own, with something on each. */
async function twice(): Promise<{ kept: string; other: string; family: string; number: string; contacts: [string, string] }> {
  const family = oddName()
  const number = freshNumber()
  const kept = await makeChild(world, world.a, { given_name: 'Keira', family_name: family, date_of_birth: '2012-03-14', school: 'Brook High' })
  const other = await makeChild(world, world.a, { given_name: 'Kiera', family_name: family, date_of_birth: '2012-03-14', nhs_number: number, exploitation: 'suspected' })
  await insert(world.sql, 'child_alias', { area_id: world.a.id, id: randomUUID(), child_id: other, given_name: 'Kiki', family_name: `Van${family}` })
  await insert(world.sql, 'child_address', { area_id: world.a.id, id: randomUUID(), child_id: other, line: '9 Other Street', postcode: 'TF9 9ZZ' })
  await insert(world.sql, 'person_around', { area_id: world.a.id, id: randomUUID(), child_id: other, relationship: 'mother', name: 'Mia Quill' })
  return { kept, other, family, number, contacts: [await makeContact(world, { child: kept }), await makeContact(world, { child: other })] }
}
const lead = () => world.as.safeguarding
const merge = (kept: string, other: string, who = lead()) => mergeChildren.run(who, request(), { childId: kept, otherId: other, keptId: kept, reason })
const read = (childId: string, who = lead()) => readChild.run(who, request(), { childId })
const undo = async (kept: string) => undoJudgement.run(lead(), request(), { judgementId: (await read(kept)).joined[0]?.judgementId ?? '', reason: 'They are cousins' })
const nameFor = async (id: string): Promise<string> => (await world.sql.query(`SELECT given_name || ' ' || family_name AS name FROM child WHERE id = $1`, [id])).rows[0].name
const referenceOf = async (id: string): Promise<string> => (await world.sql.query('SELECT reference FROM child WHERE id = $1', [id])).rows[0].reference

describe('the same child twice', () => {
  it('is proposed with what speaks for it and against, on either record and in the list', async () => {
    const { kept, other } = await twice()
    const [proposal] = await matchesOfChild.run(world.as.advisor, request(), { childId: kept })
    expect(proposal).toMatchObject({ child: { id: other }, agrees: ['Same date of birth', 'First name nearly the same spelling, last name same'], conflicts: [] })
    expect((await matchesOfChild.run(world.as.advisor, request(), { childId: other })).map(({ child }) => child.id)).toEqual([kept])
    const { waiting } = await listPairs.run(world.as.advisor, request(), { show: 'waiting' })
    expect(waiting.map((pair) => [pair.first.id, pair.second.id].sort())).toContainEqual([kept, other].sort())
  })

  it('is not joined by being proposed', async () => {
    const count = async () => (await world.sql.query('SELECT count(*)::int AS n FROM child_judgement')).rows[0].n
    const before = await count()
    const { kept } = await twice()
    await listPairs.run(lead(), request(), { show: 'waiting' })
    await matchesOfChild.run(lead(), request(), { childId: kept })
    expect(await count()).toBe(before)
  })

  it('that somebody says are two is proposed no more, until that is undone', async () => {
    const { kept, other } = await twice()
    await tellApart.run(world.as.advisor, request(), { childId: other, otherId: kept, reason: 'Cousins of one name' })
    const waits = async () => (await listPairs.run(lead(), request(), { show: 'waiting' })).waiting.some((pair) => pair.first.id === kept || pair.second.id === kept)
    expect(await matchesOfChild.run(world.as.advisor, request(), { childId: kept })).toEqual([])
    expect(await waits()).toBe(false)
    const { judged } = await listPairs.run(lead(), request(), { show: 'judged' })
    const made = judged.find((one) => one.kept.id === kept || one.other.id === kept)
    expect(made).toMatchObject({ same: false, by: 'Ada Visor', reason: 'Cousins of one name' })
    await undoJudgement.run(lead(), request(), { judgementId: made?.id ?? '', reason: 'A mistake' })
    expect(await waits()).toBe(true)
  })

  it('is put before the safeguarding lead where an advisor asks, once a day', async () => {
    const { kept, other } = await twice()
    for (let times = 0; times < 2; times++) await askToJoin.run(world.as.advisor, request(), { childId: kept, otherId: other, reason })
    const { rows } = await world.sql.query(`SELECT owner_role, child_id FROM alert WHERE kind = 'join_asked' AND child_id = $1`, [kept])
    expect(rows).toEqual([{ owner_role: 'safeguarding_lead', child_id: kept }])
  })
})

describe('a joined record', () => {
  it('shows both histories, each with the record it comes from', async () => {
    const { kept, other, family, number, contacts } = await twice()
    await makeCase(world, { child: other, stage: 'closed' })
    await merge(kept, other)
    const record = await read(kept)
    const from = await referenceOf(other)
    expect(record.contacts.map(({ id, record: of }) => [id, of])).toEqual([[contacts[1], from], [contacts[0], null]])
    expect(record.aliases).toEqual([`Kiki Van${family} (${from})`])
    expect(record.addresses).toMatchObject([{ line: '9 Other Street', record: from }])
    expect(record.people).toMatchObject([{ name: 'Mia Quill', record: from }])
    expect(record.cases).toHaveLength(1)
    const { items } = await readChronology.run(lead(), request(), { childId: kept })
    expect(items.filter((entry) => entry.record === from).length).toBeGreaterThan(1)
    expect(record.exploitation).toBe('suspected')
    expect(record.joined).toMatchObject([{ id: other, reference: from, by: 'Safia Lead', reason, differs: [{ label: 'Name', value: `Kiera ${family}` }, { label: 'NHS number', value: formatNhsNumber(number) }] }])
  })

  it('is led to from the other, which stays as it was and takes no more changes', async () => {
    const { kept, other } = await twice()
    await merge(kept, other)
    expect(await read(other)).toMatchObject({ id: other, givenName: 'Kiera', joined: [], mergedInto: { id: kept, by: 'Safia Lead' } })
    await expect(editChild.run(lead(), request(), childForm(other))).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('joined to another') })
  })

  it('is found under either name, once, and takes what comes new', async () => {
    const { kept, other, family } = await twice()
    await merge(kept, other)
    for (const query of [`Keira ${family}`, `Kiera ${family}`, `Kiki Van${family}`]) {
      const found = (await searchChildren.run(world.as.advisor, request(), { query })).map((match) => match.id)
      expect(found.filter((id) => id === kept || id === other)).toEqual([kept])
    }
    const { id } = await logContact.run(world.as.advisor, request(), contactForm({ child: { kind: 'known', childId: other }, exploitation: 'yes' }))
    expect((await world.sql.query('SELECT child_id FROM contact WHERE id = $1', [id])).rows).toEqual([{ child_id: kept }])
    expect((await read(kept)).exploitation).toBe('yes')
  })

  it('is open to whoever holds the case of either: a call about it goes to that case', async () => {
    const { kept, other } = await twice()
    const held = await makeCase(world, { child: other, holder: world.as.practitioner })
    await merge(kept, other)
    const [found] = await searchChildren.run(world.as.advisor, request(), { query: await nameFor(kept) })
    expect(found).toMatchObject({ id: kept, openCase: { practitioner: 'Pru First' }, exploitation: 'suspected' })
    const { child: _, separateReason: __, ...call } = contactForm()
    const { id } = await recordOnCase.run(world.as.advisor, request(), { ...call, child: { kind: 'known', childId: kept } })
    expect((await world.sql.query('SELECT case_id, child_id FROM case_note WHERE id = $1', [id])).rows).toEqual([{ case_id: held, child_id: other }])
    await expect(logContact.run(world.as.advisor, request(), contactForm({ child: { kind: 'known', childId: kept } }))).rejects.toMatchObject({ kind: 'invalid', fields: { separateReason: expect.stringContaining('open case') } })
  })

  it('counts the contacts of both where three about one person are looked at', async () => {
    const { kept, other } = await twice()
    await merge(kept, other)
    await logContact.run(world.as.advisor, request(), contactForm({ child: { kind: 'known', childId: other } }))
    const { rows } = await world.sql.query(`SELECT child_id FROM alert WHERE kind = 'repeat_contacts' AND child_id = ANY ($1::uuid[])`, [[kept, other]])
    expect(rows).toEqual([{ child_id: kept }])
  })

  it('is seen whole by whoever works with either, and by nobody else', async () => {
    const { kept, other, contacts } = await twice()
    await makeCase(world, { child: other, holder: world.as.practitioner })
    await expect(read(kept, world.as.practitioner)).rejects.toMatchObject({ kind: 'not_found' })
    await merge(kept, other)
    expect((await read(kept, world.as.practitioner)).contacts.map((contact) => contact.id)).toEqual([contacts[1], contacts[0]])
    expect((await read(other, world.as.practitioner)).mergedInto?.id).toBe(kept)
    await expect(read(kept, world.as.otherPractitioner)).rejects.toMatchObject({ kind: 'not_found' })
    await undo(kept)
    await expect(read(kept, world.as.practitioner)).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('keeps what was logged of both in the audit log, and of who joined them', async () => {
    const { kept, other } = await twice()
    const [joining, reading] = [request(), request()]
    await read(other)
    await mergeChildren.run(lead(), joining, { childId: other, otherId: kept, keptId: kept, reason })
    await readChild.run(lead(), reading, { childId: kept })
    expect(await eventOf(world, joining.requestId)).toMatchObject({ kind: 'child.merged', record_id: kept, children: [kept, other].sort(), detail: { after: { reason } } })
    expect(await eventOf(world, reading.requestId)).toMatchObject({ kind: 'child.opened', children: [kept, other].sort() })
    // whoever reads the log of either reads what was done with both, each event once
    const kinds = async (child: string) => (await readAuditLog.run(world.as.manager, request(), { child })).lines.map((line) => line.kind)
    expect(await kinds(kept)).toEqual(['child.opened', 'child.merged', 'child.opened'])
    expect(await kinds(other)).toEqual(await kinds(kept))
  })

  it('has one open case: a referral about the other is not accepted beside it', async () => {
    const { kept, other } = await twice()
    const referral = await makeReferral(world, { child: other })
    await makeCase(world, { child: kept, holder: world.as.practitioner })
    await merge(kept, other)
    await expect(acceptReferral.run(world.as.cateManager, request(), { referralId: referral, version: 1 })).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('undoing', () => {
  it('separates them again exactly', async () => {
    const { kept, other } = await twice()
    const rows = async () => (await world.sql.query(`SELECT to_jsonb(c) AS row FROM child c WHERE id = ANY ($1::uuid[]) ORDER BY id`, [[kept, other]])).rows
    const before = { rows: await rows(), kept: await read(kept), other: await read(other) }
    await merge(kept, other)
    await undo(kept)
    expect({ rows: await rows(), kept: await read(kept), other: await read(other) }).toEqual(before)
    const { rows: left } = await world.sql.query('SELECT undone_by_id, undone_reason FROM child_judgement WHERE kept_id = $1', [kept])
    expect(left).toEqual([{ undone_by_id: lead().userId, undone_reason: 'They are cousins' }])
    // and they may be judged anew
    await merge(other, kept)
    expect((await read(other)).joined).toHaveLength(1)
  })
})

describe('is refused', () => {
  it('where both have an open case, saying which', async () => {
    const { kept, other } = await twice()
    for (const child of [kept, other]) await makeCase(world, { child, holder: world.as.practitioner })
    await expect(merge(kept, other)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringMatching(/^Both records have an open case, X-K-\d+ and X-K-\d+\. .*Nothing was saved\.$/) })
  })

  it('where either was joined already, saying what to do instead', async () => {
    const [{ kept, other }, third] = [await twice(), await twice()]
    await merge(kept, other)
    const reference = await referenceOf(kept)
    await expect(merge(third.kept, other)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining(`is already joined to ${reference}`) })
    await expect(merge(third.kept, kept)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining(`so keep ${reference}`) })
    // a third record may be joined to the kept one
    await merge(kept, third.kept)
    expect((await read(kept)).joined.map((one) => one.id)).toEqual([other, third.kept])
  })

  it('to one of two who judge at once, who is told what the other said', async () => {
    const { kept, other } = await twice()
    const answers = await Promise.allSettled([
      merge(kept, other), merge(other, kept),
      tellApart.run(world.as.advisor, request(), { childId: kept, otherId: other, reason: 'Two girls' }), tellApart.run(world.as.edt, request(), { childId: other, otherId: kept, reason: 'Two girls' }),
    ])
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/judged these two on .*: (not )?the same child\. Your judgement was not saved\./) })
    expect((await world.sql.query('SELECT 1 FROM child_judgement WHERE $1 IN (first_id, second_id)', [kept])).rowCount).toBe(1)
  })

  it('to the machine, to an advisor and in another’s name, by the database itself', async () => {
    const { kept, other } = await twice()
    const [first, second] = [kept, other].sort()
    const sql = `INSERT INTO child_judgement (area_id, id, first_id, second_id, kept_id, at, by_id, reason) VALUES ($1, gen_random_uuid(), $2, $3, $4, now(), $5, 'x')`
    const join = (who: typeof world.as.system, keptId: string | null = first ?? '', by = who.userId) => app.run(who, sql, [world.a.id, first, second, keptId, by])
    expect(await join(world.as.system)).toMatchObject({ code: DENIED })
    expect(await join(world.as.system, null)).toMatchObject({ code: DENIED })
    expect(await join(world.as.advisor)).toMatchObject({ code: DENIED })
    expect(await join(lead(), first, world.as.advisor.userId)).toMatchObject({ code: DENIED })
    expect(await join(world.as.advisor, null)).toMatchObject({ count: 1, code: null })
    expect(await join(lead())).toMatchObject({ count: 1, code: null })
  })

  it('to whoever would change a judgement otherwise than by undoing it', async () => {
    const { kept, other } = await twice()
    await merge(kept, other)
    const change = (set: string, who = lead()) => app.run(who, `UPDATE child_judgement SET ${set} WHERE kept_id = '${kept}'`)
    const undone = `undone_at = now(), undone_reason = 'x', undone_by_id = '${lead().userId}'`
    expect(await change(`kept_id = '${other}', ${undone}`)).toMatchObject({ code: DENIED })
    expect(await change(`reason = 'another', ${undone}`)).toMatchObject({ code: DENIED })
    expect(await change(`undone_at = now(), undone_reason = 'x', undone_by_id = '${world.as.advisor.userId}'`)).toMatchObject({ code: DENIED })
    expect(await change(undone, world.as.advisor)).toMatchObject({ count: 0 })
    expect(await change(undone)).toMatchObject({ count: 1, code: null })
    expect(await app.run(lead(), 'DELETE FROM child_judgement')).toMatchObject({ code: DENIED })
  })
})
