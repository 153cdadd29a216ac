import 'server-only'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { now } from '../clock'
import { environment } from '../env'
import { actorOfSession, type Actor } from './actor'
import { DoorError, Invalid, Stale } from './errors'
import { asDoorError } from './failures'
import { readPublished, type PublicSummary } from './published'
import { readTogether, type Answers, type Operation, type Question, type Request } from './operation'
import type { Outcome } from './outcome'
import { requestOf } from './request'

const COOKIES = ['__Secure-next-auth.session-token', 'next-auth.session-token'] as const

const currentRequest = cache(async (): Promise<Request> => requestOf(await headers()))

/** Set by a page that asks by itself (components/live): its session is looked up and not kept from idling. */
const QUIET = 'waymark-quiet'

/** Who this request is from, looked up once a request; null where nobody is signed in. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies()
  return actorOf(jar, !jar.has(QUIET))
})

async function actorOf(jar: Awaited<ReturnType<typeof cookies>>, touch: boolean): Promise<Actor | null> {
  const token = COOKIES.map((name) => jar.get(name)?.value).find(Boolean)
  if (!token) return null
  const claims = await decode({ token, secret: environment().secret }).catch(() => null)
  const sessionId = claims?.sid
  if (typeof sessionId !== 'string') return null
  try {
    return await actorOfSession(sessionId, now(), { touch })
  } catch (cause) {
    throw forBoundary(asDoorError(cause, (await currentRequest()).requestId, 'session.open'))
  }
}

/** The person signed in, for a page; sends everybody else to the sign-in page. */
export async function signedIn(): Promise<Actor> {
  return (await currentActor()) ?? redirect('/sign-in')
}

/**
 * Asks a query for a page. What is not there and what is not open to this person are the same "not found"; a
 * database that is down reaches the error page with the message for a person.
 */
export async function ask<I, O>(query: Operation<I, O>, input: I): Promise<O> {
  return answered((actor, request) => query.run(actor, request, input))
}

/** Asks several queries for a page in one transaction, as `ask` does one; null is answered by null. */
export async function askTogether<const T extends readonly (Question | null)[]>(...questions: T): Promise<Answers<T>> {
  return answered((actor, request) => readTogether(actor, request, questions))
}

async function answered<O>(work: (actor: Actor | null, request: Request) => Promise<O>): Promise<O> {
  try {
    const actor = await currentActor()
    if (actor?.temporaryPassword) redirect('/password')
    return await work(actor, await currentRequest())
  } catch (cause) {
    if (!(cause instanceof DoorError)) throw cause
    if (cause.kind === 'not_signed_in') redirect('/sign-in')
    // an address that does not parse is an address that is not there
    if (cause.kind === 'not_found' || cause.kind === 'refused' || cause.kind === 'invalid') notFound()
    throw forBoundary(cause)
  }
}

/** What is published, for a page that asks nobody to sign in; a database that is down reaches the error page. */
export async function askPublished(): Promise<PublicSummary[]> {
  try {
    return await readPublished(await currentRequest())
  } catch (cause) {
    throw cause instanceof DoorError ? forBoundary(cause) : cause
  }
}

// an error's message does not leave the server in production; its digest does
function forBoundary(error: DoorError): DoorError {
  return Object.assign(error, { digest: `${error.kind}:${error.reference}` })
}

/** Hands a form's input to a command. Never throws: the form shows what went wrong and keeps what was typed. */
export async function perform<I, O>(command: Operation<I, O>, input: I): Promise<Outcome<O>> {
  return answerOf(command, input, currentActor)
}

/** The same for what a page does by itself: the session is not kept from idling. Gives who asked, too. */
export async function performQuietly<I, O>(query: Operation<I, O>, input: I): Promise<{ actor: Actor | null; answer: Outcome<O> }> {
  let actor: Actor | null = null
  const answer = await answerOf(query, input, async () => (actor = await actorOf(await cookies(), false)))
  return { actor, answer }
}

async function answerOf<I, O>(command: Operation<I, O>, input: I, who: () => Promise<Actor | null>): Promise<Outcome<O>> {
  try {
    return { ok: true, output: await command.run(await who(), await currentRequest(), input) }
  } catch (cause) {
    const error = cause instanceof DoorError ? cause : asDoorError(cause, (await currentRequest()).requestId, command.name)
    return {
      ok: false,
      kind: error.kind,
      message: error.message,
      reference: error.reference,
      fields: error instanceof Invalid ? error.fields : {},
      ...(error instanceof Stale ? { current: error.current } : {}),
    }
  }
}

/** Forgets the session's cookie. */
export async function forgetSession(): Promise<void> {
  const jar = await cookies()
  for (const name of COOKIES) jar.delete(name)
}

/** Sends a browser that posted a form on to a page of ours. */
export function seeOther(path: `/${string}`): Response {
  return new Response(null, { status: 303, headers: { Location: path } })
}
