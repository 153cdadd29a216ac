import type { DoorErrorKind } from './errors'

/** What a form is told: `fields` has a message for each path, `current` the newer version of a stale edit. */
export type Failure = {
  ok: false
  kind: DoorErrorKind
  message: string
  reference: string
  fields: Readonly<Record<string, string>>
  current?: Readonly<Record<string, unknown>>
}

export type Outcome<O> = { ok: true; output: O } | Failure
