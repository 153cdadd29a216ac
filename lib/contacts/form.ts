import { fromDraft } from '../drafts/restore'
import type { ContactInput } from './schema'

/** What a contact form holds: the input of the command, with each kind of child kept while another is chosen. */
export type ContactForm = Omit<ContactInput, 'child' | 'anonymous' | 'immediateDanger' | 'channel' | 'sourceCode' | 'exploitation' | 'childKnows' | 'parentsKnow' | 'consent'> & {
  channel: string
  who: 'named' | 'anonymous' | ''
  sourceCode: string
  childKind: 'known' | 'new' | 'unidentified' | ''
  knownChild: { id: string; title: string } | null
  newChild: Extract<ContactInput['child'], { kind: 'new' }>['child']
  unidentified: string
  exploitation: string
  danger: 'yes' | 'no' | ''
  childKnows: string
  parentsKnow: string
  consent: string
}

/** An empty form under that key. */
export function emptyContact(submissionKey: string): ContactForm {
  return {
    submissionKey,
    receivedAt: '',
    channel: 'phone',
    who: 'named',
    referrerName: '',
    referrerRole: '',
    referrerOrganisation: '',
    referrerPhone: '',
    referrerEmail: '',
    identityWithheld: false,
    sourceCode: '',
    childKind: '',
    knownChild: null,
    newChild: { givenName: '', familyName: '', dateOfBirth: { day: '', month: '', year: '' }, birthEstimated: false, sex: 'U', line: '', postcode: '', phone: '', school: '' },
    unidentified: '',
    whatWasSaid: '',
    childWords: '',
    concerns: [],
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
  }
}

/** A form out of a draft: what fits is kept, the rest is empty. */
export function contactFromDraft(submissionKey: string, content: Record<string, unknown> | undefined): ContactForm {
  const empty = emptyContact(submissionKey)
  const form = fromDraft<ContactForm>(empty, content)
  const known = content?.knownChild as ContactForm['knownChild'] | undefined
  return { ...form, submissionKey, knownChild: known?.id && known.title ? known : null, newChild: { ...empty.newChild, ...form.newChild } }
}

/** The command's input out of a form: only what the answers ask for is sent. */
export function toContactInput(form: ContactForm): Record<string, unknown> {
  const { who, childKind, knownChild, newChild, unidentified, danger, ...rest } = form
  const anonymous = who === 'anonymous'
  return {
    ...rest,
    anonymous,
    ...(anonymous ? { referrerName: '', referrerRole: '', referrerOrganisation: '', referrerPhone: '', referrerEmail: '', sourceCode: '9' } : {}),
    child: childOf(childKind, knownChild, newChild, unidentified),
    immediateDanger: danger === '' ? undefined : danger === 'yes',
    dangerAction: danger === 'yes' ? form.dangerAction : '',
    consentReason: form.consent === 'given' ? '' : form.consentReason,
  }
}

function childOf(kind: ContactForm['childKind'], known: ContactForm['knownChild'], child: ContactForm['newChild'], description: string) {
  if (kind === 'known') return { kind, childId: known?.id ?? '' }
  if (kind === 'new') return { kind, child }
  if (kind === 'unidentified') return { kind, description }
  return undefined
}
