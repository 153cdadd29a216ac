import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerPart } from '../../lib/assessments/answer-part'
import { askPart } from '../../lib/assessments/ask-part'
import { readAskWhom } from '../../lib/assessments/ask-whom'
import { finishAssessment, saveBlock } from '../../lib/assessments/commands'
import { listOwnParts, readOwnPart } from '../../lib/assessments/own-parts'
import { readAssessment } from '../../lib/assessments/queries'
import { remindParts } from '../../lib/assessments/remind-parts'
import { disagree } from '../../lib/pathway/assessment-change'
import { asLogin, DENIED } from '../support/as-login'
import { answerPartForm, askForm, makePart, nothingKnown } from '../support/assessment-parts'
import { blockForm, finishForm, makeAssessment } from '../support/assessments'
import { setClock } from '../support/clock'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, PERSON_NAMES, request, type PersonName, type World } from '../support/world'

/** Other agencies' parts of a risk assessment: asked, answered, corrected, chased; and the walls between them. */
let world: World
let app: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeWorld()
  app = asLogin(world.urls.app)
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(async () => {
  await app.close()
  await world.close()
})

const opened = async (over: Record<string, unknown> = {}) => {
  const child = await makeChild(world, world.a, { given_name: 'Robin', family_name: 'Wren', date_of_birth: '2011-04-03', ...over })
  const held = await makeCase(world, { child, holder: world.as.practitioner, stage: 'panel' })
  return { child, held, id: await makeAssessment(world, { held, child }) }
}
const ask = (id: string, agency: 'school' | 'health' | 'police', over = {}, by: PersonName = 'practitioner') =>
  askPart.run(world.as[by], request(), askForm(id, world.a.agencies[agency], over)).then(({ requestId }) => requestId)
const own = (person: PersonName, requestId: string) => readOwnPart.run(world.as[person], request(), { requestId })
const read = (assessmentId: string, by: PersonName = 'practitioner') => readAssessment.run(world.as[by], request(), { assessmentId })
const alertsOf = async (record: string) => (await world.sql.query('SELECT kind, owner_id, owner_role, owner_agency_id, why, record_type FROM alert WHERE record_id = $1 ORDER BY raised_at, key', [record])).rows

