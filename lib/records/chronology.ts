import { toldByOf } from '../contacts/call-view'
import type { Assessment, CaseAllocation, CaseLevel, CaseNote, CaseStageMove, Contact, ContactDecision, Referral } from '../database/models'
import { LEVEL_LABELS } from '../pathway/levels'
import { OUTCOME_LABELS } from '../pathway/routing'
import { CASE_STAGE_LABELS } from '../pathway/states'

type By = { name: string }

export type ChronologyEntry = {
  /** Unique in the list. */
  key: string
  /** ISO instant. */
  at: string
  kind: 'contact' | 'decision' | 'referral' | 'case' | 'level' | 'assessment'
  title: string
  /** What stands on paper in place of the title, where that would tell who told us. */
  onPaper?: string
  text: string | null
  by: string | null
  /** The record behind it. */
  link: { type: 'contact' | 'referral' | 'case' | 'case_note' | 'assessment'; id: string } | null
}

type Told = {
  contacts: (Contact & { loggedBy: By; decision: (ContactDecision & { decidedBy: By }) | null })[]
  caseNotes: (CaseNote & { recordedBy: By; case: { reference: string } })[]
  referrals: (Referral & { toTeam: By | null; sentBy: By; respondedBy: By | null })[]
  cases: {
    id: string
    reference: string
    openedAt: Date
    allocations: (CaseAllocation & { practitioner: By; by: By })[]
    stageMoves: (CaseStageMove & { by: By })[]
    levels: (CaseLevel & { by: By })[]
    assessments: (Assessment & { finishedBy: By | null })[]
  }[]
}

/**
 * Everything that happened to a child as one list, newest first. Histories that are not open to the person asking
 * are simply not among the rows given. `mayKnow`: who told us, where that is withheld from the family.
 */
export function chronologyOf({ contacts, caseNotes, referrals, cases }: Told, mayKnow: boolean): ChronologyEntry[] {
  const entries = [...contacts.flatMap((one) => ofContact(one, mayKnow)), ...caseNotes.map((one) => ofCaseNote(one, mayKnow)), ...referrals.flatMap(ofReferral), ...cases.flatMap(ofCase)]
  return entries.sort((a, b) => b.at.localeCompare(a.at) || b.key.localeCompare(a.key))
}

/** 'Contact from school', without whom it is from where the person asking may not know; and on paper. */
function fromWhom(what: string, row: Contact | CaseNote, mayKnow: boolean): { title: string; onPaper?: string } {
  const { source, withheld } = toldByOf(row, mayKnow)
  const kept = `${what}; who told us is withheld`
  if (!withheld) return { title: `${what} from ${source.toLowerCase()}` }
  return mayKnow ? { title: `${what} from ${source.toLowerCase()}`, onPaper: kept } : { title: kept }
}

function ofCaseNote(note: Told['caseNotes'][number], mayKnow: boolean): ChronologyEntry {
  return {
    key: `case note ${note.id}`,
    at: note.receivedAt.toISOString(),
    kind: 'contact',
    ...fromWhom(`Call on case ${note.case.reference}`, note, mayKnow),
    text: note.whatWasSaid,
    by: note.recordedBy.name,
    link: { type: 'case_note', id: note.id },
  }
}

function ofContact(contact: Told['contacts'][number], mayKnow: boolean): ChronologyEntry[] {
  const link = { type: 'contact', id: contact.id } as const
  const told: ChronologyEntry = {
    key: `contact ${contact.id}`,
    at: contact.receivedAt.toISOString(),
    kind: 'contact',
    ...fromWhom('Contact', contact, mayKnow),
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
    ...one.assessments.flatMap((done): ChronologyEntry[] =>
      done.finishedAt && done.level
        ? [{
            key: `assessment ${done.id}`,
            at: done.finishedAt.toISOString(),
            kind: 'assessment',
            title: `Risk assessment finished: ${LEVEL_LABELS[done.level]} proposed`,
            text: done.levelReason,
            by: done.finishedBy?.name ?? null,
            link: { type: 'assessment', id: done.id },
          }]
        : [],
    ),
  ]
}
