import type { Json } from './kinds'

type Fields = Readonly<Record<string, Json>>

/** Only the fields that changed, before and after: the facts of a change to a record with many. */
export function changes(was: Fields, is: Fields): { before: Json; after: Json } {
  const changed = Object.keys(is).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
  const pick = (from: Fields) => Object.fromEntries(changed.map((key) => [key, from[key] ?? null]))
  return { before: pick(was), after: pick(is) }
}
