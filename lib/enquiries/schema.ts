import { z } from 'zod'
import { idsOf, oneOf, plainDate, text, version } from '../input'
import { CAVEATS, NAMEABLE } from '../pathway/caveats'
import { ENQUIRY_ROUTES, ENTRY_NATURES, ENTRY_TOPICS } from '../pathway/enquiry-words'
import { NAME_KINDS } from '../pathway/names'

/** London date and time, 'YYYY-MM-DDTHH:mm'. */
const dueAt = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Enter the date and time by which to answer')
const besides = text('What else this agency is asked', { max: 1_000 })

/** An enquiry as the safeguarding lead opens it. */
export const beginSchema = z
  .strictObject({
    /** Made when the form is opened: sending twice makes one enquiry. */
    submissionKey: z.uuid(),
    subject: oneOf(['child', 'person'], 'Say whom this is about'),
    childId: z.uuid().optional(),
    contactId: z.uuid().optional(),
    personName: text('Name', { max: 200 }),
    personDetails: text('What is known of them', { max: 2_000 }),
    subjectLine: text('Who the agencies are asked about', { max: 300, required: 'Say whom the agencies are asked about, so that they can find their records' }),
    told: text('What the agencies are told', { max: 2_000, required: 'Write what the agencies are told: what they need to answer, and no more' }),
    question: text('The question', { max: 2_000, required: 'Write what you ask' }),
    agencyIds: z
      .array(z.uuid())
      .min(1, 'Choose the agencies to ask')
      .max(200)
      .refine((ids) => new Set(ids).size === ids.length, 'Choose each agency once'),
    /** What one agency alone is asked besides, and no other reads. */
    besides: z.array(z.strictObject({ agencyId: z.uuid(), text: besides })).max(200).default([]),
    dueAt,
  })
  .superRefine((enquiry, context) => {
    const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (enquiry.subject === 'child' && !enquiry.childId) ask('subject', 'No child is named: ask about the person instead')
    if (enquiry.subject === 'person' && !enquiry.personName) ask('personName', 'Enter a name, or what they are known by')
    if (enquiry.besides.some(({ agencyId }) => !enquiry.agencyIds.includes(agencyId))) ask('besides', 'You wrote to an agency that you do not ask: choose it, or take the words out')
  })

/** One more agency for an open enquiry: it is told what the others were told. */
export const askAnotherSchema = z.strictObject({ enquiryId: z.uuid(), agencyId: z.uuid('Choose an agency'), besides, dueAt })

/** Another time to answer, for the agencies that have not. */
export const moveTimeSchema = z.strictObject({
  enquiryId: z.uuid(),
  /** The time as it stood when the form was opened, as an ISO instant: of two who move it at once, one is refused. */
  was: z.iso.datetime(),
  /** As `dueAt` above; named apart because both forms stand on one page. */
  newDueAt: dueAt,
  reason: text('Reason', { max: 1_000, required: 'Say why the time is moved' }),
})

const entryShape = {
  /** The day it is about; empty where only `approximately` can be said. */
  day: plainDate,
  approximately: text('Roughly when', { max: 200 }),
  text: text('What you know', { max: 5_000, required: 'Write what you know' }),
  nature: oneOf(ENTRY_NATURES, 'Say whether this is a fact or an opinion'),
  source: text('Source', { max: 300, required: 'Say how you know' }),
  topic: oneOf([...idsOf(ENTRY_TOPICS), ''], 'Choose from the list'),
  topicValue: text('The answer in a few words', { max: 200 }),
  caveat: oneOf(idsOf(CAVEATS), 'Say who may read this'),
  caveatFor: z.array(oneOf(idsOf(NAMEABLE), 'Choose from the list')).max(NAMEABLE.length),
  askWhom: text('Whom to ask', { max: 200 }),
}

type Entry = z.output<z.ZodObject<typeof entryShape>>

function checkEntry(entry: Entry, context: z.RefinementCtx): void {
  const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (!entry.day && !entry.approximately) ask('day', 'Enter the day, or say roughly when')
  if (entry.topic && !entry.topicValue) ask('topicValue', 'Write the answer in a few words, so that it can be set beside what others say')
  if (entry.caveat === 'named' && !entry.caveatFor.length) ask('caveatFor', 'Choose who may read this')
  if (entry.caveat !== 'none' && !entry.askWhom) ask('askWhom', 'Say whom to ask: those who cannot read this are told')
}

/** One thing an agency knows or thinks. */
export const entrySchema = z.strictObject(entryShape).superRefine(checkEntry)
export type EntryInput = z.output<typeof entrySchema>

/** An agency's answer: what it knows, or that it knows nothing. */
export const answerSchema = z
  .strictObject({
    enquiryId: z.uuid(),
    /** Made when the form is opened: an answer sent twice is kept once. */
    submissionKey: z.uuid(),
    answer: oneOf(['entries', 'nothing_known'], 'Say whether you know anything'),
    entries: z.array(entrySchema).max(50, 'Send up to 50 at once, then add more'),
  })
  .superRefine(({ answer, entries }, context) => {
    if (answer === 'entries' && !entries.length) context.addIssue({ code: 'custom', path: ['answer'], message: 'Write down what you know, or say that nothing is known' })
  })

/** A correction: a new entry in place of one that stays readable. */
export const correctSchema = z.strictObject({ entryId: z.uuid(), submissionKey: z.uuid(), entry: entrySchema })

/** The route out and why. */
export const decideSchema = z
  .strictObject({
    enquiryId: z.uuid(),
    version,
    route: oneOf(ENQUIRY_ROUTES, 'Choose where this goes'),
    service: text('Service', { max: 150 }),
    /** The same service in the directory, where it was chosen from there. */
    serviceId: z.literal('').or(z.uuid()).optional(),
    /** What the receivers are told beside the enquiry itself. */
    summary: text('What they need to know', { max: 4_000 }),
    reasons: text('Reasons', { max: 4_000, required: 'Give the reasons for this decision' }),
  })
  .superRefine((decision, context) => {
    const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (decision.route === 'other' && !decision.service && !decision.serviceId) ask('service', 'Name the service')
    if (decision.route !== 'none' && !decision.summary) ask('summary', 'Write what they need to know')
  })

export const judgeSchema = z.strictObject({
  enquiryId: z.uuid(),
  kind: oneOf(NAME_KINDS, 'Choose from the list'),
  value: text('Name', { max: 200, required: 'Choose a name' }),
  verdict: oneOf(['accepted', 'dismissed'], 'Take it or leave it'),
})

/** The room's standing list. */
export const roomSchema = z.strictObject({
  agencyIds: z
    .array(z.uuid())
    .max(200)
    .refine((ids) => new Set(ids).size === ids.length, 'Choose each agency once'),
})
