import type { ErrorItem } from './error-summary'

/** Messages by field name, as the error summary wants them; in the order given, which should be the page's. */
export function errorItems(errors: Readonly<Record<string, string | undefined>>): ErrorItem[] {
  return Object.entries(errors).flatMap(([name, message]) => (message ? [{ href: `#${name}` as const, message }] : []))
}
