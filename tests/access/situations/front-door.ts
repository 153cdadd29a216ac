import { randomUUID } from 'node:crypto'
import { makeAlert, makeHandover } from '../../support/records'
import type { World } from '../../support/world'
import { inAreaB, nobody, none, panelCase, type Maker, type Makers, type Told } from '../cells'

type Over = Parameters<typeof makeAlert>[1]

/** An alert about what was made, and its id. */
const alertAbout = (make: (world: World) => Promise<Told>, over: (made: Told, world: World) => Over) => async (world: World) => {
  const made = await make(world)
  return { made, id: await makeAlert(world, { record_id: made.contact, child_id: made.child, ...over(made, world) }) }
}
type Alert = ReturnType<typeof alertAbout>

const about = (alert: Alert, what: 'childId' | 'contactId' = 'childId'): Maker => async (world) => {
  const { made, id } = await alert(world)
  return { input: what === 'childId' ? { childId: made.child } : { contactId: made.contact }, sees: id }
}
const answer = (alert: Alert): Maker => async (world) => ({ input: { alertId: (await alert(world)).id, version: 1, exploitation: 'suspected', note: 'Asked the officer' } })
const screen = (owner_role: string) => alertAbout(nobody, () => ({ kind: 'missing_screen', owner_role }))
const screenInB = alertAbout(inAreaB, (_, world) => ({ area: world.b, kind: 'missing_screen', owner_role: 'advisor' }))

const ofB = (world: World) => makeHandover(world, { area: world.b, by: world.b.system.userId })
const seen = (make: (world: World) => Promise<string>, one: boolean): Maker => async (world) => {
  const id = await make(world)
  return { input: one ? { handoverId: id } : {}, sees: id }
}
const signIn = (make: (world: World) => Promise<string>): Maker => async (world) => ({ input: { handoverId: await make(world), version: 1, read: true, remark: '' } })
const signOut = (shiftAt: string): Maker => async (world, actor) => {
  // what was made for other cells waits too: all of it goes over, and each person begins a hand-over of their own
  await world.sql.query(`UPDATE handover SET shift_at = shift_at - interval '1 year' - make_interval(secs => random() * 1e6) WHERE area_id = $1 AND shift_at = $2`, [actor.areaId, shiftAt])
  const { rows } = await world.sql.query<{ kind: 'contact' | 'alert'; id: string }>(
    `SELECT 'contact' AS kind, id FROM contact WHERE area_id = $1 AND (awaited_until IS NOT NULL OR immediate_danger)
     UNION ALL SELECT 'alert', id FROM alert WHERE area_id = $1 AND acknowledged_at IS NULL AND owner_role IN ('advisor', 'emergency_duty')`,
    [actor.areaId],
  )
  return { input: { shiftAt, version: 0, overall: 'Quiet', items: rows.map((row) => ({ ...row, note: '' })) } }
}

export const FRONT_DOOR: Readonly<Record<string, Makers>> = {
  'alerts.about': {
    'to the specialist about a child': about(alertAbout(nobody, () => ({ owner_role: 'cate_manager' }))),
    'to the safeguarding lead about a child': about(alertAbout(nobody, () => ({ owner_role: 'safeguarding_lead' }))),
    'about the child of a case': about(alertAbout(panelCase, () => ({ owner_role: 'safeguarding_lead' }))),
    'about a contact': about(alertAbout(nobody, () => ({ owner_role: 'advisor' })), 'contactId'),
    'of area B': about(alertAbout(inAreaB, (_, world) => ({ area: world.b, owner_role: 'advisor' }))),
  },
  'contacts.answer-screen': {
    'asked of the front door': answer(screen('advisor')),
    'asked of somebody else': answer(screen('safeguarding_lead')),
    'one that asks something else': answer(alertAbout(nobody, () => ({ kind: 'school_days_missed', owner_role: 'advisor' }))),
    'of area B': answer(screenInB),
    'not there': () => ({ input: { alertId: randomUUID(), version: 1, exploitation: 'no', note: 'Asked' } }),
  },
  'handovers.now': { 'one of area A': seen(makeHandover, false), 'one of area B': seen(ofB, false) },
  'handovers.read': { 'one of area A': seen(makeHandover, true), 'one of area B': seen(ofB, true), 'not there': seen(async () => randomUUID(), true) },
  'handovers.sign-out': { 'the night to the day': signOut('2026-11-19T09:00:00.000Z'), 'a shift that is over': signOut('2026-11-18T17:00:00.000Z') },
  'handovers.sign-in': {
    'of a night, to Family Connect': signIn((world) => makeHandover(world, { to_side: 'family_connect' })),
    'of a day, to the Emergency Duty Team': signIn((world) => makeHandover(world, { to_side: 'emergency_duty' })),
    'signed by both': signIn((world) => makeHandover(world, { signed_in_at: '2026-11-18T17:10:00Z', signed_in_by_id: world.as.advisor.userId })),
    'of area B': signIn(ofB),
    'not there': signIn(async () => randomUUID()),
  },
  'handovers.check': { 'one that nobody signed': none },
}
