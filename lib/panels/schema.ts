import { z } from 'zod'
import { newActionSchema } from '../actions/schema'
import { idsOf, oneOf, pageKey, plainDate, text, version } from '../input'
import { LEVELS } from '../pathway/levels'
import { LETTER_WAYS, SEATS } from '../pathway/panel'

const uuidOrNone = z.union([z.uuid(), z.literal('')])
/** Made when the form is opened: what is sent twice is kept once. */
const submissionKey = z.uuid()

/** Panels as they are listed: in hand, or with their minutes issued. */
export const panelListSchema = z.strictObject({ show: z.enum(['coming', 'past']).default('coming'), after: pageKey })

export const beginSchema = z
  .strictObject({
    submissionKey,
    /** London time, 'YYYY-MM-DDTHH:mm'. */
    heldAt: text('When it meets', { max: 16, required: 'Say when it meets' }),
    place: text('Where', { max: 200, required: 'Say where it meets' }),
    chairId: z.uuid('Choose the chair'),
    deputyId: uuidOrNone,
    agencyIds: z.array(z.uuid()).min(1, 'Choose at least one agency to ask').max(100),
  })
  .refine(({ chairId, deputyId }) => !deputyId || chairId !== deputyId, { path: ['deputyId'], message: 'The deputy is somebody else than the chair' })

export const addItemSchema = z
  .strictObject({
    panelId: z.uuid(),
    caseId: z.uuid(),
    /** Why it is put on where nothing suggests it. */
    reason: oneOf(['suggested', 'asked', 'chosen'], 'Choose why'),
    why: text('Why', { max: 500 }),
    told: text('What the agencies are told', { max: 1_000, required: 'Say what the agencies are told' }),
  })
  .superRefine(({ reason, why }, context) => {
    if (reason === 'asked' && !why) context.addIssue({ code: 'custom', path: ['why'], message: 'Say which authority asks' })
    if (reason === 'chosen' && !why) context.addIssue({ code: 'custom', path: ['why'], message: 'Say why it is discussed now' })
  })

export const deferSchema = z.strictObject({ itemId: z.uuid(), version, reason: text('Why', { max: 1_000, required: 'Say why it is put off' }) })

export const inviteSchema = z.strictObject({ panelId: z.uuid(), agencyId: z.uuid('Choose an agency'), invited: z.boolean() })

export const moveSchema = z.strictObject({
  panelId: z.uuid(),
  version,
  to: oneOf(['open', 'closed', 'checked', 'issued'], 'Choose from the list'),
  note: text('What you add to the minutes', { max: 4_000 }),
})

export const attendSchema = z
  .strictObject({
    panelId: z.uuid(),
    seat: oneOf(idsOf(SEATS), 'Choose whom they speak for'),
    userId: uuidOrNone,
    name: text('Name', { max: 120 }),
    agencyId: uuidOrNone,
  })
  .superRefine(({ seat, userId, name }, context) => {
    const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if ((seat === 'chair' || seat === 'deputy') && !userId) ask('userId', 'The chair and the deputy sign in here: choose them from the list')
    if (!userId && !name) ask('name', 'Write the name of somebody who is not in the list')
  })

export const leaveSchema = z.strictObject({ attendanceId: z.uuid() })

export const noteSchema = z.strictObject({ itemId: z.uuid(), submissionKey, text: text('Note', { max: 2_000, required: 'Write the note first' }) })

export const declareSchema = z.strictObject({ itemId: z.uuid(), reason: text('What your interest is', { max: 500, required: 'Say in a few words what your interest is' }) })
export const liftSchema = z.strictObject({ conflictId: z.uuid(), reason: text('Why', { max: 500, required: 'Say why it no longer holds' }) })

export const lettersSchema = z.strictObject({ panelId: z.uuid(), ring: text('Who to ring', { max: 200, required: 'Say who the practice rings, and on which number' }) })
export const sendLetterSchema = z.strictObject({ letterId: z.uuid(), how: oneOf(idsOf(LETTER_WAYS), 'Say how it was sent') })

export const returnSchema = z
  .strictObject({
    itemId: z.uuid(),
    submissionKey,
    answer: oneOf(['known', 'nothing_known'], 'Say whether your agency knows anything'),
    text: text('What your agency knows', { max: 8_000 }),
    /** The answer that this one corrects. */
    corrects: uuidOrNone,
  })
  .superRefine(({ answer, text: said }, context) => {
    if (answer === 'known' && !said) context.addIssue({ code: 'custom', path: ['text'], message: 'Write down what your agency knows' })
  })

export const decideSchema = z
  .strictObject({
    itemId: z.uuid(),
    version,
    level: oneOf(LEVELS, 'Choose the level'),
    reason: text('Why this level', { max: 4_000, required: 'Say why this is the level' }),
    /** Left empty for the longest time that the level allows. */
    nextReview: plainDate,
    /** Whether a strategy meeting is called; empty where the level does not ask. */
    strategy: oneOf(['called', 'not_called', ''], 'Choose from the list'),
    strategyWhyNot: text('Why none is called', { max: 2_000 }),
    dissents: z.array(z.strictObject({ agencyId: z.uuid('Choose the agency'), words: text('What they said', { max: 2_000, required: 'Write what they said, in their words' }) })).max(20),
    actions: z.array(newActionSchema).max(30),
  })
  .superRefine(({ strategy, strategyWhyNot, dissents }, context) => {
    const ask = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (strategy === 'not_called' && !strategyWhyNot) ask(['strategyWhyNot'], 'Say why none is called')
    dissents.forEach(({ agencyId }, at) => {
      if (dissents.findIndex((one) => one.agencyId === agencyId) < at) ask(['dissents', at, 'agencyId'], 'Each agency says once what it thinks')
    })
  })
export type DecideInput = z.input<typeof decideSchema>
