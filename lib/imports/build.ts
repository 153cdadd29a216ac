import { randomBytes } from 'node:crypto'
import { addDays } from 'date-fns'
import { panelDue } from '../pathway/clocks'
import { reviewDue } from '../pathway/levels'
import { nextWordDue } from '../pathway/referral-clock'
import { reportedOutcome, type Outcome } from '../pathway/routing'
import type { AreaSettings } from '../pathway/settings'
import type { CaseStage } from '../pathway/states'
import type { ExploitationFlag } from '../pathway/words'
import { decisionDues } from './due'
import { refKey, type Checked, type Kind, type Known } from './check'
import type { CaseIn, ChildIn, ContactIn } from './rows'

/** Rows as the tables have them, by column. An instant is an ISO string. */
export type Row = Readonly<Record<string, unknown>>
export type Built = {
  child: Row[]; child_alias: Row[]; child_address: Row[]; contact: Row[]; contact_decision: Row[]; referral: Row[]; referral_move: Row[]
  cate_case: Row[]; case_allocation: Row[]; case_stage_move: Row[]; case_level: Row[]; import_reference: Row[]
  /** Referrals of an earlier import that a case now came of, with when. */
  accepted: { id: string; at: string }[]
  /** The records on which this changes what is said of exploitation. */
  flags: { id: string; exploitation: ExploitationFlag }[]
}

export type Table = Exclude<keyof Built, 'accepted' | 'flags'>
/** The tables in the order in which they are written: parents before what hangs on them. */
export const ORDER_OF_BUILT: readonly Table[] = ['child', 'child_alias', 'child_address', 'contact', 'contact_decision', 'referral', 'referral_move', 'cate_case', 'case_allocation', 'case_stage_move', 'case_level', 'import_reference']

export type Into = {
  areaId: string
  batchId: string
  /** Who lets it in: every record names them, because the files name nobody. */
  byId: string
  now: Date
  settings: AreaSettings
  teams: Readonly<Partial<Record<'cate' | 'safeguarding', string>>>
  /** Agencies by name in lower case: what an agency told is open to that agency. */
  agencies: ReadonlyMap<string, string>
}

/** Days after which a referral of the earlier system is not chased here: what came of it stands there. */
export const STILL_AWAITED_DAYS = 28
const BEFORE = 'Brought in from the earlier system, which holds what came of it.'
const DECIDED = 'Decided in the earlier system. The files say neither by whom nor why.'
const MOVED = 'As the earlier system had it.'

/** An id that sorts by that moment (UUID version 7). */
export function idAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0') + randomBytes(10).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}

/** An alias in its two names: the last word is the family name; a single word goes with the family's own. */
export function splitName(alias: string, family: string): [given: string, family: string] {
  const at = alias.lastIndexOf(' ')
  return at > 0 ? [alias.slice(0, at), alias.slice(at + 1)] : [alias, family]
}

const GRAVER: readonly ExploitationFlag[] = ['no', 'suspected', 'yes']

