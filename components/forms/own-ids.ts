import type { ErrorItem } from '../ui/error-summary'

/**
 * Ids for the fields of a form that stands on a page beside others of its kind: `id('reason')` is for the field, and the
 * lines of the error summary of `command` lead there.
 */
export function ownIds<C extends { errors: readonly ErrorItem[] }>(of: string, command: C) {
  return {
    id: (name: string) => `${name}-${of}`,
    command: { ...command, errors: command.errors.map((error) => ({ ...error, href: `${error.href}-${of}` as const })) },
  }
}
