import { randomUUID } from 'node:crypto'
import { builtInQuestions } from '../../../lib/pathway/audit-questions'
import { foundForm, makeAudit, makeFound, makeGiven, makePlanItem } from '../../support/quality-audits'
import { makeContact } from '../../support/records'
import type { World } from '../../support/world'
import { oddName, type Maker, type Makers } from '../cells'

type Made = { audit: string; item: string }
type Make = (world: World) => Promise<Made>

const drawn: Make = (world) => makeAudit(world)
const ofB: Make = (world) => makeAudit(world, { area: world.b })
const absent: Make = async () => ({ audit: randomUUID(), item: randomUUID() })
const answered = (second: boolean): Make => async (world) => {
  const made = await makeAudit(world, { second })
  await makeFound(world, made)
  return made
}
const givenToAuditor: Make = async (world) => {
  const made = await makeAudit(world)
  await makeGiven(world, made)
  return made
}
const give = (make: Make, to: 'auditor' | 'advisor' | 'safeguarding'): Maker => async (world) => {
  const { audit, item } = await make(world)
  return { input: { submissionKey: randomUUID(), auditId: audit, slots: [`${item}.1`], toId: world.as[to].userId, reason: '' } }
}
const ownWork: Make = async (world) => makeAudit(world, { contact: await makeContact(world, { exploitation: 'yes', logged_by_id: world.as.safeguarding.userId }) })

const situations = (ways: Readonly<Record<string, Make>>, input: (made: Made) => unknown, sees?: (made: Made) => string): Makers =>
  Object.fromEntries(Object.entries(ways).map(([name, make]): [string, Maker] => [name, async (world) => {
    const made = await make(world)
    return { input: input(made), ...(sees ? { sees: sees(made) } : {}) }
  }]))

const day = (year: number, month = 11, date = 15) => ({ day: String(date), month: String(month), year: String(year) })
const drawForm = (year: number) => ({ submissionKey: randomUUID(), kind: 'contacts', from: day(year, 10, 1), until: day(year), share: '10', secondShare: '20', stratified: false, seed: '' })
const talk = (agencyId: string) => ({ submissionKey: randomUUID(), agencyId, from: '2025-11-20', until: '2026-11-18', on: day(2026), withWhom: 'The head', said: 'They ring the nurse', nextStep: 'A visit', nextOn: { day: '', month: '', year: '' } })
const planRow = (over: Record<string, unknown>) => ({ submissionKey: randomUUID(), recommendation: 'Hear the child', action: 'Train', how: 'Two days', leadAgencyId: '', leadName: 'The board', due: day(2027), figures: ['voice'], auditId: null, ...over })
const update = (itemId: string) => ({ submissionKey: randomUUID(), itemId, milestone: 'six_months', on: day(2026), status: 'under_way', words: 'Begun', evidence: '', newDue: { day: '', month: '', year: '' } })
const table = (due = '2027-03-31') => `recommendation,action,lead,how,due\nHear the child,${oddName()},The board,Training,${due}\n`
const newQuestion = (from: number): Maker => () => ({
  input: { kind: 'contacts', from, rows: [...builtInQuestions('contacts').questions, { id: '', label: 'Was an interpreter offered?', hint: '', answer: 'judge' }], note: 'The board asked for it' },
})
const school = (of: 'a' | 'b', input: (id: string) => unknown, sees = true): Maker => (world) => ({ input: input(world[of].agencies.school), ...(sees ? { sees: world[of].agencies.school } : {}) })

const IDS = { drawn, 'of area B': ofB, 'not there': absent }

export const QUALITY_AUDITS: Readonly<Record<string, Makers>> = {
  'quality-audits.list': situations({ drawn, 'of area B': ofB }, () => ({}), ({ audit }) => audit),
  'quality-audits.draw': {
    'a contact was received': async (world) => {
      await makeContact(world, { exploitation: 'suspected', received_at: '2026-11-10T09:00:00Z' })
      return { input: drawForm(2026) }
    },
    'of a year without any': () => ({ input: drawForm(2003) }),
  },
  'quality-audits.read': situations(IDS, ({ audit }) => ({ auditId: audit }), ({ audit }) => audit),
  'quality-audits.draw-again': situations({ drawn, 'of area B': ofB }, ({ audit }) => ({ auditId: audit })),
  'quality-audits.item': situations(IDS, ({ item }) => ({ itemId: item }), ({ item }) => item),
  'quality-audits.answer': situations(
    { drawn, 'answered, and drawn for no second': answered(false), 'answered, and drawn for a second': answered(true), 'given to the auditor': givenToAuditor, 'the lead’s own work': ownWork, 'of area B': ofB },
    ({ item }) => foundForm(item),
  ),
  'quality-audits.to-give': situations({ drawn, 'of area B': ofB }, ({ audit }) => ({ auditId: audit }), ({ item }) => item),
  'quality-audits.give': { 'to the auditor': give(drawn, 'auditor'), 'to an advisor': give(drawn, 'advisor'), 'the lead’s own work to the lead': give(ownWork, 'safeguarding'), 'of area B': give(ofB, 'auditor') },
  'quality-audits.add-theme': situations({ drawn, 'of area B': ofB }, ({ audit }) => ({ submissionKey: randomUUID(), auditId: audit, words: 'Children are heard late' })),
  'quality-audits.questions': { 'of area A': () => ({ input: {} }) },
  'quality-audits.save-questions': { 'a first version': newQuestion(0), 'a version that is not there': newQuestion(7) },
  'quality-audits.providers': { 'a school of area A': school('a', () => ({})), 'a school of area B': school('b', () => ({})) },
  'quality-audits.record-talk': {
    'a school of area A': school('a', talk, false),
    'a health trust of area A': (world) => ({ input: talk(world.a.agencies.health) }),
    'a school of area B': school('b', talk, false),
  },
  'quality-audits.sizes': { 'a school of area A': school('a', () => ({})), 'a school of area B': school('b', () => ({})) },
  'quality-audits.set-size': {
    'a school of area A': school('a', (agencyId) => ({ agencyId, was: null, size: '900' }), false),
    'a school of area B': school('b', (agencyId) => ({ agencyId, was: null, size: '900' }), false),
  },
  'action-plan.read': {
    'a row': async (world) => ({ input: {}, sees: await makePlanItem(world) }),
    'a row of area B': async (world) => ({ input: {}, sees: await makePlanItem(world, { area: world.b }) }),
  },
  'action-plan.leads': { 'an agency of area A': school('a', () => ({})), 'an agency of area B': school('b', () => ({})) },
  'action-plan.add': {
    'led by an agency of area A': school('a', (leadAgencyId) => planRow({ leadAgencyId }), false),
    'led by an agency of area B': school('b', (leadAgencyId) => planRow({ leadAgencyId }), false),
    'from an audit of area B': async (world) => ({ input: planRow({ auditId: (await ofB(world)).audit }) }),
  },
  'action-plan.update': {
    'a row': async (world) => ({ input: update(await makePlanItem(world)) }),
    'a row of area B': async (world) => ({ input: update(await makePlanItem(world, { area: world.b })) }),
  },
  'action-plan.check-table': { 'a table': () => ({ input: { table: table() } }) },
  'action-plan.import': {
    'a table': () => ({ input: { table: table(), leave: false } }),
    'a table with a row that is refused': () => ({ input: { table: table('next spring'), leave: false } }),
  },
}
