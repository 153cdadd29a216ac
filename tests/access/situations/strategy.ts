import { randomUUID } from 'node:crypto'
import { attendForm, callForm, decideForm, decideMeetingRows, dissentForm, factForm, makeMeeting } from '../../support/strategy'
import { insert } from '../../support/insert'
import { SYSTEM_USER, type World } from '../../support/world'
import { closedCase, each, early, inAreaB, none, panelCase, type Maker, type Makers } from '../cells'

type Made = { id: string; held: string }
type Make = (world: World) => Promise<Made>

const of = (world: World, { case: held, child }: { case: string; child: string }, over: Record<string, unknown> = {}) =>
  // due before every other: lists show it on their first page
  makeMeeting(world, { held, child, awaited_by: early(), planned_at: later(), ...over }).then((id) => ({ id, held }))

let count = 0
const later = () => new Date(Date.parse('2027-01-05T09:00:00Z') + ++count * 60_000)

const planned: Make = async (world) => of(world, await panelCase(world))
const decided: Make = async (world) => {
  const made = await of(world, await panelCase(world))
  await decideMeetingRows(world, made.id, made.held)
  return made
}
const withdrawn: Make = async (world) => {
  const made = await planned(world)
  await world.sql.query(`UPDATE strategy_invitation SET withdrawn_at = '2026-11-18', withdrawn_by_id = $2, withdrawn_why = 'A conflict' WHERE meeting_id = $1`, [made.id, SYSTEM_USER])
  return made
}
const ofB: Make = async (world) => of(world, await inAreaB(world), { area: world.b })
const absent: Make = async () => ({ id: randomUUID(), held: randomUUID() })

const PLANNED = { planned, decided, 'of area B': ofB }
type Input = (made: Made, world: World) => unknown
const situations = (ways: Readonly<Record<string, Make>>, input: Input, sees?: (made: Made) => string): Makers =>
  Object.fromEntries(Object.entries(ways).map(([name, make]): [string, Maker] => [name, async (world) => {
    const made = await make(world)
    return { input: input(made, world), ...(sees ? { sees: sees(made) } : {}) }
  }]))

const meetingId: Input = ({ id }) => ({ meetingId: id })
const idOf = ({ id }: Made) => id
const said = (world: World) => world.a.agencies.health
const calling = (over: Parameters<typeof callForm>[2]): Input => ({ held }, world) => callForm(world, held, over)
const cases = (ways: Parameters<typeof each>[0], over: Parameters<typeof callForm>[2]) => each(ways, ({ case: held }, world) => calling(over)({ id: '', held }, world))

const anothers: Maker = async (world) => {
  const { id } = await planned(world)
  const fact = randomUUID()
  await insert(world.sql, 'strategy_fact', { area_id: world.a.id, id: fact, meeting_id: id, agency_id: world.a.agencies.police, submission_key: randomUUID(), text: 'A stop', nature: 'fact', source: 'Stop record', by_id: SYSTEM_USER, at: '2026-11-18' })
  return { input: { meetingId: id }, sees: fact }
}

export const STRATEGY: Readonly<Record<string, Makers>> = {
  'strategy.prepare': each({ 'of a case before the panel': panelCase, 'of a case of area B': inAreaB }, ({ case: caseId }) => ({ caseId })),
  'strategy.call': {
    ...cases({ 'of a case before the panel': panelCase, 'of a closed case': closedCase, 'of a case of area B': inAreaB }, { from: 'disclosure' }),
    ...cases({ 'for nothing but one’s own reason': panelCase }, { from: 'safeguarding' }),
  },
  'strategy.list': situations({ planned, 'of area B': ofB }, () => ({}), idOf),
  'strategy.of-case': situations({ planned, 'of area B': ofB }, ({ held }) => ({ caseId: held }), idOf),
  'strategy.protection': situations({ decided, 'of area B': ofB }, ({ held }) => ({ caseId: held }), idOf),
  'strategy.read': situations({ ...PLANNED, 'not there': absent }, meetingId, idOf),
  'strategy.minutes': situations(PLANNED, meetingId, idOf),
  'strategy.list-own': situations({ 'to which health is invited': planned, 'of which health was told to stay away': withdrawn }, () => ({}), idOf),
  'strategy.read-own': {
    ...situations({ 'to which health is invited': planned, 'of which health was told to stay away': withdrawn, 'not there': absent }, meetingId, idOf),
    'what another agency said there': anothers,
  },
  'strategy.attendance': situations(PLANNED, ({ id }, world) => attendForm(id, said(world), 'health')),
  'strategy.fact': situations({ ...PLANNED, 'of which health was told to stay away': withdrawn }, ({ id }, world) => factForm(id, { knownBy: said(world) })),
  'strategy.dissent': situations(PLANNED, ({ id }, world) => dissentForm(id, { dissentBy: said(world) })),
  'strategy.invite': situations(PLANNED, ({ id }, world) => ({ meetingId: id, inviteId: world.a.agencies.school })),
  'strategy.withdraw': situations({ planned, 'of which health was told to stay away': withdrawn, 'of area B': ofB }, ({ id }, world) => ({ meetingId: id, withdrawId: said(world), why: 'A conflict of interest' })),
  'strategy.move': situations(PLANNED, ({ id }) => ({ meetingId: id, version: 1, movedTo: '2026-11-25T10:00', moveWhy: 'The detective is in court' })),
  'strategy.call-off': situations(PLANNED, ({ id }) => ({ meetingId: id, version: 1, offWhy: 'Called twice by mistake' })),
  'strategy.decide': situations(PLANNED, ({ id }) => decideForm(id, { withoutQuorumWhy: 'She is with them now' })),
  'strategy.issue-minutes': situations(PLANNED, ({ id }) => ({ meetingId: id, version: 2 })),
  'strategy.record-step': situations(PLANNED, ({ id }) => ({ meetingId: id, kind: 'conference_held', on: { day: '18', month: '11', year: '2026' }, note: 'A plan was agreed' })),
  'strategy.remind': { 'of area A': none },
}
