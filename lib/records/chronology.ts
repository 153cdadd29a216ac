import type { CaseAllocation, CaseLevel, CaseStageMove, Contact, ContactDecision, Referral } from '../database/models'
import { labelOf, SOURCES } from '../pathway/codes'
import { LEVEL_LABELS } from '../pathway/levels'
import { OUTCOME_LABELS } from '../pathway/routing'
import { CASE_STAGE_LABELS } from '../pathway/states'

type By = { name: string }

export type ChronologyEntry = {
  /** Unique in the list. */
  key: string
  /** ISO instant. */
  at: string
  kind: 'contact' | 'decision' | 'referral' | 'case' | 'level'
  title: string
  text: string | null
  by: string | null
  /** The record behind it. */
  link: { type: 'contact' | 'referral' | 'case'; id: string } | null
}

type Told = {
  contacts: (Contact & { loggedBy: By; decision: (ContactDecision & { decidedBy: By }) | null })[]
  referrals: (Referral & { toTeam: By | null; sentBy: By; respondedBy: By | null })[]
  cases: {
    id: string
    reference: string
    openedAt: Date
    allocations: (CaseAllocation & { practitioner: By; by: By })[]
    stageMoves: (CaseStageMove & { by: By })[]
    levels: (CaseLevel & { by: By })[]
  }[]
}

/** Everything that happened to a child as one list, newest first. Histories that are not open to the person asking are simply not among the rows given. */
export function chronologyOf({ contacts, referrals, cases }: Told): ChronologyEntry[] {
  const entries = [...contacts.flatMap(ofContact), ...referrals.flatMap(ofReferral), ...cases.flatMap(ofCase)]
  return entries.sort((a, b) => b.at.localeCompare(a.at) || b.key.localeCompare(a.key))
}

function ofContact(contact: Told['contacts'][number]): ChronologyEntry[] {
  const link = { type: 'contact', id: contact.id } as const
  const told: ChronologyEntry = {
    key: `contact ${contact.id}`,
    at: contact.receivedAt.toISOString(),
    kind: 'contact',
    title: `Contact from ${labelOf(SOURCES, contact.sourceCode).toLowerCase()}`,
    text: contact.whatWasSaid,
    by: contact.loggedBy.name,
    link,
  }
  const { decision } = contact
  if (!decision) return [told]
  const outcomes = decision.outcomes.map((outcome) => OUTCOME_LABELS[outcome]).join(' and ')
  return [told, { key: `decision ${contact.id}`, at: decision.decidedAt.toISOString(), kind: 'decision', title: `Decided: ${outcomes}`, text: decision.rationale, by: decision.decidedBy.name, link }]
}

function ofReferral(referral: Told['referrals'][number]): ChronologyEntry[] {
  if (!referral.respondedAt) return []
  const to = referral.toTeam?.name ?? referral.toService ?? 'the receiver'
  const declined = referral.declineReason !== null
  return [
    {
      key: `referral ${referral.id}`,
      at: referral.respondedAt.toISOString(),
      kind: 'referral',
      title: `${to} ${declined ? 'declined' : 'accepted'} the referral`,
      text: referral.declineReason,
      by: referral.respondedBy?.name ?? null,
      link: { type: 'referral', id: referral.id },
    },
  ]
}

function ofCase(one: Told['cases'][number]): ChronologyEntry[] {
  const link = { type: 'case', id: one.id } as const
  return [
    ...one.stageMoves.map(
      (move): ChronologyEntry => ({
        key: `stage ${move.id}`,
        at: move.at.toISOString(),
        kind: 'case',
        title: move.from ? `Case moved to ${CASE_STAGE_LABELS[move.to].toLowerCase()}` : `Case ${one.reference} opened`,
        text: move.reason,
        by: move.by.name,
        link,
      }),
    ),
    ...one.allocations.map(
      (given): ChronologyEntry => ({
        key: `allocation ${given.id}`,
        at: given.at.toISOString(),
        kind: 'case',
        title: `Allocated to ${given.practitioner.name}`,
        text: given.reason,
        by: given.by.name,
        link,
      }),
    ),
    ...one.levels.map(
      (agreed): ChronologyEntry => ({
        key: `level ${agreed.id}`,
        at: agreed.at.toISOString(),
        kind: 'level',
        title: `Level agreed: ${LEVEL_LABELS[agreed.level]}`,
        text: agreed.reason,
        by: agreed.by.name,
        link,
      }),
    ),
  ]
}
