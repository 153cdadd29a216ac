/**
 * The alerts that the front door raises by itself, each with its reasons. They draw somebody's eye and decide
 * nothing. Every one is a function of what was written down and what is on record, and of no clock: the same
 * facts give the same alerts under the same keys, and a concern that is added takes no alert and no reason
 * away. No sentence names anybody. Source: DOMAIN 2, Alerts the front door raises by itself.
 */
import { subMonths } from 'date-fns'
import type { AlertKind } from './alert-kinds'
import { askingWordsIn } from './asking-words'
import { formatDate } from './dates'
import { levelOfNeed, notifiesSafeguardingLead } from './need'
import { LEVEL_OF_NEED_LABELS } from './need-levels'
import type { AreaSettings } from './settings'
import type { ExploitationFlag } from './words'

export type FrontDoorAlertKind = Extract<
  AlertKind,
  | 'level_of_need' | 'missing_screen' | 'exploitation_words' | 'repeat_contacts' | 'advice_adding_up' | 'school_days_missed'
  | 'shared_address' | 'shared_phone' | 'shared_vehicle' | 'open_elsewhere'
>

/** Whose alert it is: the front door is one post, staffed by advisors and out of hours by the Emergency Duty Team. */
export type AlertOwner = 'front_door' | 'safeguarding_lead' | 'cate_manager'

export type Evidence = { readonly type: 'contact' | 'child'; readonly id: string; readonly label: string }

export type FrontDoorAlert = {
  readonly kind: FrontDoorAlertKind
  /** The same facts give the same key, whoever looks and whenever. */
  readonly key: string
  /** One plain sentence or two, without names. */
  readonly why: string
  /** Each thing that speaks for it, on its own; never fewer when more is told. */
  readonly reasons: readonly string[]
  readonly owner: AlertOwner
  readonly evidence: readonly Evidence[]
}

/** A contact about the child. `agency` is whoever told us, as one word for each agency; null for a private person. */
export type CountedContact = {
  readonly id: string
  readonly reference: string
  readonly receivedAt: Date
  readonly adviceOnly: boolean
  readonly agency: string | null
}

/** Other children on record with the same one address, phone or vehicle, who are not known to be family. */
export type SharedLink = {
  readonly by: 'address' | 'phone' | 'vehicle'
  readonly children: readonly { readonly id: string; readonly reference: string }[]
}

export type AlertFacts = {
  readonly contact: {
    readonly id: string
    readonly reference: string
    readonly channel: string
    /** Ids from `CONCERN_TYPES`. */
    readonly concerns: readonly string[]
    readonly exploitation: ExploitationFlag
    readonly immediateDanger: boolean
    /** School days missed, where somebody said so. */
    readonly schoolDaysMissed: number | null
    /** Everything that was written in free text. */
    readonly texts: readonly (string | null)[]
  }
  /** Null where no child is named: what is known of a child is then not known. */
  readonly child: { readonly id: string; readonly reference: string } | null
  /** Every contact that counts about the child, this one included, in any order. */
  readonly contacts: readonly CountedContact[]
  readonly shared: readonly SharedLink[]
  /** Areas of the same police force with an open case, and whom to ask there. */
  readonly elsewhere: readonly { readonly area: string; readonly ask: string }[]
}

export type AlertSettings = Pick<AreaSettings, 'missingSchoolDays' | 'repeatContacts' | 'adviceContacts' | 'adviceAgencies' | 'repeatMonths'>

/** What the facts raise, in the order in which it should be seen. */
export function alertsOf(facts: AlertFacts, settings: AlertSettings): FrontDoorAlert[] {
  return [
    ...ofLevel(facts),
    ...ofMissing(facts),
    ...ofWords(facts),
    ...ofRepeats(facts, settings),
    ...ofAdvice(facts, settings),
    ...ofSchool(facts, settings),
    ...facts.shared.flatMap((link) => ofShared(facts, link)),
    ...facts.elsewhere.flatMap((place) => ofElsewhere(facts, place)),
  ]
}

const itself = ({ contact }: AlertFacts): Evidence => ({ type: 'contact', id: contact.id, label: `Contact ${contact.reference}` })

/** Complex and acute need notify the safeguarding lead; acute after complex notifies again. */
function ofLevel(facts: AlertFacts): FrontDoorAlert[] {
  const { level, reasons } = levelOfNeed(facts.contact)
  if (!notifiesSafeguardingLead(level)) return []
  const why = `${LEVEL_OF_NEED_LABELS[level]} need is suggested. ${reasons.join('. ')}.`
  return [{ kind: 'level_of_need', key: `level_of_need ${facts.contact.id} ${level}`, why, reasons, owner: 'safeguarding_lead', evidence: [itself(facts)] }]
}

/** A missing report always asks for an exploitation screen, whatever was said of exploitation. */
function ofMissing(facts: AlertFacts): FrontDoorAlert[] {
  const { id, channel, concerns } = facts.contact
  const reasons = [
    ...(channel === 'police_missing_report' ? ['The police reported the child missing'] : []),
    ...(concerns.includes('missing') ? ['The child is missing, or it is unclear where the child is'] : []),
  ]
  if (!reasons.length) return []
  const why = `${reasons.join('. ')}. Look at every missing report for links to exploitation, and write down what you find.`
  return [{ kind: 'missing_screen', key: `missing_screen ${id}`, why, reasons, owner: 'front_door', evidence: [itself(facts)] }]
}

