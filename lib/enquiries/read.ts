import { z } from 'zod'
import { operation } from '../access/operation'
import { bornText, nameOf } from '../children/view'
import { toLondonInput } from '../dates'
import type { ClockState } from '../pathway/clocks'
import { disagreements, type Disagreement } from '../pathway/conflicts'
import { enquiryDue, isLate, type EnquiryRoute } from '../pathway/enquiry'
import type { Offered } from '../pathway/names'
import type { Outcome } from '../pathway/routing'
import { aboutOf, chronologyOf, loadEnquiry, offersOf, type ChronologyEntry, type EnquiryRow } from './load'
import { answerClock } from './view'

/** How one agency stands. */
export type AgencyAnswer = {
  agencyId: string
  agency: string
  answer: 'entries' | 'nothing_known' | null
  dueAt: string
  answeredAt: string | null
  answeredBy: string | null
  clock: ClockState
  late: boolean
  entries: number
  reminders: number
}

export type NameOffer = Offered & { verdict: 'accepted' | 'dismissed' | null; from: string[] }

export type EnquiryView = {
  id: string
  reference: string
  version: number
  about: string
  child: { id: string; name: string; born: string } | null
  personDetails: string | null
  contact: { id: string; reference: string; undecided: boolean } | null
  /** Whether a referral to CATE can name a child. */
  namesChild: boolean
  subjectLine: string
  told: string
  question: string
  openedAt: string
  openedBy: string
  dueAt: string
  /** When the time to answer was moved, the latest last. */
  moved: { from: string; to: string; reason: string; by: string; at: string }[]
  answers: AgencyAnswer[]
  /** What single agencies are asked besides. */
  besides: { agencyId: string; text: string }[]
  /** Agencies that can still be asked, and by when unless the lead says otherwise ('YYYY-MM-DDTHH:mm', London); none once it is decided. */
  another: { agencies: { id: string; name: string }[]; dueAt: string }
  entries: ChronologyEntry[]
  disagreements: Disagreement[]
  names: NameOffer[]
  decision: { route: EnquiryRoute; reasons: string; by: string; at: string; unanswered: number; referrals: { id: string; outcome: Outcome; to: string; takenAt: string }[] } | null
}

/** The whole of an enquiry: every agency's entries in one chronology, what does not fit, and what crops up. Throws NotFound. */
export const readEnquiry = operation({
  name: 'enquiries.read',
  effect: 'read',
  permission: 'enquiry:read',
  input: z.strictObject({ enquiryId: z.uuid() }),
  audit: ['enquiry.opened'],
  async work({ tx, actor, now }, { enquiryId }) {
    const row = await loadEnquiry({ tx, actor }, enquiryId)
    const entries = chronologyOf(row)
    const offers = await offersOf(tx, row, entries)
    const agencies = new Map(row.requests.map(({ agencyId, agency }) => [agencyId, agency.name]))
    const [first] = row.requests
    const output: EnquiryView = {
      id: row.id,
      reference: row.reference,
      version: row.version,
      about: aboutOf(row),
      child: row.child ? { id: row.child.id, name: nameOf(row.child), born: bornText(row.child, now) } : null,
      personDetails: row.personDetails,
      contact: row.contact ? { id: row.contact.id, reference: row.contact.reference, undecided: row.contact.state === 'logged' } : null,
      namesChild: Boolean(row.childId ?? row.contact?.childId),
      subjectLine: first?.subjectLine ?? '',
      told: first?.told ?? '',
      question: row.question,
      openedAt: row.openedAt.toISOString(),
      openedBy: row.openedBy.name,
      dueAt: row.dueAt.toISOString(),
      moved: row.times.map((time) => ({ from: time.fromDueAt.toISOString(), to: time.dueAt.toISOString(), reason: time.reason, by: time.by.name, at: time.at.toISOString() })),
      answers: answersOf(row, now),
      besides: row.requests.flatMap(({ agencyId, askedBesides: text }) => (text ? [{ agencyId, text }] : [])),
      another: {
        agencies: row.decision ? [] : await tx.agency.findMany({ where: { areaId: row.areaId, id: { notIn: [...agencies.keys()] } }, orderBy: { name: 'asc' }, select: { id: true, name: true } }),
        dueAt: toLondonInput(row.dueAt > now ? row.dueAt : enquiryDue(now, actor.settings)),
      },
      entries,
      disagreements: disagreements(entries.map((entry) => ({ ...entry, superseded: entry.correctedBy !== null })), answersOf(row, now).map(({ agencyId, agency, answer }) => ({ agencyId, name: agency, answer }))),
      names: offers.map((offer) => ({
        ...offer,
        from: offer.agencies.map((id) => agencies.get(id) ?? '').sort(),
        verdict: row.names.find(({ kind, value }) => kind === offer.kind && value === offer.value)?.verdict ?? null,
      })),
      decision: row.decision
        ? {
            route: row.decision.route,
            reasons: row.decision.reasons,
            by: row.decision.decidedBy.name,
            at: row.decision.decidedAt.toISOString(),
            unanswered: row.decision.unanswered,
            referrals: row.snapshots.map(({ referral, takenAt }) => ({ id: referral.id, outcome: referral.outcome, to: referral.toTeam?.name ?? referral.toService ?? '', takenAt: takenAt.toISOString() })),
          }
        : null,
    }
    return { output, kind: 'enquiry.opened', facts: { record: { type: 'enquiry', id: row.id }, children: childrenOf(row) } }
  },
})

/** The child an enquiry is about, or whose contact it hangs on: for the audit log. */
export function childrenOf(row: EnquiryRow): string[] {
  const child = row.childId ?? row.contact?.childId
  return child ? [child] : []
}

/** How each agency stands, in the order of their names. */
export function answersOf(row: EnquiryRow, now: Date): AgencyAnswer[] {
  return row.requests
    .map((request) => ({
      agencyId: request.agencyId,
      agency: request.agency.name,
      answer: request.answer,
      dueAt: request.dueAt.toISOString(),
      answeredAt: request.answeredAt?.toISOString() ?? null,
      answeredBy: request.answeredBy?.name ?? null,
      clock: answerClock(request, now),
      late: request.answeredAt !== null && isLate(request.answeredAt, request.dueAt),
      entries: request.entries.filter((entry) => !entry.supersededBy).length,
      reminders: request.reminders,
    }))
    .sort((a, b) => a.agency.localeCompare(b.agency))
}
