import { z } from 'zod'
import { phone } from '../children/schema'
import { codesOf, idsOf, oneOf, text } from '../input'
import { partsOf } from '../pathway/call-templates'
import { SOURCES } from '../pathway/codes'
import { basisNeedsReason, SHARING_BASES } from '../pathway/sharing'
import { SUBJECT_KINDS } from '../pathway/subjects'
import { CHANNELS, CONCERN_TYPES, EXPLOITATION_FLAGS, KNOWS } from '../pathway/words'

export const CONSENTS = ['given', 'refused', 'not_sought'] as const
export const CONSENT_LABELS: Record<(typeof CONSENTS)[number], string> = {
  given: 'Yes, they agree',
  refused: 'No, they do not agree',
  not_sought: 'Not asked',
}
/** The same answers to another question, in words of their own: the two are never taken for each other. */
export const MEDICAL_CONSENT_LABELS: Record<(typeof CONSENTS)[number], string> = {
  given: 'Agreed to medical care',
  refused: 'Refused medical care',
  not_sought: 'Not asked about medical care',
}

const subject = z.strictObject({
  kind: oneOf(idsOf(SUBJECT_KINDS), 'Choose a person, a place or a vehicle'),
  label: text('This', { max: 300, required: 'Say who, what or where, or remove it' }),
  note: text('Note', { max: 1_000 }),
})

/** Whole school days, as typed; null where nobody knows. */
const schoolDays = z
  .string()
  .regex(/^\s*\d{0,3}\s*$/, 'Enter whole school days, such as 12, or leave it empty')
  .transform((days) => (days.trim() === '' ? null : Number(days)))
  .refine((days) => days === null || days <= 366, 'Enter 366 school days or fewer')

/** What every call is asked, whether it becomes a contact or a note on a case. */
export const callFields = {
  /** Made when the form is opened; the draft goes under it, and sending twice makes one record. */
  submissionKey: z.uuid(),
  /** London date and time, 'YYYY-MM-DDTHH:mm'; empty for now. */
  receivedAt: z.string().regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/, 'Enter the date and time it came'),
  channel: oneOf(idsOf(CHANNELS), 'Choose how it came'),
  /** The version of the script that was used, e.g. 'school/waymark-1'; empty where none was. */
  callTemplate: z.string().max(80).refine((ref) => ref === '' || partsOf(ref) !== null, 'Choose the kind of call again'),
  anonymous: z.boolean(),
  referrerName: text('Name', { max: 150 }),
  referrerRole: text('Role', { max: 150 }),
  referrerOrganisation: text('Organisation', { max: 150 }),
  referrerPhone: phone,
  referrerEmail: text('E-mail', { max: 254 }).pipe(z.literal('').or(z.email('Enter an e-mail address, such as name@example.org, or leave it empty'))),
  identityWithheld: z.boolean(),
  sourceCode: oneOf(codesOf(SOURCES), 'Choose who told us'),
  subjects: z.array(subject).max(20, 'Write down at most 20; put the rest under what was said'),
  whatWasSaid: text('What was said', { max: 20_000, required: 'Write down what was said' }),
  childWords: text('The child’s own words', { max: 5_000 }),
  concerns: z.array(oneOf(idsOf(CONCERN_TYPES), 'Choose from the list')).max(CONCERN_TYPES.length),
  schoolDaysMissed: schoolDays,
  exploitation: oneOf(EXPLOITATION_FLAGS, 'Say whether exploitation is a concern'),
  immediateDanger: z.boolean('Say whether anyone is in immediate danger'),
  dangerAction: text('What has been done', { max: 2_000 }),
  whereabouts: text('Where the child is now', { max: 500 }),
  othersAtRisk: text('Who else is at risk', { max: 1_000 }),
  childKnows: oneOf(idsOf(KNOWS), 'Say whether the child knows about this contact'),
  parentsKnow: oneOf(idsOf(KNOWS), 'Say whether the parents know about this contact'),
  familyViews: text('What they think', { max: 2_000 }),
  consent: oneOf(CONSENTS, 'Say whether the family agrees to help'),
  consentReason: text('Reason', { max: 1_000 }),
  /** Empty where no medical care is in question. */
  medicalConsent: oneOf([...CONSENTS, ''], 'Say whether they agree to medical care'),
  medicalConsentNote: text('Medical consent', { max: 1_000 }),
  sharingBasis: oneOf(idsOf(SHARING_BASES), 'Say on what basis this is shared'),
  sharingNote: text('Reason', { max: 1_000 }),
}

type Call = z.output<z.ZodObject<typeof callFields>>

/** What one answer asks of another, with the message at the field that is missing. */
export function checkCall(call: Call, context: z.core.$RefinementCtx): void {
  const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (!call.anonymous && !call.referrerName) ask('referrerName', 'Enter the name of who told us, or say that they are anonymous')
  if (call.anonymous !== (call.sourceCode === '9')) ask('sourceCode', call.anonymous ? 'For an anonymous contact choose ‘Anonymous’' : 'Choose who told us, or say that they are anonymous')
  if (call.immediateDanger && !call.dangerAction) ask('dangerAction', 'Say what has been done about the danger')
  if (call.consent === 'not_sought' && !call.consentReason) ask('consentReason', 'Say why the family was not asked')
  if (call.medicalConsent === 'not_sought' && !call.medicalConsentNote) ask('medicalConsentNote', 'Say why they were not asked about medical care')
  if (basisNeedsReason(call.sharingBasis) && !call.sharingNote) ask('sharingNote', call.sharingBasis === 'legal_obligation' ? 'Say which law or order requires it' : 'Say why it is not to be shared')
}
