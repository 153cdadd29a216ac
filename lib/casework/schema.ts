import { z } from 'zod'
import { fromLondonInput } from '../dates'
import { idsOf, oneOf, plainDate, text } from '../input'
import { ISVA_STATES, SAFETY_FEELINGS, SEEN_TYPES, SESSION_TYPES, SUPERVISION_THEMES } from '../pathway/sessions'

/** The entry or record that this one corrects; empty in one of its own. */
const corrects = z.union([z.literal(''), z.uuid()])
const LONGEST_MINUTES = 24 * 60

/** Whole minutes, typed into a box. */
const minutes = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/, 'Say how long it took, in minutes')
  .transform(Number)
  .refine((value) => value <= LONGEST_MINUTES, 'A session lasts a day at most')

const happened = z.string().transform((value, context) => {
  const at = fromLondonInput(value)
  if (at) return at
  context.addIssue({ code: 'custom', message: 'Say when it was: the day and the time' })
  return z.NEVER
})

/** Whether somebody is seen in a session of that type. */
export const isSeen = (type: string): boolean => SEEN_TYPES.some((one) => one === type)

/** A session as the form sends it. */
export const sessionSchema = z
  .strictObject({
    caseId: z.uuid(),
    submissionKey: z.uuid(),
    correctsId: corrects,
    /** London date and time, '2026-11-22T14:05'. */
    happenedAt: happened,
    minutes,
    place: text('Where', { max: 200, required: 'Say where it was' }),
    type: oneOf(idsOf(SESSION_TYPES), 'Choose what kind of session it was'),
    present: text('Who was there', { max: 500 }),
    childWords: text('What the young person said', { max: 8_000 }),
    safety: oneOf([...idsOf(SAFETY_FEELINGS), ''], 'Choose from the list'),
    account: text('What you did and noticed', { max: 8_000, required: 'Write what you did and noticed' }),
    nextStep: text('Next step', { max: 1_000 }),
    nextOn: plainDate,
    disclosed: oneOf(['yes', 'no', ''], 'Choose from the list'),
    disclosureWords: text('What was told', { max: 8_000 }),
  })
  .superRefine((one, context) => {
    const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!isSeen(one.type)) return
    if (!one.safety) ask('safety', 'Say how safe the young person feels, or that they did not say')
    if (!one.disclosed) ask('disclosed', 'Say whether they told you of exploitation or abuse')
    if (one.disclosed === 'yes' && !one.disclosureWords) ask('disclosureWords', 'Write what was told, as near to their words as you can')
  })
export type SessionInput = z.input<typeof sessionSchema>

/** What became of offering an adviser. */
export const offerSchema = z
  .strictObject({
    disclosureId: z.uuid(),
    submissionKey: z.uuid(),
    state: oneOf(idsOf(ISVA_STATES), 'Choose where the offer stands'),
    onDay: plainDate,
    note: text('Note', { max: 2_000 }),
  })
  .superRefine((one, context) => {
    if (!one.onDay) context.addIssue({ code: 'custom', path: ['onDay'], message: 'Enter the day' })
    if (one.state === 'not_yet' && !one.note) context.addIssue({ code: 'custom', path: ['note'], message: 'Say why not yet, and when it will be' })
  })

/** A supervision record, written by the supervisor. */
export const supervisionSchema = z
  .strictObject({
    submissionKey: z.uuid(),
    correctsId: corrects,
    practitionerId: z.uuid('Choose the practitioner'),
    heldOn: plainDate,
    themes: z.array(oneOf(idsOf(SUPERVISION_THEMES), 'Choose from the list')).min(1, 'Choose what you talked about').max(SUPERVISION_THEMES.length),
    reflections: text('Reflections', { max: 8_000, required: 'Write what the two of you reflected on' }),
    nextOn: plainDate,
    /** What was decided, case by case; those left empty are not kept. */
    decisions: z.array(z.strictObject({ caseId: z.uuid(), decision: text('What was decided', { max: 2_000 }) })).max(100),
  })
  .superRefine((one, context) => {
    if (!one.heldOn) context.addIssue({ code: 'custom', path: ['heldOn'], message: 'Enter the day you met' })
    if (one.heldOn && one.nextOn && one.nextOn <= one.heldOn) context.addIssue({ code: 'custom', path: ['nextOn'], message: 'The next day must be after this one' })
  })
