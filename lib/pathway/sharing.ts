/**
 * On what basis information from a contact is shared. Consent to share is not needed where a child is at risk of
 * harm, and is not among these: consent to a service and consent to medical care are questions of their own.
 * Source: DOMAIN 4, Sharing (UK GDPR Art 6(1)(e)/(c), Art 9(2)(g) with DPA 2018 Sch 1 para 18).
 */

export type SharingBasis = {
  readonly id: string
  readonly label: string
  readonly hint: string
  /** The provisions, as a lawyer would name them. */
  readonly law: string
  /** Whether a reason must stand beside it. */
  readonly needsReason: boolean
}

export const SHARING_BASES = [
  {
    id: 'public_task', label: 'Our task is to safeguard a child who may be at risk', needsReason: false,
    hint: 'The usual basis. Consent is not needed.',
    law: 'UK GDPR Art 6(1)(e) and 9(2)(g); DPA 2018 Sch 1 para 18',
  },
  {
    id: 'legal_obligation', label: 'A law requires it', needsReason: true,
    hint: 'For example a court order, or a duty to refer. Say which.',
    law: 'UK GDPR Art 6(1)(c) and 9(2)(g); DPA 2018 Sch 1 para 18',
  },
  {
    id: 'not_to_share', label: 'Not to be shared further for now', needsReason: true,
    hint: 'A decision not to share is recorded with its reason too.',
    law: 'No basis claimed',
  },
] as const satisfies readonly SharingBasis[]
export type SharingBasisId = (typeof SHARING_BASES)[number]['id']

/** What a new form shows: the basis of nearly every contact (DOMAIN 4). The person can change it. */
export const USUAL_SHARING_BASIS: SharingBasisId = 'public_task'

const BY_ID: ReadonlyMap<string, SharingBasis> = new Map(SHARING_BASES.map((basis) => [basis.id, basis]))

/** Whether this basis asks for a reason in words. An unknown or missing one does not: an old record must open. */
export function basisNeedsReason(id: string | null | undefined): boolean {
  return BY_ID.get(id ?? '')?.needsReason ?? false
}

/** A stored basis in words, with its law; null where the question was not asked when it was written down. */
export function basisInWords(id: string | null | undefined): string | null {
  const basis = BY_ID.get(id ?? '')
  return basis ? `${basis.label} (${basis.law})` : null
}