describe('asking', () => {
  it('tells the agency’s people, offers who is not asked yet, and asks once however often it is sent', async () => {
    const { id } = await opened()
    const { school, health, police } = world.a.agencies
    const whom = await readAskWhom.run(world.as.safeguarding, request(), { assessmentId: id })
    expect(whom).toMatchObject({ child: 'Robin Wren', born: 'Born 3 Apr 2011, aged 15', day: '2026-11-26' })
    expect(whom.agencies.map((one) => one.id).sort()).toEqual([school, health, police].sort())
    const [first, again] = await Promise.all([ask(id, 'school'), ask(id, 'school')])
    expect(again).toBe(first)
    expect((await readAskWhom.run(world.as.cateManager, request(), { assessmentId: id })).agencies.map((one) => one.id)).not.toContain(school)
    expect(await alertsOf(first)).toEqual([
      { kind: 'assessment_part_asked', owner_id: null, owner_role: 'partner', owner_agency_id: school, record_type: 'assessment_request', why: 'Your agency is asked for its part of a risk assessment. Answer by 27 Nov 2026.' },
    ])
    expect((await alertsOf(await ask(id, 'police')))[0]).toMatchObject({ owner_role: 'police', owner_agency_id: police })
    await expect(ask(id, 'school', { question: 'Something else?' }, 'cateManager')).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('refuses a day that is past, an agency that nobody answers for, and a finished assessment', async () => {
    const { id } = await opened()
    await expect(ask(id, 'school', { due: { day: '18', month: '11', year: '2026' } })).rejects.toMatchObject({ fields: { due: expect.any(String) } })
    await expect(ask(id, 'school', { due: { day: '', month: '', year: '' } })).rejects.toMatchObject({ fields: { due: 'Enter the day to answer by' } })
    await expect(ask(id, 'school', { agencyId: world.a.agencies.council })).rejects.toMatchObject({ fields: { agencyId: expect.any(String) } })
    await finishAssessment.run(world.as.practitioner, request(), finishForm(id))
    await expect(ask(id, 'school')).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('answering', () => {
  it('stands beside the practitioner’s level, and who has not answered is shown as such', async () => {
    const { id } = await opened()
    const [school, health] = [await ask(id, 'school'), await ask(id, 'health')]
    await ask(id, 'police')
    await answerPart.run(world.as.school, request(), answerPartForm(school, { level: 'high', levelReason: 'Three times' }))
    await answerPart.run(world.as.health, request(), nothingKnown(health, { known: { vulnerability: 'typed before', risk: '', harm: '', protective: '' }, level: 'low', levelReason: 'typed before' }))
    await finishAssessment.run(world.as.practitioner, request(), finishForm(id))
    for (const reader of ['practitioner', 'cateManager', 'safeguarding', 'chair', 'auditor'] as const) {
      const { parts, finished } = await read(id, reader)
      expect(parts.map(({ said, clock }) => [said?.level, said?.nothingKnown, clock])).toEqual([['high', false, 'met'], [null, true, 'met'], [undefined, undefined, 'on_time']])
      expect(parts[1]?.said?.known).toEqual([])
      expect(disagree([finished?.level ?? null, ...parts.map(({ said }) => said?.level ?? null)])).toBe(true)
    }
    expect((await alertsOf(id)).filter(({ kind }) => kind === 'assessment_part_answered')).toMatchObject([{ owner_id: world.as.practitioner.userId }, { owner_id: world.as.practitioner.userId }])
  })

  it('asks for something known or a level, and for the reasons of a level', async () => {
    const requestId = await ask((await opened()).id, 'school')
    const send = (over: object) => answerPart.run(world.as.school, request(), answerPartForm(requestId, over))
    const empty = { vulnerability: ' ', risk: '', harm: '', protective: '' }
    await expect(send({ known: empty, level: '', levelReason: '' })).rejects.toMatchObject({ fields: { 'known.vulnerability': expect.any(String) } })
    await expect(send({ levelReason: '' })).rejects.toMatchObject({ fields: { levelReason: expect.any(String) } })
    await expect(send({ level: '' })).rejects.toMatchObject({ fields: { level: expect.any(String) } })
    await send({ known: empty })
  })

  it('sent twice is kept once; a correction takes its place and the first stays readable; a colleague who was slower is told', async () => {
    const { id } = await opened()
    const requestId = await ask(id, 'school')
    const form = answerPartForm(requestId)
    await Promise.all([answerPart.run(world.as.school, request(), form), answerPart.run(world.as.school, request(), form)])
    const first = (await own('school', requestId)).said?.id ?? ''
    await expect(answerPart.run(world.as.school, request(), answerPartForm(requestId))).rejects.toMatchObject({ kind: 'conflict' })
    const correction = nothingKnown(requestId, { supersedesId: first })
    await answerPart.run(world.as.school, request(), correction)
    await answerPart.run(world.as.school, request(), correction)
    await expect(answerPart.run(world.as.school, request(), answerPartForm(requestId, { supersedesId: first }))).rejects.toMatchObject({ kind: 'conflict' })
    await expect(answerPart.run(world.as.school, request(), answerPartForm(requestId, { supersedesId: randomUUID() }))).rejects.toMatchObject({ kind: 'not_found' })
    const [part] = (await read(id)).parts
    expect([part?.said?.nothingKnown, part?.earlier.map(({ level }) => level)]).toEqual([true, ['medium']])
  })

  it('late counts and is marked; after the end it is still taken', async () => {
    const { id } = await opened()
    const requestId = await ask(id, 'school')
    await finishAssessment.run(world.as.practitioner, request(), finishForm(id))
    setClock('2026-11-28T00:00:01Z')
    expect(await answerPart.run(world.as.school, request(), answerPartForm(requestId))).toEqual({ late: true })
    expect((await read(id)).parts[0]).toMatchObject({ clock: 'met_late', said: { late: true } })
  })
})

describe('chasing', () => {
  it('reminds the agency, then tells whoever asked, each once; and nobody once it is answered or the assessment finished', async () => {
    const { id } = await opened()
    const [school, health] = [await ask(id, 'school'), await ask(id, 'health')]
    await answerPart.run(world.as.health, request(), nothingKnown(health))
    const other = await opened()
    const ofFinished = await ask(other.id, 'school')
    await finishAssessment.run(world.as.practitioner, request(), finishForm(other.id))
    const chase = async (now: string) => {
      setClock(now)
      await Promise.all([remindParts.run(world.as.system, request(), {}).catch(() => null), remindParts.run(world.as.system, request(), {}).catch(() => null)])
      return [(await alertsOf(school)).filter(({ kind }) => kind === 'assessment_part_reminder').length, (await alertsOf(id)).filter(({ kind }) => kind === 'assessment_part_late').length]
    }
    expect(await chase('2026-11-26T12:00:00Z')).toEqual([0, 0])
    expect(await chase('2026-11-27T09:00:00Z')).toEqual([1, 0])
    expect(await chase('2026-11-28T09:00:00Z')).toEqual([2, 1])
    expect(await chase('2026-12-02T09:00:00Z')).toEqual([3, 1])
    expect(await chase('2026-12-09T09:00:00Z')).toEqual([3, 1])
    for (const quiet of [health, ofFinished]) expect((await alertsOf(quiet)).filter(({ kind }) => kind === 'assessment_part_reminder')).toEqual([])
  })
})

describe('section 47', () => {
  it('asked for raises it with the safeguarding lead once it is finished, and nothing is raised where it is considered and not asked for', async () => {
    for (const [answer, kinds] of [['asked_for', ['section47_asked']], ['not_needed', []]] as const) {
      const { id } = await opened()
      await saveBlock.run(world.as.practitioner, request(), blockForm(id, { block: 'harm', answers: { held: { answer: 'yes', when: 'now', evidence: 'Kept in a flat', source: 'Herself', nature: 'fact' } } }))
      await finishAssessment.run(world.as.practitioner, request(), finishForm(id, { version: 2, level: 'high', section47: answer, section47Note: 'Talked through' }))
      expect((await alertsOf(id)).map(({ kind }) => kind)).toEqual(kinds)
      if (kinds.length) expect((await alertsOf(id))[0]).toMatchObject({ owner_role: 'safeguarding_lead', record_type: 'assessment' })
    }
  })
})

describe('the walls', () => {
  it('an agency is shown a name, a date of birth and the question, and nothing of the assessment or another’s part', async () => {
    const { id } = await opened()
    await world.sql.query(`UPDATE assessment SET answers = '{"late_home":{"answer":"yes","when":"now","evidence":"CANARY-evidence","source":"CANARY-source","nature":"fact"}}' WHERE id = $1`, [id])
    const [school, health] = [await ask(id, 'school', { question: 'CANARY-to-school' }), await ask(id, 'health', { question: 'CANARY-to-health' })]
    await answerPart.run(world.as.health, request(), answerPartForm(health, { known: { vulnerability: '', risk: 'CANARY-known-to-health', harm: '', protective: '' }, level: 'high', levelReason: 'CANARY-why-health' }))
    const shown = JSON.stringify([await own('school', school), await listOwnParts.run(world.as.school, request(), { show: 'all' })])
    expect(shown.match(/CANARY-[a-z-]+/g)).toEqual(['CANARY-to-school'])
    expect(shown).not.toContain(id)
    expect(JSON.parse(shown)[0]).toMatchObject({ child: 'Robin Wren', born: 'Born 3 Apr 2011, aged 15' })
    // the twin: whoever reads the assessment reads all of it
    expect(new Set(JSON.stringify(await read(id)).match(/CANARY-[a-z-]+/g))).toEqual(new Set(['CANARY-evidence', 'CANARY-source', 'CANARY-to-school', 'CANARY-to-health', 'CANARY-known-to-health', 'CANARY-why-health']))
  })

  it('hold by SQL: each sees and writes its own, in its own name, and changes nothing it was asked', async () => {
    const { held, child, id } = await opened()
    const { school, health } = world.a.agencies
    const made = { school: await makePart(world, { held, child, assessment: id }), health: await makePart(world, { held, child, assessment: id, agency: health, answered: false }) }
    const sees = async (sql: string) => {
      const seen = await Promise.all(PERSON_NAMES.map(async (person) => ((await app.run(world.as[person], sql)).count ? [person] : [])))
      return seen.flat()
    }
    const readers = ['safeguarding', 'practitioner', 'cateManager', 'chair', 'auditor', 'system']
    expect((await sees(`SELECT 1 FROM assessment_request WHERE id = '${made.school.request}'`)).sort()).toEqual([...readers, 'school'].sort())
    expect((await sees(`SELECT 1 FROM assessment_part WHERE id = '${made.school.part}'`)).sort()).toEqual([...readers, 'school'].sort())
    expect((await sees(`SELECT 1 FROM assessment_request WHERE id = '${made.health.request}'`)).sort()).toEqual([...readers, 'health'].sort())
    const write = (person: PersonName, into: string, agency: string, by: string) => app.run(
      world.as[person],
      `INSERT INTO assessment_part (area_id, id, request_id, agency_id, submission_key, nothing_known, known, by_id, at) VALUES ($1, $2, $3, $4, $5, true, '{}', $6, now())`,
      [world.a.id, randomUUID(), into, agency, randomUUID(), by],
    )
    expect(await write('health', made.health.request, health, world.as.health.userId)).toMatchObject({ count: 1 })
    expect(await write('school', made.health.request, health, world.as.school.userId)).toMatchObject({ code: DENIED })
    expect(await write('school', made.school.request, school, world.as.health.userId)).toMatchObject({ code: DENIED })
    expect((await write('school', made.health.request, school, world.as.school.userId)).code).toBe('23503')
    for (const person of ['practitioner', 'cateManager', 'safeguarding', 'advisor', 'admin'] as const) expect(await write(person, made.school.request, school, world.as[person].userId)).toMatchObject({ code: DENIED })
    for (const column of ['question', 'due_at', 'agency_id', 'child_name']) expect(await app.run(world.as.school, `UPDATE assessment_request SET ${column} = ${column}`)).toMatchObject({ code: DENIED })
    // nobody stops being chased without an answer
    expect(await app.run(world.as.health, 'UPDATE assessment_request SET reminders = 3 WHERE id = $1', [made.health.request])).toMatchObject({ code: DENIED })
  })
})
