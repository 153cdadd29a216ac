import { fromDraft } from '../drafts/restore'
import { basisNeedsReason, USUAL_SHARING_BASIS } from '../pathway/sharing'
import { SUBJECT_KINDS, type SubjectKind } from '../pathway/subjects'
import type { ContactInput } from './schema'

/** A child chosen from a search, with whom an open case is, where there is one. */
export type KnownChild = { id: string; title: string; openCase: { practitioner: string | null } | null }

/** What a contact form holds: the input of the command, with each kind of child kept while another is chosen. */
export type ContactForm = Omit<ContactInput, 'child' | 'anonymous' | 'immediateDanger' | 'channel' | 'sourceCode' | 'exploitation' | 'childKnows' | 'parentsKnow' | 'consent' | 'medicalConsent' | 'sharingBasis'> & {
  channel: string
  who: 'named' | 'anonymous' | ''
  sourceCode: string
  childKind: 'known' | 'new' | 'unidentified' | ''
  knownChild: KnownChild | null
  /** Where a call about a child with an open case goes: to the case, unless somebody says that it is separate. */
  recordOn: 'case' | 'contact'
  newChild: Extract<ContactInput['child'], { kind: 'new' }>['child']
  unidentified: string
  exploitation: string
  danger: 'yes' | 'no' | ''
  childKnows: string
  parentsKnow: string
  consent: string
  medicalConsent: string
  sharingBasis: string
}

/** What stands under "How it came" and "Who they are" before anybody chose. */
export const USUAL_CALL = { channel: 'phone', sourceCode: '' } as const

/** An empty form under that key. */
export function emptyContact(submissionKey: string): ContactForm {
  return {
    submissionKey,
    receivedAt: '',
    ...USUAL_CALL,
    callTemplate: '',
    who: 'named',
    referrerName: '',
    referrerRole: '',
    referrerOrganisation: '',
    referrerPhone: '',
    referrerEmail: '',
    identityWithheld: false,
    childKind: '',
    knownChild: null,
    newChild: { givenName: '', familyName: '', dateOfBirth: { day: '', month: '', year: '' }, birthEstimated: false, sex: 'U', line: '', postcode: '', phone: '', school: '' },
    recordOn: 'case',
    separateReason: '',
    unidentified: '',
    subjects: [],
    whatWasSaid: '',
    childWords: '',
    concerns: [],
    schoolDaysMissed: '',
    exploitation: '',
    danger: '',
    dangerAction: '',
    whereabouts: '',
    othersAtRisk: '',
    childKnows: 'not_known',
    parentsKnow: 'not_known',
    familyViews: '',
    consent: '',
    consentReason: '',
    medicalConsent: '',
    medicalConsentNote: '',
    sharingBasis: USUAL_SHARING_BASIS,
    sharingNote: '',
  }
}

/** A form out of a draft: what fits is kept, the rest is empty. */
export function contactFromDraft(submissionKey: string, content: Record<string, unknown> | undefined): ContactForm {
  const empty = emptyContact(submissionKey)
  const form = fromDraft<ContactForm>(empty, content)
  const known = content?.knownChild as Partial<KnownChild> | undefined
  return {
    ...form,
    submissionKey,
    knownChild: known?.id && known.title ? { id: known.id, title: known.title, openCase: known.openCase ?? null } : null,
    newChild: { ...empty.newChild, ...form.newChild },
    subjects: form.subjects.filter((subject) => typeof subject?.label === 'string' && SUBJECT_KINDS.some(({ id }) => id === subject.kind)).map(({ kind, label, note }) => ({ kind, label, note: note ?? '' })),
  }
}

/** An empty line for a person, a place or a vehicle. */
export function emptySubject(kind: SubjectKind): ContactForm['subjects'][number] {
  return { kind, label: '', note: '' }
}

/** Whether what is typed goes to the child's open case; a child whose case is not open goes nowhere else than to a contact. */
export function goesToCase({ childKind, knownChild, recordOn }: Pick<ContactForm, 'childKind' | 'knownChild' | 'recordOn'>): boolean {
  return childKind === 'known' && Boolean(knownChild?.openCase) && recordOn === 'case'
}

/** The command's input out of a form: only what the answers ask for is sent. */
export function toContactInput(form: ContactForm): Record<string, unknown> {
  const { who, childKind, knownChild, recordOn, newChild, unidentified, danger, ...rest } = form
  const anonymous = who === 'anonymous'
  return {
    ...rest,
    anonymous,
    ...(anonymous ? { referrerName: '', referrerRole: '', referrerOrganisation: '', referrerPhone: '', referrerEmail: '', sourceCode: '9' } : {}),
    child: childOf(childKind, knownChild, newChild, unidentified),
    immediateDanger: danger === '' ? undefined : danger === 'yes',
    dangerAction: danger === 'yes' ? form.dangerAction : '',
    consentReason: form.consent === 'given' ? '' : form.consentReason,
    medicalConsentNote: form.medicalConsent === '' ? '' : form.medicalConsentNote,
    sharingNote: basisNeedsReason(form.sharingBasis) ? form.sharingNote : '',
    schoolDaysMissed: form.concerns.includes('school_absence') ? form.schoolDaysMissed : '',
    separateReason: childKind === 'known' && knownChild?.openCase && recordOn === 'contact' ? form.separateReason : '',
  }
}

function childOf(kind: ContactForm['childKind'], known: ContactForm['knownChild'], child: ContactForm['newChild'], description: string) {
  if (kind === 'known') return { kind, childId: known?.id ?? '' }
  if (kind === 'new') return { kind, child }
  if (kind === 'unidentified') return { kind, description }
  return undefined
}
