import { z } from 'zod'
import { oneOf, text, version } from '../input'
import { shareFields } from '../sharing/schema'

const which = { referralId: z.uuid(), version }
/** Who at a service outside Waymark said so; asked for where the front door answers in its name. */
const saidBy = text('Who said so', { max: 150 }).default('')

/** CATE's own: it opens a case. */
export const openCaseSchema = z.strictObject(which)

export const acceptSchema = z.strictObject({ ...which, saidBy })

export const acknowledgeSchema = z.strictObject({ ...which, saidBy })

export const declineSchema = z.strictObject({
  ...which,
  reason: text('Reason', { max: 2_000, required: 'Say why the referral is declined: the person who sent it will read this' }),
  saidBy,
})

export const actSchema = z.strictObject({
  ...which,
  action: text('What was done', { max: 4_000, required: 'Say what was done' }),
  saidBy,
})

export const closeSchema = z.strictObject({
  ...which,
  outcome: text('The outcome', { max: 4_000, required: 'Say what came of it' }),
  saidBy,
})

export const SEND_TO = ['cate', 'safeguarding', 'agency', 'service'] as const
export const SEND_TO_LABELS: Record<(typeof SEND_TO)[number], string> = {
  cate: 'The CATE team',
  safeguarding: 'The safeguarding team',
  agency: 'An agency that answers in Waymark',
  service: 'Another service',
}

/** A further referral of a contact that is decided: to whom, with what and why. */
export const sendOnSchema = z
  .strictObject({
    /** Made when the form is opened: sending it twice makes one referral. */
    submissionKey: z.uuid(),
    contactId: z.uuid(),
    /** The referral that ended before: one that was declined, which this takes the place of, or one that is closed. */
    followsId: z.uuid().nullable(),
    to: oneOf(SEND_TO, 'Choose where it goes'),
    agencyId: z.literal('').or(z.uuid('Choose the agency')),
    service: text('Service', { max: 150 }),
    /** The same service in the directory, where it was chosen from there. */
    serviceId: z.literal('').or(z.uuid()).optional(),
    summary: text('What they need to know', { max: 4_000, required: 'Write what they need to know' }),
    reason: text('Reason', { max: 2_000, required: 'Say why it goes there' }),
    ...shareFields,
  })
  .superRefine((form, context) => {
    const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (form.to === 'agency' && !form.agencyId) ask('agencyId', 'Choose the agency')
    if (form.to === 'service' && !form.service && !form.serviceId) ask('service', 'Name the service')
  })

export const TOLD_HOW = ['phone', 'email', 'letter', 'in_person', 'cannot'] as const
export const TOLD_HOW_LABELS: Record<(typeof TOLD_HOW)[number], string> = {
  phone: 'By phone',
  email: 'By e-mail',
  letter: 'By letter',
  in_person: 'In person',
  cannot: 'They cannot be told',
}

/** That whoever told us was told what came of it, or why they cannot be. */
export const tellSchema = z.strictObject({
  contactId: z.uuid(),
  /** Which referral's outcome; null for the decision on the contact. */
  referralId: z.uuid().nullable(),
  toWhom: text('Who was told', { max: 150, required: 'Say who was told' }),
  how: oneOf(TOLD_HOW, 'Say how they were told'),
  words: text('What they were told', { max: 2_000, required: 'Say what they were told, or why they cannot be' }),
})

export const REFERRAL_FILTERS = ['waiting', 'overdue', 'declined', 'closed', 'untold', 'mine', 'all'] as const
export const RECEIVED_FILTERS = ['waiting', 'answered', 'all'] as const
