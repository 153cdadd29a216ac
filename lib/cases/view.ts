import type { CateCase, Child } from '../database/models'
import { viewSeen, type SeenView } from '../casework/seen-view'
import type { Known } from '../casework/seen'
import { bornText, dayOf, nameOf } from '../children/view'
import { clockState, PANEL_CLOSE_WITHIN_HOURS, type ClockState } from '../pathway/clocks'
import type { Level } from '../pathway/levels'
import { lastSeen, type LastSeen, type SafetyFeeling } from '../pathway/sessions'
import type { AreaSettings } from '../pathway/settings'
import type { CaseStage } from '../pathway/states'
import type { Since } from './since'

/** One line of a caseload. */
export type CaseSummary = {
  id: string
  reference: string
  version: number
  child: { id: string; name: string; born: string }
  stage: CaseStage
  /** Empty until assessed, and for the front door, which does not see levels: `levelHidden` tells which. */
  level: Level | null
  levelHidden: boolean
  practitioner: { id: string; name: string } | null
  /** For whom the person asking covers it; null for an own case and for those who see the whole team. */
  covering: string | null
  /** Of a closed case on the list of closed ones: what came since. Null where nothing did, and elsewhere. */
  since: Since | null
  openedAt: string
  closedAt: string | null
  /** What falls due next, or empty where nothing does. */
  next: { what: string; due: string; state: ClockState } | null
  /** When the young person was last seen, and what stands in the log; null where nobody asked, and for a closed case. */
  log: { seen: SeenView; safety: SafetyFeeling | null; nextStep: string | null; nextOn: string | null } | null
}

type Row = CateCase & {
  child: Pick<Child, 'id' | 'givenName' | 'familyName' | 'knownAs' | 'dateOfBirth' | 'birthEstimated'>
  allocatedTo: { name: string } | null
}

/** When the young person of an open case was last seen, against what the level asks. */
export function seenIn(one: Pick<CateCase, 'level' | 'openedAt'>, known: Known | undefined, now: Date, settings: Pick<AreaSettings, 'seenDays'>): LastSeen {
  return lastSeen({ level: one.level, openedAt: one.openedAt, seenAt: known?.seenAt ?? null }, now, settings)
}

/** `own`: the practitioner asking, who covers what somebody else holds. */
type Seeing = { levels: boolean; now: Date; own?: string; since?: Since; log?: { known: Known | undefined; settings: Pick<AreaSettings, 'seenDays'> } }

/** A row as one line of a caseload. `levels` says whether the person asking sees levels, `log` what the case's log says. */
export function summariseCase(one: Row, { levels, now, log, own, since }: Seeing): CaseSummary {
  return {
    id: one.id,
    reference: one.reference,
    version: one.version,
    child: { id: one.child.id, name: nameOf(one.child), born: bornText(one.child, now) },
    stage: one.stage,
    level: levels ? one.level : null,
    levelHidden: !levels,
    practitioner: one.allocatedToId && one.allocatedTo ? { id: one.allocatedToId, name: one.allocatedTo.name } : null,
    covering: own && one.allocatedTo && one.allocatedToId !== own ? one.allocatedTo.name : null,
    since: since ?? null,
    openedAt: one.openedAt.toISOString(),
    closedAt: one.closedAt?.toISOString() ?? null,
    next: nextDue(one, now),
    log: log && !one.closedAt
      ? { seen: viewSeen(seenIn(one, log.known, now, log.settings)), safety: log.known?.safety ?? null, nextStep: log.known?.nextStep ?? null, nextOn: dayOf(log.known?.nextOn ?? null) }
      : null,
  }
}

/** What an order of cases looks at. */
export type CaseRow = Pick<CateCase, 'id' | 'stage' | 'level' | 'panelDue' | 'panelHeldAt' | 'nextReviewDue'>

/** When something falls due next on a case: the panel until it has met, then the review; null where nothing does. */
export function dueOf(one: Omit<CaseRow, 'id' | 'level'>): Date | null {
  if (one.stage === 'closed') return null
  return one.panelHeldAt ? one.nextReviewDue : one.panelDue
}

/** What falls due next on a case, by when, and where that stands. */
export function nextDue(one: Omit<CaseRow, 'id' | 'level'>, now: Date): CaseSummary['next'] {
  const due = dueOf(one)
  if (!due) return null
  const state = clockState({ due, metAt: null, now, closeWithinHours: PANEL_CLOSE_WITHIN_HOURS })
  return { what: one.panelHeldAt ? 'Review' : 'Risk panel', due: due.toISOString(), state }
}
