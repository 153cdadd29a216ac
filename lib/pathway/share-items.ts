/**
 * What may be shared with whoever receives a referral, for what purpose and on what basis. Source: DOMAIN 4,
 * Sharing: consent to share is not needed where a child is at risk of harm; what is shared, or not, has a reason.
 */
import { SHARING_BASES } from './sharing'

/** The items of a contact and a child that can be shared, each by itself, in the order they are shown. */
export const SHARE_ITEMS = [
  { id: 'name', label: 'Name' },
  { id: 'date_of_birth', label: 'Date of birth' },
  { id: 'address', label: 'Address' },
  { id: 'phone', label: 'Phone' },
  { id: 'school', label: 'School or college' },
  { id: 'what_was_said', label: 'What was said' },
  { id: 'child_words', label: 'The child’s own words' },
  { id: 'concerns', label: 'Concerns' },
  { id: 'danger', label: 'Immediate danger, and what was done' },
  { id: 'whereabouts', label: 'Where the child is' },
  { id: 'others_at_risk', label: 'Who else is at risk' },
  { id: 'family_views', label: 'What the family thinks' },
  { id: 'who_told_us', label: 'Who told us' },
  { id: 'earlier_contacts', label: 'Earlier contacts, in short' },
] as const

export type ShareItem = (typeof SHARE_ITEMS)[number]['id']

/** One item as it was shared: the words of that day. */
export type Shared = { readonly id: string; readonly label: string; readonly value: string }

/** Whom the referral is about: enough to find her, and why. */
const USUAL: readonly ShareItem[] = ['name', 'date_of_birth', 'concerns']

/**
 * The items chosen beforehand, of those there are: what a receiver cannot do without. Everything else is chosen
 * by a person. Who told us is never among them: whoever asks for it to be withheld must not be given away by haste.
 */
export function preselected(available: readonly ShareItem[]): ShareItem[] {
  return available.filter((item) => USUAL.includes(item))
}

/** What it is shared for. */
export const PURPOSES = [
  { id: 'protect', label: 'To keep a child from harm' },
  { id: 'assess', label: 'So that they can assess what is needed' },
  { id: 'help', label: 'So that they can help the child or the family' },
  { id: 'crime', label: 'To prevent or look into a crime' },
] as const
export type Purpose = (typeof PURPOSES)[number]['id']

/** The bases of DOMAIN 4 that something is shared on: those of a contact, without the decision not to share. */
export const LAWFUL_BASES = [SHARING_BASES[0], SHARING_BASES[1]] as const
export type LawfulBasis = (typeof LAWFUL_BASES)[number]['id']
