import { z } from 'zod'
import { newChildSchema } from '../children/schema'
import { codesOf, idsOf, oneOf, pageKey, period, periodInOrder, text, version } from '../input'
import { SOURCE_GROUPS } from '../pathway/codes'
import { LEVELS_OF_NEED } from '../pathway/need-levels'
import { OUTCOMES } from '../pathway/routing'
import { CHANNELS, EXPLOITATION_FLAGS } from '../pathway/words'
import { eachFields, shareFields, THE_SERVICE } from '../sharing/schema'
import { callFields, checkCall } from './call-schema'

export { CONSENT_LABELS, CONSENTS } from './call-schema'

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

/** A contact as the front door writes it down. The form and the command share it, and so the messages. */
export const contactSchema = z
  .strictObject({
    ...callFields,
    child: childChoiceSchema,
    /** Why this is a contact of its own, where the child has an open case. */
    separateReason: text('Reason', { max: 1_000 }),
  })
  .superRefine(checkCall)

/** A call about a child with an open case, recorded on the case: the same call, about a child on record. */
export const caseNoteSchema = z
  .strictObject({ ...callFields, child: z.strictObject({ kind: z.literal('known', 'Choose a child on record'), childId: z.uuid('Choose the child from the list') }) })
  .superRefine(checkCall)

export type ContactInput = z.input<typeof contactSchema>
export type ContactEntry = z.output<typeof contactSchema>
export type CaseNoteInput = z.input<typeof caseNoteSchema>
/** What a call leaves, wherever it is recorded. */
export type CallEntry = Omit<ContactEntry, 'child' | 'separateReason'>

export const REFERRER_TOLD = ['yes', 'not_yet', 'cannot'] as const
export const REFERRER_TOLD_LABELS: Record<(typeof REFERRER_TOLD)[number], string> = {
  yes: 'Yes, they have been told',
  not_yet: 'Not yet',
  cannot: 'They cannot be told',
}

/** Whom a decision sends something to outside the council's teams, as what is chosen for each names them. */
export function outsideReceivers({ agencies, service, serviceId }: { agencies: readonly string[]; service: string; serviceId?: string | undefined }): string[] {
  return [...agencies, ...(service || serviceId ? [THE_SERVICE] : [])]
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
    ...eachFields,
    /** The same service in the directory, where it was chosen from there. */
    serviceId: z.literal('').or(z.uuid()).optional(),
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
    for (const receiver of decision.apart && decision.outcomes.includes('other_service') ? outsideReceivers(decision) : []) {
      if (!decision.each?.[receiver]) context.addIssue({ code: 'custom', path: ['apart'], message: 'Choose what each of them is given' })
    }
    if (decision.outcomes.some((outcome) => outcome !== 'advice') && !decision.summary) ask('summary', 'Write what they need to know')
    if (decision.referrerTold !== 'not_yet' && !decision.toldNote) ask('toldNote', decision.referrerTold === 'yes' ? 'Say what they were told' : 'Say why they cannot be told')
  })

export const nameChildSchema = z.strictObject({ contactId: z.uuid(), version, child: childChoiceSchema })

export const CONTACT_FILTERS = ['undecided', 'late', 'exploitation', 'decided', 'all'] as const
const CONTACT_SORTS = ['received', '-received', 'due', '-due'] as const

const fromList = 'Choose from the list'

export const contactListSchema = z
  .strictObject({
    show: oneOf(CONTACT_FILTERS, fromList).default('undecided'),
    exploitation: oneOf(EXPLOITATION_FLAGS, fromList).optional(),
    channel: oneOf(idsOf(CHANNELS), fromList).optional(),
    source: oneOf(codesOf(SOURCE_GROUPS), fromList).optional(),
    need: oneOf(LEVELS_OF_NEED, fromList).optional(),
    /** Received in these London days. */
    ...period,
    sort: oneOf(CONTACT_SORTS, fromList).optional(),
    after: pageKey,
  })
  .refine(...periodInOrder)

/** How a list of contacts stands unless somebody sorts it: what is due first, or what came last. */
export function contactSort({ show, sort }: Pick<z.output<typeof contactListSchema>, 'show' | 'sort'>): (typeof CONTACT_SORTS)[number] {
  return sort ?? (show === 'undecided' || show === 'late' ? 'due' : '-received')
}

export const ownContactListSchema = z
  .strictObject({ ...period, sort: oneOf(['received', '-received'], fromList).default('-received'), after: pageKey })
  .refine(...periodInOrder)
