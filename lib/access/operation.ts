import type { z } from 'zod'
import type { AuditFacts, AuditKind } from '../audit/kinds'
import { writeAudit, type Origin } from '../audit/write'
import { now } from '../clock'
import { announce, transaction, type Tx } from '../database/client'
import { NotFound, NotSignedIn, Refused, type DoorError } from './errors'
import type { Actor } from './actor'
import { asDoorError, fieldsOf, recordAskedFor } from './failures'
import { may, type Permission } from './permissions'

export type { Tx } from '../database/client'

/** Where a request came from. `sameOrigin` is false where a browser sent it from elsewhere or did not say. */
export type Request = Origin & { sameOrigin: boolean }

/** What an operation's work is given. */
export type Asking = {
  tx: Tx
  actor: Actor
  now: Date
  /** How many rows a page of a list holds where the list is read to its end; otherwise the list's own number. */
  pageSize?: number
}

/** What an operation's work hands back: the answer, and the facts of its audit event. */
export type Audited<K extends AuditKind, O> = { [Kind in K]: { output: O; kind: Kind; facts: AuditFacts[Kind] } }[K]

/** One declared operation: nothing in it can be left out. */
export type Declaration<K extends AuditKind, I extends z.ZodType, O> = {
  /** Unique, e.g. 'contacts.log'. */
  name: string
  /** A change is refused from another origin. */
  effect: 'read' | 'change'
  permission: Permission
  /** Strict: an unknown field is refused. */
  input: I
  /** The kinds of event it may leave. */
  audit: readonly K[]
  work: (asking: Asking, input: z.output<I>) => Promise<Audited<K, O>>
  /** Milliseconds the transaction may take; 8 seconds unless said. */
  timeout?: number
  /** Whether all of it reads as of one moment, whatever others write meanwhile; not for what changes what others change. */
  snapshot?: boolean
}

export type Operation<I = unknown, O = unknown> = {
  readonly name: string
  readonly effect: 'read' | 'change'
  readonly permission: Permission
  /** Does it, for that actor. Throws a DoorError and nothing else. */
  readonly run: (actor: Actor | null, request: Request, input: I) => Promise<O>
}

/** What an operation takes. */
export type InputOf<T> = T extends Operation<infer I, unknown> ? I : never

/** The work of each operation, for `workWithin`. */
const works = new WeakMap<object, (asking: Asking, input: unknown) => Promise<{ output: unknown; facts: Shown }>>()

/** What an event says of what was shown: its rows, and the children they are about. */
export type Shown = { rows?: readonly string[]; children?: readonly string[] }

/**
 * Does a read as a part of another operation, in its transaction and as the same person: authorised and parsed as at
 * the door. The other operation writes one event of all of it, and is given what that event must say.
 */
export async function workWithin<I, O>(query: Operation<I, O>, asking: Asking, input: I): Promise<{ output: O; facts: Shown }> {
  const work = works.get(query)
  if (!work || query.effect !== 'read') throw new Error(`${query.name} cannot be a part of another operation`)
  // as something that is not there, which leaves its event at the door of the whole
  if (!may(asking.actor.role, query.permission)) throw new NotFound()
  return (await work(asking, input)) as { output: O; facts: Shown }
}

const declared = new Map<string, Operation<never, unknown>>()

/** Every operation declared so far, by name: the access matrix walks them. */
export const operations: ReadonlyMap<string, Operation<never, unknown>> = declared

/**
 * Declares an operation: the one door to the database. Running it authorises, parses, opens one transaction
 * that tells Postgres who is asking, does the work and writes the audit event in that same transaction. Where
 * the event cannot be written the work is undone. A refusal, and a record that is not there for this person,
 * leave an event of their own.
 */
