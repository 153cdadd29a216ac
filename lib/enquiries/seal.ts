import { createHash } from 'node:crypto'
import type { Json } from '../audit/kinds'

/** JSON in one form whatever the order of its keys: Postgres keeps them in an order of its own. */
export function canonical(value: Json | undefined): string {
  if (value === undefined) return 'null'
  if (Array.isArray(value)) return `[${value.map((one: Json) => canonical(one)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value as Record<string, Json | undefined>).filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256 of the canonical form, as 64 hex digits. */
export function sealOf(value: Json): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}
