import { randomUUID } from 'node:crypto'
import type { Actor } from '../../lib/access/actor'
import { makeCase, makeChild, makeContact, makeReferral } from '../support/records'
import type { World } from '../support/world'

/**
 * What a cell of the matrix asks for, and what in the answer shows that the record is there; `as` where somebody
 * has to be made for it too.
 */
export type Cell = { input: unknown; sees?: string; as?: Actor }
/** Makes fresh records, so that no cell disturbs another, and gives what to ask. */
export type Maker = (world: World, actor: Actor) => Cell | Promise<Cell>
export type Makers = Readonly<Record<string, Maker>>

let count = 0
/** Ever later moments, all after the tests' now: what is newest first comes on the first page. */
export const lately = () => new Date(Date.parse('2026-11-19T11:00:00Z') + ++count * 1000)
/** Ever earlier ones: what is due first comes on the first page. */
export const early = () => new Date(Date.parse('2026-11-01T09:00:00Z') - ++count * 60_000)

/** The same for what is not to be late: ever sooner, and weeks ahead. */
const ahead = () => new Date(Date.parse('2027-01-05T09:00:00Z') - ++count * 60_000)

/** A name that is like no other. */
export function oddName(): string {
  return [...randomUUID().replaceAll('-', '').slice(0, 12)].map((digit) => 'bdfgklmnprstvwz'.charAt(parseInt(digit, 16) % 15)).join(
    '',
  )
}

/** A child in one contact, and what followed. Where nothing did, the ids are of nothing. */
export type Told = { child: string; contact: string; family: string; referral: string; case: string }
type Make = (world: World) => Promise<Told>

type How = { agency?: string | null; named?: boolean; state?: 'logged' | 'decided' }

async function told(world: World, area: World['a'], { agency = null, named = true, state = 'logged' }: How = {}): Promise<Told> {
  const family = oddName()
  const child = await makeChild(world, area, { family_name: family })
  const contact = await makeContact(world, {
    area, agency, child: named ? child : null, received_at: lately(), decision_due: early(), state,
  })
  return { child, contact, family, referral: randomUUID(), case: randomUUID() }
}

export const absent: Make = async () => ({
  child: randomUUID(), contact: randomUUID(), family: '', referral: randomUUID(), case: randomUUID(),
})
export const nobody: Make = (world) => told(world, world.a)
export const unnamed: Make = (world) => told(world, world.a, { named: false })
export const bySchool: Make = (world) => told(world, world.a, { agency: world.a.agencies.school })
export const byPolice: Make = (world) => told(world, world.a, { agency: world.a.agencies.police })
export const byPoliceOfB: Make = (world) => told(world, world.b, { agency: world.b.agencies.police })

const sentTo = (outcome: 'cate' | 'safeguarding'): Make => async (world) => {
  const about = await told(world, world.a, { state: 'decided' })
  return { ...about, referral: await makeReferral(world, { child: about.child, outcome, sent_at: lately() }) }
}
export const referred = sentTo('cate')
export const toSafeguarding = sentTo('safeguarding')

const inCase = (stage: string, held: boolean): Make => async (world) => {
  const about = await told(world, world.a, { state: 'decided' })
  const referral = await makeReferral(world, { child: about.child, state: 'accepted', sent_at: lately() })
  const holder = held ? world.as.practitioner : null
  const panel_due = stage === 'panel' ? ahead() : early()
  return { ...about, referral, case: await makeCase(world, { child: about.child, stage, holder, referral, panel_due }) }
}
export const waitingCase = inCase('allocation', false)
export const panelCase = inCase('panel', true)
export const closedCase = inCase('closed', true)

/** A child of area B, with a referral and a case there. */
export const inAreaB: Make = async (world) => {
  const area = world.b
  const about = await told(world, area)
  const referral = await makeReferral(world, { area, child: about.child, sent_at: lately() })
  return {
    ...about, referral,
    case: await makeCase(world, { area, child: about.child, stage: 'panel', holder: world.as.advisorInB, referral }),
  }
}

/** One situation for each way in which the records may come about. */
export function each(ways: Readonly<Record<string, Make>>, input: (made: Told, world: World) => unknown, sees?: (made: Told) => string): Makers {
  const maker = (make: Make): Maker => async (world) => {
    const made = await make(world)
    return { input: input(made, world), ...(sees ? { sees: sees(made) } : {}) }
  }
  return Object.fromEntries(Object.entries(ways).map(([name, make]) => [name, maker(make)]))
}

export const none: Maker = () => ({ input: {} })