export function operation<K extends AuditKind, I extends z.ZodType, O>(declaration: Declaration<K, I, O>): Operation<z.input<I>, O> {
  const { name, effect, permission, input: schema, work, timeout, snapshot = false } = declaration
  if (declared.has(name)) throw new Error(`Two operations are called ${name}`)

  async function admit(actor: Actor | null, request: Request, given: z.input<I>): Promise<Admitted<O>> {
    if (!actor) throw new NotSignedIn()
    if (effect === 'change' && !request.sameOrigin) {
      await refuse(actor, request, name, 'origin', given)
      throw new Refused('This was not sent from a page of Waymark, so nothing was done. Open the page again and repeat it.')
    }
    if (!may(actor.role, permission)) {
      await refuse(actor, request, name, 'permission', given)
      throw new Refused()
    }
    const parsed = schema.safeParse(given)
    if (!parsed.success) throw fieldsOf(parsed.error)
    return {
      timeout,
      snapshot,
      async done(tx) {
        const { output, kind, facts } = await work({ tx, actor, now: now() }, parsed.data)
        await writeAudit(tx, actor, request, kind, facts)
        // a job that found nothing to do has changed nothing, and no page need read itself again
        const nothing = 'rows' in facts && facts.rows?.length === 0
        if (effect === 'change' && !nothing) await announce(tx, actor.areaId, kind)
        return output
      },
    }
  }

  const run = async (actor: Actor | null, request: Request, given: z.input<I>): Promise<O> => {
    const [output] = await through(actor, request, [{ name, given, admit: () => admit(actor, request, given) }])
    return output as O
  }

  const made: Operation<z.input<I>, O> = { name, effect, permission, run }
  declared.set(name, made)
  admits.set(made, admit)
  works.set(made, async (asking, given) => {
    const parsed = schema.safeParse(given)
    if (!parsed.success) throw fieldsOf(parsed.error)
    const { output, facts } = await work(asking, parsed.data)
    return { output, facts: facts as Shown }
  })
  return made
}

/** What passed the door's first half: it is left to do, in a transaction. */
type Admitted<O> = { timeout: number | undefined; snapshot: boolean; done: (tx: Tx) => Promise<O> }
type Admit = (actor: Actor | null, request: Request, given: never) => Promise<Admitted<unknown>>

const admits = new WeakMap<object, Admit>()

/** A read and what it is asked, to be read with others: see `readTogether`. `Output` is in its type alone. */
export type Question<Output = unknown> = { readonly query: Operation<never, unknown>; readonly input: unknown; readonly output?: Output }

/** What each question is answered; null where there was none. */
export type Answers<T extends readonly (Question | null)[]> = { [K in keyof T]: T[K] extends Question<infer O> | null ? O | (null extends T[K] ? null : never) : never }

/** One of several reads of a page, for `readTogether`. */
export function question<I, O>(query: Operation<I, O>, input: I): Question<O> {
  return { query: query as Operation<never, unknown>, input }
}

/**
 * Does several reads in one transaction, one after another: each has its own permission, input and audit event. Where
 * one is refused or finds nothing, none is answered. Throws a DoorError; an Error for an operation that changes
 * something.
 */
export async function readTogether<const T extends readonly (Question | null)[]>(actor: Actor | null, request: Request, questions: T): Promise<Answers<T>> {
  const asked = questions.flatMap((one) => {
    if (!one) return []
    const { query, input } = one
    const admit = admits.get(query)
    if (!admit || query.effect === 'change') throw new Error(`${query.name} is not read together with others`)
    return [{ name: query.name, given: input, admit: () => admit(actor, request, input as never) }]
  })
  const outputs = asked.length ? await through(actor, request, asked) : []
  return questions.map((one) => (one ? outputs.shift() : null)) as Answers<T>
}

type Step = { name: string; given: unknown; admit: () => Promise<Admitted<unknown>> }

/** The door: admits each, then does them in one transaction. Throws a DoorError, named after the one that failed. */
async function through(actor: Actor | null, request: Request, steps: readonly Step[]): Promise<unknown[]> {
  let at = steps[0]
  try {
    const admitted: [Step, Admitted<unknown>][] = []
    for (const step of steps) {
      at = step
      admitted.push([step, await step.admit()])
    }
    return await transaction(
      actor?.assignmentId ?? null,
      async (tx) => {
        const outputs: unknown[] = []
        for (const [step, { done }] of admitted) {
          at = step
          outputs.push(await done(tx))
        }
        return outputs
      },
      admitted.reduce<number | undefined>((longest, [, { timeout }]) => (timeout && timeout > (longest ?? 0) ? timeout : longest), undefined),
      admitted.some(([, { snapshot }]) => snapshot),
    )
  } catch (cause) {
    const error: DoorError = asDoorError(cause, request.requestId, at?.name ?? 'door')
    if (error.kind === 'not_found' && actor) await refuse(actor, request, at?.name ?? 'door', 'not_found', at?.given)
    throw error
  }
}

async function refuse(actor: Actor, request: Request, name: string, why: 'permission' | 'not_found' | 'origin', given: unknown): Promise<void> {
  try {
    await transaction(actor.assignmentId, (tx) =>
      writeAudit(tx, actor, request, 'access.refused', { terms: { operation: name, why }, ...recordAskedFor(given) }),
    )
  } catch (cause) {
    throw asDoorError(cause, request.requestId, name)
  }
}