/** Words that ask. Where a person has answered already there is nothing to ask. */
function ofWords(facts: AlertFacts): FrontDoorAlert[] {
  const { id, exploitation, texts } = facts.contact
  if (exploitation !== 'no') return []
  const words = askingWordsIn(texts)
  if (!words.length) return []
  const why = `Text match: what was written mentions ${listed(words)}. That may mean nothing. Is exploitation a concern?`
  return [{ kind: 'exploitation_words', key: `exploitation_words ${id}`, why, reasons: words, owner: 'front_door', evidence: [itself(facts)] }]
}

/**
 * The third contact about one person within the months the area counts, and each further third, notifies the
 * specialist who looks at why. Counted back from the latest contact, so that one that was logged late counts.
 */
function ofRepeats(facts: AlertFacts, settings: AlertSettings): FrontDoorAlert[] {
  const counted = within(facts.contacts, settings.repeatMonths)
  const turn = turnOf(counted, settings.repeatContacts)
  if (!facts.child || !turn) return []
  const why = `${counted.length} contacts about one person in ${settings.repeatMonths} months. Look at why: together they may mean more than each does alone.`
  const reasons = counted.map(({ reference }) => `Contact ${reference}`)
  return [{ kind: 'repeat_contacts', key: `repeat_contacts ${facts.child.id} ${turn.id}`, why, reasons, owner: 'cate_manager', evidence: counted.map(evidenceOf) }]
}

/** Several contacts that each ended in advice alone, from different agencies: nobody saw them together. */
function ofAdvice(facts: AlertFacts, settings: AlertSettings): FrontDoorAlert[] {
  const advised = within(facts.contacts.filter(({ adviceOnly }) => adviceOnly), settings.repeatMonths)
  const agencies = new Set(advised.flatMap(({ agency }) => agency ?? [])).size
  const turn = turnOf(advised, settings.adviceContacts)
  if (!facts.child || !turn || agencies < settings.adviceAgencies) return []
  const why = `${advised.length} contacts in ${settings.repeatMonths} months from ${agencies} agencies each ended in advice alone. Look at them together.`
  const reasons = advised.map(({ reference }) => `Contact ${reference} ended in advice`)
  return [{ kind: 'advice_adding_up', key: `advice_adding_up ${facts.child.id} ${turn.id}`, why, reasons, owner: 'safeguarding_lead', evidence: advised.map(evidenceOf) }]
}

/** So many school days missed. */
function ofSchool(facts: AlertFacts, { missingSchoolDays }: AlertSettings): FrontDoorAlert[] {
  const { id, schoolDaysMissed } = facts.contact
  if (schoolDaysMissed === null || schoolDaysMissed < missingSchoolDays) return []
  const reason = `${schoolDaysMissed} school days missed`
  const why = `${reason}; this area looks into it from ${missingSchoolDays}. Find out from the school and education welfare where the child is by day.`
  return [{ kind: 'school_days_missed', key: `school_days_missed ${id}`, why, reasons: [reason], owner: 'front_door', evidence: [itself(facts)] }]
}

/** One address, phone or vehicle with more than one child: one alert for the group, whichever child is looked at. */
function ofShared({ child }: AlertFacts, { by, children }: SharedLink): FrontDoorAlert[] {
  const others = children.filter(({ id }) => id !== child?.id).sort((a, b) => (a.id < b.id ? -1 : 1))
  if (!child || !others.length) return []
  const newest = [child.id, ...others.map(({ id }) => id)].sort().at(-1)
  const many = others.length === 1 ? 'Another child on record has' : `${others.length} other children on record have`
  const reason = `${many} the same ${WHAT_IS_SHARED[by]}`
  const why = `${reason}. They are not recorded as family: look at what connects them.`
  const evidence = [child, ...others].map(({ id, reference }): Evidence => ({ type: 'child', id, label: `Child ${reference}` }))
  return [{ kind: `shared_${by}`, key: `shared_${by} ${newest} ${others.length + 1}`, why, reasons: [reason], owner: 'safeguarding_lead', evidence }]
}

const WHAT_IS_SHARED = { address: 'address', phone: 'phone number', vehicle: 'vehicle named in a contact' } as const

/** A case is open in another area of the force: which area and whom to ask, and nothing else of theirs. */
function ofElsewhere({ child }: AlertFacts, { area, ask }: AlertFacts['elsewhere'][number]): FrontDoorAlert[] {
  if (!child) return []
  const reason = `There is an open case in ${area}`
  return [{
    kind: 'open_elsewhere', key: `open_elsewhere ${child.id} ${area}`, why: `${reason}. Ask the ${ask} there what they know.`, reasons: [reason],
    owner: 'safeguarding_lead', evidence: [{ type: 'child', id: child.id, label: `Child ${child.reference}` }],
  }]
}

/** Those of the months up to the latest, oldest first. */
function within(contacts: readonly CountedContact[], months: number): CountedContact[] {
  const sorted = [...contacts].sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1))
  const latest = sorted.at(-1)
  if (!latest) return []
  const since = subMonths(latest.receivedAt, months)
  return sorted.filter(({ receivedAt }) => receivedAt >= since)
}

/** The last contact that made up the number once more: it gives the alert its key, so that a fourth raises nothing new. */
function turnOf(counted: readonly CountedContact[], number: number): CountedContact | undefined {
  return counted[Math.floor(counted.length / number) * number - 1]
}

const evidenceOf = ({ id, reference, receivedAt }: CountedContact): Evidence => ({ type: 'contact', id, label: `Contact ${reference}, ${formatDate(receivedAt)}` })

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
