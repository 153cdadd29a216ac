import { z } from 'zod'
import { newChildSchema, phone } from '../children/schema'
import { codesOf, idsOf, oneOf, pageKey, text, version } from '../input'
import { SOURCES } from '../pathway/codes'
import { OUTCOMES } from '../pathway/routing'
import { shareFields } from '../sharing/schema'
import { CHANNELS, CONCERN_TYPES, EXPLOITATION_FLAGS, KNOWS } from '../pathway/words'

/** Which child a contact is about: one on record, one to be added, or nobody who could be named. */
export const childChoiceSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('known'), childId: z.uuid('Choose the child from the list') }),
    z.strictObject({ kind: z.literal('new'), child: newChildSchema }),
    z.strictObject({ kind: z.literal('unidentified'), description: text('What you know of the child', { max: 1000 }) }),
  ],
  'Say which child this is about',
)

export const CONSENTS = ['given', 'refused', 'not_sought'] as const
export const CONSENT_LABELS: Record<(typeof CONSENTS)[number], string> = {
  given: 'Yes, they agree',
  refused: 'No, they do not agree',
  not_sought: 'Not asked',
}

/** A contact as the front door writes it down. The form and the command share it, and so the messages. */
export const contactSchema = z
  .strictObject({
    /** Made when the form is opened; the draft goes under it, and sending twice makes one contact. */
    submissionKey: z.uuid(),
    /** London date and time, 'YYYY-MM-DDTHH:mm'; empty for now. */
    receivedAt: z.string().regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/, 'Enter the date and time it came'),
    channel: oneOf(idsOf(CHANNELS), 'Choose how it came'),
    anonymous: z.boolean(),
    referrerName: text('Name', { max: 150 }),
    referrerRole: text('Role', { max: 150 }),
    referrerOrganisation: text('Organisation', { max: 150 }),
    referrerPhone: phone,
    referrerEmail: text('E-mail', { max: 254 }).pipe(z.literal('').or(z.email('Enter an e-mail address, such as name@example.org, or leave it empty'))),
    identityWithheld: z.boolean(),
    sourceCode: oneOf(codesOf(SOURCES), 'Choose who told us'),
    child: childChoiceSchema,
    whatWasSaid: text('What was said', { max: 20_000, required: 'Write down what was said' }),
    childWords: text('The child’s own words', { max: 5_000 }),
    concerns: z.array(oneOf(idsOf(CONCERN_TYPES), 'Choose from the list')).max(CONCERN_TYPES.length),
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
  })
  .superRefine((contact, context) => {
    const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!contact.anonymous && !contact.referrerName) ask('referrerName', 'Enter the name of who told us, or say that they are anonymous')
    if (contact.anonymous !== (contact.sourceCode === '9')) ask('sourceCode', contact.anonymous ? 'For an anonymous contact choose ‘Anonymous’' : 'Choose who told us, or say that they are anonymous')
    if (contact.immediateDanger && !contact.dangerAction) ask('dangerAction', 'Say what has been done about the danger')
    if (contact.consent === 'not_sought' && !contact.consentReason) ask('consentReason', 'Say why the family was not asked')
  })

export type ContactInput = z.input<typeof contactSchema>
export type ContactEntry = z.output<typeof contactSchema>

export const REFERRER_TOLD = ['yes', 'not_yet', 'cannot'] as const
export const REFERRER_TOLD_LABELS: Record<(typeof REFERRER_TOLD)[number], string> = {
  yes: 'Yes, they have been told',
  not_yet: 'Not yet',
  cannot: 'They cannot be told',
}

/** Where a contact goes and why. */
export const decisionSchema = z
  .strictObject({
    contactId: z.uuid(),
    version,
    outcomes: z.array(oneOf(OUTCOMES, 'Choose from the list')).min(1, 'Choose where this goes').max(OUTCOMES.length),
    /** The service's name, where it goes to another service. */
    service: text('Service', { max: 150 }),
    /** Agencies of the area that answer in Waymark, where it goes to them. */
    agencies: z.array(z.uuid('Choose from the list')).max(20).default([]),
    ...shareFields,
    /** What the receivers are told: what they need and no more. */
    summary: text('What they need to know', { max: 4_000 }),
    rationale: text('Reason', { max: 4_000, required: 'Give the reason for this decision' }),
    referrerTold: oneOf(REFERRER_TOLD, 'Say whether the person who told us knows the outcome'),
    toldNote: text('What they were told', { max: 1_000 }),
  })
  .superRefine((decision, context) => {
    const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (new Set(decision.outcomes).size !== decision.outcomes.length) ask('outcomes', 'Choose each once')
    if (decision.outcomes.includes('advice') && decision.outcomes.length > 1) ask('outcomes', 'Choose ‘Information and advice’ alone, or a referral')
    if (decision.outcomes.includes('other_service') && !decision.service && !decision.agencies.length) ask('service', 'Name the service')
    if (new Set(decision.agencies).size !== decision.agencies.length) ask('agencies', 'Choose each once')
    if (decision.outcomes.some((outcome) => outcome !== 'advice') && !decision.summary) ask('summary', 'Write what they need to know')
    if (decision.referrerTold !== 'not_yet' && !decision.toldNote) ask('toldNote', decision.referrerTold === 'yes' ? 'Say what they were told' : 'Say why they cannot be told')
  })

export const nameChildSchema = z.strictObject({ contactId: z.uuid(), version, child: childChoiceSchema })

export const CONTACT_FILTERS = ['undecided', 'exploitation', 'all'] as const

export const contactListSchema = z.strictObject({
  show: oneOf(CONTACT_FILTERS, 'Choose from the list').default('undecided'),
  after: pageKey,
})
