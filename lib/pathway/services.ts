/**
 * What kinds of help the directory holds, and which of its services might help with what a contact tells. It
 * suggests an order and never leaves one out: a named person decides (DOMAIN 2, Decision, Other service).
 */
import { concernsOf, type ConcernId } from './concerns'
import { LEVEL_OF_NEED_LABELS, type LevelOfNeed } from './need-levels'

/** Kinds of help, in the order they are shown. Sources: DOMAIN 1 (Health, Voluntary sector) and 2 (Other service). */
export const HELP_KINDS = [
  { id: 'early_help', label: 'Early help' },
  { id: 'youth_work', label: 'Youth work and activities' },
  { id: 'parents', label: 'Support for parents and carers' },
  { id: 'counselling', label: 'Counselling' },
  { id: 'camhs', label: 'Mental health (CAMHS)' },
  { id: 'sexual_health', label: 'Sexual health' },
  { id: 'isva', label: 'Support after sexual violence (ISVA, SARC)' },
  { id: 'return_interviews', label: 'Return interviews after going missing' },
  { id: 'domestic_abuse', label: 'Domestic abuse' },
  { id: 'substance_use', label: 'Alcohol and drugs' },
  { id: 'education', label: 'School and learning' },
  { id: 'housing', label: 'Housing' },
  { id: 'advocacy', label: 'Advice and advocacy' },
] as const
export type HelpKind = (typeof HELP_KINDS)[number]['id']

/** Whom a service is for; many are for both. */
export const FOR_WHOM = [
  { id: 'young_people', label: 'Young people' },
  { id: 'parents', label: 'Parents and carers' },
] as const
export type ForWhom = (typeof FOR_WHOM)[number]['id']

/** Which kinds of help may help with a concern. Data: it says "may", and a person knows better. */
const MAY_HELP: Readonly<Partial<Record<ConcernId, readonly HelpKind[]>>> = {
  missing: ['return_interviews', 'youth_work'],
  unexplained_gifts: ['youth_work'],
  older_controlling_person: ['youth_work', 'isva'],
  online_contact: ['youth_work', 'parents'],
  images_shared: ['counselling', 'isva'],
  premises_of_concern: ['youth_work'],
  disclosure_of_exploitation: ['isva', 'counselling'],
  coercion_or_debt: ['isva', 'advocacy'],
  trafficked_or_moved: ['isva', 'return_interviews'],
  criminal_exploitation: ['youth_work', 'advocacy'],
  sexual_health: ['sexual_health'],
  sexual_abuse: ['isva', 'counselling', 'sexual_health'],
  physical_abuse: ['counselling'],
  emotional_abuse: ['counselling'],
  neglect: ['early_help'],
  domestic_abuse: ['domestic_abuse', 'counselling'],
  self_harm: ['camhs', 'counselling'],
  change_in_mood: ['camhs', 'counselling'],
  substance_use: ['substance_use'],
  school_absence: ['education', 'early_help'],
  behaviour: ['early_help', 'youth_work'],
  bullying: ['early_help', 'youth_work', 'education'],
  parenting_support: ['parents', 'early_help'],
  family_difficulty: ['early_help', 'parents', 'counselling'],
  housing: ['housing'],
  advice_sought: ['advocacy', 'early_help'],
}

/** What the rule needs to know of a service. */
export type ServiceFacts = { readonly name: string; readonly help: readonly string[]; readonly needs: readonly string[] }
export type SuggestedService<T> = { readonly service: T; readonly reasons: string[] }

/**
 * Every service, those that may help first: by how many of the concerns it may help with, then by whether it
 * serves this level of need, then by name. With each, why it stands where it does. What is added to a contact
 * never takes a reason away, and an unknown concern counts for nothing (DOMAIN 2, Decision).
 */
export function suggestServices<T extends ServiceFacts>(
  services: readonly T[],
  told: { readonly concerns: readonly string[]; readonly levelOfNeed: LevelOfNeed },
): SuggestedService<T>[] {
  const concerns = concernsOf(told.concerns)
  const ranked = services.map((service) => {
    const helps = concerns.filter(({ id }) => MAY_HELP[id as ConcernId]?.some((kind) => service.help.includes(kind)))
    const serves = service.needs.includes(told.levelOfNeed)
    const reasons = helps.map(({ label }) => `May help with: ${label}`)
    if (serves) reasons.push(`For ${LEVEL_OF_NEED_LABELS[told.levelOfNeed].toLowerCase()} need`)
    return { service, reasons, helps: helps.length, serves: Number(serves) }
  })
  ranked.sort((a, b) => b.helps - a.helps || b.serves - a.serves || a.service.name.localeCompare(b.service.name, 'en-GB'))
  return ranked.map(({ service, reasons }) => ({ service, reasons }))
}
