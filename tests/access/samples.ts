import type { Actor } from '../../lib/access/actor'
import { DoorError, type DoorErrorKind } from '../../lib/access/errors'
import { operations } from '../../lib/operations'
import type { Request } from '../../lib/access/operation'
import { signedIn } from '../support/records'
import { request, type PersonName, type World } from '../support/world'
import type { Maker } from './cells'
import { EXPECTATIONS } from './expectations'
import { COLUMNS, marksOf } from './marks'
import { SITUATIONS } from './situations'

export const OPERATION_NAMES = Object.keys(EXPECTATIONS)

/** For an operation: a situation and a person to whom it is allowed. */
export function allowedSample(name: string): { person: PersonName; maker: Maker } {
  for (const [situation, line] of Object.entries(EXPECTATIONS[name]?.marks ?? {})) {
    const marks = marksOf(line)
    const person = COLUMNS.find((one) => marks[one] === '+')
    const maker = SITUATIONS[name]?.[situation]
    if (person && maker) return { person, maker }
  }
  throw new Error(`nobody may ${name}`)
}

/** What an operation is asked in that sample, by whom. */
export async function sample(world: World, name: string): Promise<{ person: PersonName; actor: Actor; input: unknown }> {
  const { person, maker } = allowedSample(name)
  const known = world.as[person]
  const actor = name.startsWith('session.') ? await signedIn(world, known) : known
  const { input, as } = await maker(world, actor)
  return { person, actor: as ?? actor, input }
}

export type Answer = { kind: 'done'; output: unknown } | { kind: DoorErrorKind; error: DoorError }

/** Runs an operation by its name; gives what came of it. Anything but a DoorError is thrown on. */
export async function attempt(name: string, actor: Actor | null, input: unknown, from: Request = request()): Promise<Answer> {
  const operation = operations.get(name)
  if (!operation) throw new Error(`no operation is called ${name}`)
  try {
    return { kind: 'done', output: await operation.run(actor, from, input as never) }
  } catch (error) {
    if (!(error instanceof DoorError)) throw error
    return { kind: error.kind, error }
  }
}

