import { actorOfSession, type Actor } from '../../lib/access/actor'
import { hashPassword } from '../../lib/access/passwords'
import { signIn } from '../../lib/access/sign-in'
import { now } from '../../lib/clock'
import { setClock } from './clock'
import { insert } from './insert'
import { makePerson, request, type NewPerson, type World } from './world'

export const PASSWORD = 'a password for the tests'
export const START = Date.parse('2026-11-19T10:30:00Z')
export const MINUTE = 60_000

let hashed: Promise<string> | undefined
let people = 0

/** Gives somebody the tests' password. */
export async function givePassword(world: World, actor: Actor): Promise<Actor> {
  await insert(world.sql, 'credential', { user_id: actor.userId, password_hash: await (hashed ??= hashPassword(PASSWORD)) })
  return actor
}

/** Somebody new, an advisor of area A unless told otherwise, who can sign in. */
export async function somebody(world: World, over: Partial<NewPerson> = {}): Promise<Actor> {
  return givePassword(world, await makePerson(world.sql, world.a, { role: 'advisor', name: `Sign In ${++people}`, ...over }))
}

/** The id of the session that signing in gives, or null. */
export const enter = (email: string, password = PASSWORD, address = '192.0.2.7') => signIn(request({ address }), { email, password })

/** Who the session is at the tests' now, or null. */
export const opened = (id: string | null) => actorOfSession(id ?? '', now())

/** Moves the clock to that long after START. */
export const later = (minutes: number, seconds = 0) => setClock(new Date(START + minutes * MINUTE + seconds * 1000))
