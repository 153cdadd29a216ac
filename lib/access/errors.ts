/**
 * What can go wrong at the door, as the few things a person can be told. `message` is in plain words and may
 * be shown as it is; `reference` is the request's id, for support.
 */
export abstract class DoorError extends Error {
  abstract readonly kind: DoorErrorKind
  reference = ''
}

export type DoorErrorKind = 'not_signed_in' | 'refused' | 'not_found' | 'invalid' | 'stale' | 'conflict' | 'not_recorded' | 'unavailable'

export class NotSignedIn extends DoorError {
  readonly kind = 'not_signed_in'
  constructor() {
    super('You are not signed in, or you were signed out because nothing happened for 15 minutes. Sign in to go on.')
  }
}

/** The role does not hold the permission. Shown exactly as NotFound is: a refusal tells nothing. */
export class Refused extends DoorError {
  readonly kind = 'refused'
  constructor(message = 'There is nothing here, or it is not open to your role.') {
    super(message)
  }
}

export class NotFound extends DoorError {
  readonly kind = 'not_found'
  constructor() {
    super('There is nothing here, or it is not open to your role.')
  }
}

/** What was sent does not fit the schema. `fields` has a message for each path, e.g. 'dateOfBirth'. */
export class Invalid extends DoorError {
  readonly kind = 'invalid'
  constructor(readonly fields: Readonly<Record<string, string>>) {
    super('Some of this needs another look.')
  }
}

/** Somebody saved a newer version meanwhile. `current` is that version, as the form shows it. */
export class Stale extends DoorError {
  readonly kind = 'stale'
  constructor(readonly current: Readonly<Record<string, unknown>>) {
    super('Somebody else changed this while you had it open. Nothing of yours is saved yet: compare the two below.')
  }
}

/** The record is no longer in a state that allows this. */
export class Conflict extends DoorError {
  readonly kind = 'conflict'
}

/** The audit event could not be written, so nothing was opened or saved. */
export class NotRecorded extends DoorError {
  readonly kind = 'not_recorded'
  constructor() {
    super('Waymark cannot write its record of who opens and changes what, so nothing was opened or saved. Try again in a minute; if it goes on, tell support.')
  }
}

/** The database does not answer, or something failed that nobody foresaw. */
export class Unavailable extends DoorError {
  readonly kind = 'unavailable'
  constructor() {
    super('Waymark cannot reach its records right now, so nothing was opened or saved. Try again in a minute; if it goes on, tell support.')
  }
}
