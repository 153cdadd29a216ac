import type { z } from 'zod'
import type { RecordType } from '../audit/kinds'
import { log } from '../log'
import { ForbiddenMove } from '../pathway/states'
import { Conflict, DoorError, Invalid, NotRecorded, Unavailable } from './errors'

/** The field messages of a refused input: the first for each path, e.g. { 'child.nhsNumber': '...' }. */
export function fieldsOf(error: z.ZodError): Invalid {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') fields[issue.path.join('.') || 'form'] ??= 'This form sent something that Waymark does not know. Reload the page and try again.'
    else fields[issue.path.join('.') || 'form'] ??= issue.message
  }
  return new Invalid(fields)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The fields of an input that name a record, whichever operation it is for; the first that is there is told. */
const NAMED_BY = {
  contactId: 'contact', childId: 'child', referralId: 'referral', caseId: 'case', userId: 'user', alertId: 'alert', enquiryId: 'enquiry', panelId: 'panel', challengeId: 'challenge',
  releaseId: 'release', glassId: 'break_glass', summaryId: 'published_summary',
} as const satisfies Record<string, RecordType>

/** The record an input names, for the event of a refusal. */
export function recordAskedFor(input: unknown): { record?: { type: RecordType; id: string } } {
  if (typeof input !== 'object' || input === null) return {}
  for (const [field, type] of Object.entries(NAMED_BY)) {
    const id = (input as Record<string, unknown>)[field]
    if (typeof id === 'string' && UUID.test(id)) return { record: { type, id } }
  }
  return {}
}

/** Postgres' own words are for the log; the person gets one of the few errors of the door. */
export function asDoorError(cause: unknown, requestId: string, operation: string): DoorError {
  const error = toDoorError(cause)
  error.reference = requestId
  if (error.kind === 'unavailable' || error.kind === 'not_recorded') log.error({ requestId, operation, problem: shapeOf(cause) }, 'operation failed')
  return error
}

function toDoorError(cause: unknown): DoorError {
  if (cause instanceof DoorError) return cause
  if (cause instanceof ForbiddenMove) return new Conflict(`${cause.message}. Somebody may have moved it already: reload the page.`)
  if (hasCode(cause, 'P2002')) return new Conflict('Somebody else saved the same thing at the same moment. Reload the page; nothing of yours was saved.')
  return /audit_event/.test(textOf(cause)) ? new NotRecorded() : new Unavailable()
}

function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code
}

function textOf(cause: unknown): string {
  if (!(cause instanceof Error)) return ''
  const meta = 'meta' in cause ? JSON.stringify(cause.meta) : ''
  return `${cause.message} ${meta} ${textOf(cause.cause)}`
}

/** What may be logged of a failure: its class and code, never its message, which may quote what was typed. */
function shapeOf(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error)) return { type: typeof cause }
  const code = 'code' in cause ? cause.code : undefined
  const frames = cause.stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim())
  return { type: cause.name, code, frames, cause: cause.cause ? shapeOf(cause.cause) : undefined }
}
