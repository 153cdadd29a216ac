/**
 * A person, place or vehicle that a contact is about, with or without a child (DOMAIN 2, Contact). What was said
 * stays as it was said; beside it stands what can be compared between contacts.
 */

export const SUBJECT_KINDS = [
  { id: 'person', label: 'Person', ask: 'Name, or what they are called', hint: 'Nickname, age or look where no name is known' },
  { id: 'place', label: 'Place', ask: 'Address, or what the place is called', hint: 'With the postcode where you have it' },
  { id: 'vehicle', label: 'Vehicle', ask: 'Registration, or what it looks like', hint: 'Part of a registration helps too' },
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]['id']

// as vehicles carry them since 1963: AB12 CDE, A123 BCD, ABC 123A. Others are taken where nothing else is said
const REGISTRATIONS = [/\b[A-Z]{2}\d{2} ?[A-Z]{3}\b/, /\b[A-Z]\d{1,3} ?[A-Z]{3}\b/, /\b[A-Z]{3} ?\d{1,3}[A-Z]\b/]
const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/

/**
 * What can be compared, in capitals: a registration without spaces; a name or an address without accents and
 * punctuation, its postcode as one word. Empty where there is nothing to compare: a vehicle without a
 * registration is like too many others. Giving it its own answer changes nothing.
 */
export function normaliseSubject(kind: SubjectKind, label: string): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().replace(/['’]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  if (kind === 'vehicle') return registrationIn(plain)
  return kind === 'place' ? plain.replace(POSTCODE, '$1$2') : plain
}

function registrationIn(plain: string): string {
  for (const shape of REGISTRATIONS) {
    const found = shape.exec(plain)?.[0]
    if (found) return found.replaceAll(' ', '')
  }
  const whole = plain.replaceAll(' ', '')
  return whole.length >= 3 && whole.length <= 8 && /\d/.test(whole) && /[A-Z]/.test(whole) ? whole : ''
}
