import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { childDetailsSchema, newChildSchema } from '../../lib/children/schema'
import type { CaseNoteInput, ContactInput, decisionSchema } from '../../lib/contacts/schema'
import type { TemplateInput } from '../../lib/templates/schema'
import type { newServiceSchema } from '../../lib/services/schema'

type NewChild = z.input<typeof newChildSchema>
type ChildEdit = z.input<typeof childDetailsSchema>
type Decision = z.input<typeof decisionSchema>
type NewService = z.input<typeof newServiceSchema>

/** Forms filled in well. A test changes the one thing it is about. */

export function newChild(over: Partial<NewChild> = {}): NewChild {
  return {
    givenName: 'Maisie', familyName: 'Underhill', dateOfBirth: { day: '14', month: '2', year: '2011' },
    birthEstimated: false, sex: 'F',
    line: '4 Lime Street', postcode: 'TF1 2AB', phone: '07700 900123', school: 'Brook High', ...over,
  }
}

export function contactForm(over: Partial<ContactInput> = {}): ContactInput {
  return {
    submissionKey: randomUUID(), receivedAt: '', channel: 'phone', anonymous: false, referrerName: 'Gwen Hart',
    referrerRole: 'Teacher',
    referrerOrganisation: '', referrerPhone: '', referrerEmail: '', identityWithheld: false, sourceCode: '2A',
    child: { kind: 'new', child: newChild() }, whatWasSaid: 'She came to school with a new phone', childWords: '', concerns: [],
    exploitation: 'no', immediateDanger: false, dangerAction: '', whereabouts: '', othersAtRisk: '',
    childKnows: 'yes', parentsKnow: 'not_known',
    familyViews: '', consent: 'given', consentReason: '', medicalConsent: '', medicalConsentNote: '',
    sharingBasis: 'public_task', sharingNote: '', schoolDaysMissed: '', callTemplate: '', subjects: [], separateReason: '', ...over,
  }
}

/** The same call, about a child on record whose case is open. */
export function caseCallForm(childId: string, over: Partial<CaseNoteInput> = {}): CaseNoteInput {
  const { separateReason: _, ...call } = contactForm()
  return { ...call, child: { kind: 'known', childId }, ...over }
}

export function decisionForm(contactId: string, over: Partial<Decision> = {}): Decision {
  return {
    contactId, version: 1, outcomes: ['advice'], service: '', summary: '',
    rationale: 'What was told calls for advice', referrerTold: 'not_yet',
    toldNote: '', ...over,
  }
}

export function childForm(childId: string, over: Partial<ChildEdit> = {}): ChildEdit {
  return {
    childId, version: 1, givenName: 'Robin', familyName: 'Test', knownAs: '',
    dateOfBirth: { day: '3', month: '4', year: '2011' }, birthEstimated: false,
    sex: 'U', ethnicity: 'NOBT', disabilities: [], firstLanguage: '', interpreterNeeded: false, legalStatus: '',
    nhsNumber: '', upn: '', school: '',
    gpPractice: '', howToSpeak: '', pronouns: '', communicationNeeds: '', ifMissing: '', ifInDanger: '', ifAtNight: '', ...over,
  }
}

export function templateForm(over: Partial<TemplateInput> = {}): TemplateInput {
  return { basedOn: '', name: 'Cinema or arcade', channel: '', sourceCode: '8', prompts: 'Where was it?\nWho was there?', offered: true, ...over }
}

/** A service under a name like no other. */
export function serviceForm(over: Partial<NewService> = {}): NewService {
  const serviceId = randomUUID()
  return {
    serviceId, name: `Service ${serviceId}`, agencyId: '', help: ['counselling'], needs: ['early_help'], forWhom: ['young_people'],
    ageFrom: '', ageTo: '', offers: 'Somebody to talk to', howToRefer: 'Call', openingHours: '', phone: '01632 960 001',
    outOfHoursPhone: '', web: '', address: '', access: '', ...over,
  }
}
