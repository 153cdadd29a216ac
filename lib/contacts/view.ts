import type { Child, Contact, ContactDecision } from '../database/models'
import { addOfficeHours, clockState, DECISION_CLOSE_WITHIN_HOURS, waitedFor, type ClockState } from '../pathway/clocks'
import { labelOf } from '../pathway/codes'
import type { LevelOfNeed } from '../pathway/need'
import type { Outcome } from '../pathway/routing'
import type { AreaSettings } from '../pathway/settings'
import type { ContactState } from '../pathway/states'
import { CHANNELS, type ExploitationFlag } from '../pathway/words'
import { nameOf } from '../children/view'
import { toldByOf } from './call-view'

/** One line of a list of contacts. */
export type ContactSummary = {
  id: string
  reference: string
  receivedAt: string
  channel: string
  /** The kind of source in words; 'Withheld' where it would give a withheld identity away to the person asking. */
  source: string
  child: { id: string; name: string } | null
  /** Where no child is named: what is known of who it may be. */
  unidentifiedChild: string | null
  gist: string
  exploitation: ExploitationFlag
  immediateDanger: boolean
  levelOfNeed: LevelOfNeed
  state: ContactState
  outcomes: Outcome[]
  identityWithheld: boolean
  clock: { due: string; state: ClockState; waited: string }
}

type Row = Contact & {
  child: Pick<Child, 'id' | 'givenName' | 'familyName' | 'knownAs'> | null
  decision: Pick<ContactDecision, 'outcomes' | 'decidedAt'> | null
}

/** Where the decision on a contact stands against its limit, "close" counted in office hours. */
export function decisionClockOf(contact: Pick<Contact, 'decisionDue' | 'receivedAt'>, decidedAt: Date | null, settings: AreaSettings, now: Date) {
  const { officeHours } = settings
  const state = clockState({ due: contact.decisionDue, metAt: decidedAt, now, closeWithinHours: DECISION_CLOSE_WITHIN_HOURS, officeHours })
  return { due: contact.decisionDue.toISOString(), state, waited: waitedFor(contact.receivedAt, decidedAt ?? now) }
}

/** The filter of contacts whose decision is late, or due within three office hours. */
export const lateOrClose = (settings: AreaSettings, now: Date) => ({ awaitedUntil: { lte: addOfficeHours(now, DECISION_CLOSE_WITHIN_HOURS, settings) } })

/** The first sentence or so of what was said, at most 140 characters. */
export function gistOf(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 140 ? line : `${line.slice(0, 139).replace(/\s\S*$/, '')}…`
}

/** A row as one line of a list. `mayKnow` says whether the person asking may know who told us where it is withheld. */
export function summariseContact(contact: Row, settings: AreaSettings, now: Date, mayKnow = false): ContactSummary {
  return {
    id: contact.id,
    reference: contact.reference,
    receivedAt: contact.receivedAt.toISOString(),
    channel: labelOf(CHANNELS, contact.channel),
    source: toldByOf(contact, mayKnow).source,
    child: contact.child ? { id: contact.child.id, name: nameOf(contact.child) } : null,
    unidentifiedChild: contact.unidentifiedChild,
    gist: gistOf(contact.whatWasSaid),
    exploitation: contact.exploitation,
    immediateDanger: contact.immediateDanger,
    levelOfNeed: contact.levelOfNeed,
    state: contact.state,
    outcomes: contact.decision?.outcomes ?? [],
    identityWithheld: contact.identityWithheld,
    clock: decisionClockOf(contact, contact.decision?.decidedAt ?? null, settings, now),
  }
}