/** Turns what was found good into true records with their histories: every page and figure works on them as on any other. */
export function build(checked: Checked, known: Known, into: Into): Built {
  const { areaId, batchId, byId, now, settings } = into
  const built: Built = { child: [], child_alias: [], child_address: [], contact: [], contact_decision: [], referral: [], referral_move: [], cate_case: [], case_allocation: [], case_stage_move: [], case_level: [], import_reference: [], accepted: [], flags: [] }
  const dueOf = decisionDues(settings)
  const nowIso = now.toISOString()
  const ids = new Map<string, string>()
  const idOf = (kind: Kind, ref: string): string => ids.get(refKey(kind, ref)) ?? known.references.get(refKey(kind, ref))?.recordId ?? ''
  const remember = (kind: Kind, ref: string, id: string, fingerprint: string) => {
    ids.set(refKey(kind, ref), id)
    built.import_reference.push({ area_id: areaId, kind, reference: ref, record_id: id, fingerprint, batch_id: batchId, imported_at: nowIso })
  }

  // what is said of exploitation on a child is the gravest that any of her contacts says; a CATE case means a concern
  const flags = new Map<string, ExploitationFlag>()
  const raise = (ref: string | null, flag: ExploitationFlag) => {
    if (ref && GRAVER.indexOf(flag) > GRAVER.indexOf(flags.get(ref) ?? 'no')) flags.set(ref, flag)
  }
  for (const { value } of checked.contacts) raise(value.childRef, value.exploitation)
  for (const { value } of checked.cases) raise(value.childRef, 'suspected')

  for (const { value, fingerprint } of checked.children) child(value, fingerprint)
  for (const [ref, exploitation] of flags) if (!ids.has(refKey('child', ref))) built.flags.push({ id: idOf('child', ref), exploitation })
  /** The referral to CATE of a contact of these files. */
  const toCate = new Map<string, string>()
  const cases = new Map(checked.cases.flatMap(({ value }) => (value.contactRef ? [[value.contactRef, value] as const] : [])))
  for (const { value, fingerprint } of checked.contacts) contact(value, fingerprint)
  for (const { value, fingerprint } of checked.cases) oneCase(value, fingerprint)
  return built

  function child(one: ChildIn, fingerprint: string): void {
    const id = idAt(now)
    remember('child', one.ref, id, fingerprint)
    built.child.push({
      area_id: areaId, id, given_name: one.given, family_name: one.family, date_of_birth: one.born, sex: one.sex, ethnicity: one.ethnicity, legal_status: one.legal, nhs_number: one.nhs, upn: one.upn,
      school: one.school, exploitation: flags.get(one.ref) ?? 'no', disabilities: [], birth_estimated: false, interpreter_needed: false, version: 1, created_at: nowIso, created_by_id: byId, updated_at: nowIso,
    })
    for (const alias of one.aliases) {
      const [given_name, family_name] = splitName(alias, one.family)
      built.child_alias.push({ area_id: areaId, id: idAt(now), child_id: id, given_name, family_name })
    }
    if (one.postcode) built.child_address.push({ area_id: areaId, id: idAt(now), child_id: id, line: 'Address not in the earlier system', postcode: one.postcode })
  }

  function contact(one: ContactIn, fingerprint: string): void {
    const id = idAt(one.receivedAt)
    remember('contact', one.ref, id, fingerprint)
    const anonymous = !one.referrer && one.source === '9'
    built.contact.push({
      area_id: areaId, id, submission_key: idAt(now), received_at: one.receivedAt.toISOString(), channel: one.channel, logged_by_id: byId, logged_at: nowIso,
      referrer_name: anonymous ? null : (one.referrer ?? 'Not named in the earlier system'), referrer_organisation: one.organisation, referrer_agency_id: into.agencies.get((one.organisation ?? '').toLowerCase()) ?? null, anonymous, identity_withheld: false,
      source_code: one.source, child_id: one.childRef ? idOf('child', one.childRef) : null, unidentified_child: one.childRef ? null : 'No child is named in the earlier system.', what_was_said: one.summary, concerns: one.concerns,
      exploitation: one.exploitation, immediate_danger: false, child_knows: 'not_known', parents_know: 'not_known', consent: 'not_sought', consent_reason: 'Not in the earlier system.', level_of_need: one.need,
      state: one.decidedAt ? 'decided' : 'logged', decision_due: dueOf(one.receivedAt).toISOString(), version: one.decidedAt ? 2 : 1,
    })
    if (!one.decidedAt) return
    const decided = one.decidedAt.toISOString()
    built.contact_decision.push({ area_id: areaId, contact_id: id, decided_by_id: byId, decided_at: decided, outcomes: one.outcomes, reported_as: reportedOutcome(one.outcomes), suggested: [], rationale: DECIDED, referrer_told: 'cannot', told_note: 'Not in the earlier system.' })
    for (const outcome of one.outcomes) if (outcome !== 'advice') referral(one, id, one.decidedAt, outcome)
  }

  function referral(one: ContactIn, contactId: string, sentAt: Date, outcome: Exclude<Outcome, 'advice'>): void {
    const id = idAt(sentAt)
    const sent = sentAt.toISOString()
    const led = outcome === 'cate' ? cases.get(one.ref) : undefined
    const acceptedAt = led ? later(led.referredAt, sentAt) : null
    const recent = addDays(sentAt, STILL_AWAITED_DAYS) > now
    const state = acceptedAt ? 'accepted' : recent ? 'sent' : 'closed'
    if (outcome === 'cate') toCate.set(one.ref, id)
    built.referral.push({
      area_id: areaId, id, contact_id: contactId, child_id: one.childRef ? idOf('child', one.childRef) : null, outcome, to_team_id: outcome === 'other_service' ? null : (into.teams[outcome] ?? null),
      to_service: outcome === 'other_service' ? (one.service ?? 'A service that the earlier system does not name') : null, state, summary: one.summary, sent_at: sent, sent_by_id: byId,
      responded_at: state === 'sent' ? null : (acceptedAt?.toISOString() ?? nowIso), responded_by_id: state === 'sent' ? null : byId, closed_at: state === 'closed' ? nowIso : null,
      awaited_by: state === 'sent' ? (nextWordDue('sent', { sentAt, since: sentAt }, settings)?.toISOString() ?? null) : null, version: state === 'sent' ? 1 : 2,
    })
    const move = (from: string | null, to: string, at: string, words: string) => built.referral_move.push({ area_id: areaId, id: idAt(new Date(at)), referral_id: id, from_state: from, to_state: to, at, by_id: byId, words })
    move(null, 'sent', sent, DECIDED)
    if (state !== 'sent') move('sent', state, acceptedAt?.toISOString() ?? nowIso, acceptedAt ? MOVED : BEFORE)
  }

  function oneCase(one: CaseIn, fingerprint: string): void {
    const id = idAt(one.referredAt)
    const childId = idOf('child', one.childRef)
    const holder = one.allocatedTo ? (known.holders.get(one.allocatedTo) ?? null) : null
    const there = one.contactRef ? known.referrals.get(idOf('contact', one.contactRef)) : undefined
    const referralId = one.contactRef ? (toCate.get(one.contactRef) ?? there?.id ?? null) : null
    if (there && !toCate.has(one.contactRef ?? '')) built.accepted.push({ id: there.id, at: one.referredAt.toISOString() })
    remember('case', one.ref, id, fingerprint)
    const moves = stagesOf(one)
    built.cate_case.push({
      area_id: areaId, id, child_id: childId, referral_id: referralId, stage: one.stage, level: one.level, allocated_to_id: holder, referred_at: one.referredAt.toISOString(), opened_at: one.referredAt.toISOString(),
      panel_due: panelDue(one.referredAt, settings).toISOString(), panel_held_at: one.panelAt?.toISOString() ?? null,
      // the reviews of the earlier system are not in the files: the first one here is a whole cycle away, and nobody is late with it
      next_review_due: one.level && one.panelAt && one.stage !== 'closed' ? reviewDue(one.level, now, settings).toISOString() : null,
      closed_at: one.closedAt?.toISOString() ?? null, closure_reason: one.closure, version: moves.length + (one.level ? 1 : 0),
    })
    let from: CaseStage | null = null
    for (const { to, at } of moves) {
      built.case_stage_move.push({ area_id: areaId, id: idAt(at), case_id: id, from_stage: from, to_stage: to, at: at.toISOString(), by_id: byId, reason: from === null ? null : MOVED })
      from = to
    }
    if (one.level) built.case_level.push({ area_id: areaId, id: idAt(one.panelAt ?? one.referredAt), case_id: id, level: one.level, at: (one.panelAt ?? one.referredAt).toISOString(), by_id: byId, reason: 'The level that the earlier system has. How it was reached is not in the files.' })
    if (holder) built.case_allocation.push({ area_id: areaId, id: idAt(one.referredAt), case_id: id, practitioner_id: holder, by_id: byId, at: one.referredAt.toISOString(), reason: MOVED })
  }
}

const later = (a: Date, b: Date): Date => (a > b ? a : b)

/**
 * The stages a case has been through, by the moments that the files know: its referral, its panel and its end. What
 * is not known stands at the moment before it, a millisecond on, so that the order stays (DOMAIN 2, Pathway).
 */
export function stagesOf({ stage, referredAt, panelAt, closedAt }: Pick<CaseIn, 'stage' | 'referredAt' | 'panelAt' | 'closedAt'>): { to: CaseStage; at: Date }[] {
  const whole: CaseStage[] = ['allocation', 'assessment', 'panel', 'plan', 'exit', 'closed']
  const through = whole.slice(0, whole.indexOf(stage) + 1)
  let last = referredAt.getTime() - 1
  return through.map((to) => {
    const knownAt = to === 'allocation' ? referredAt : to === 'plan' ? panelAt : to === 'closed' ? closedAt : null
    last = Math.max(last + 1, knownAt?.getTime() ?? 0)
    return { to, at: new Date(last) }
  })
}
