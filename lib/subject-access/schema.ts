import { z } from 'zod'
import { besideOthers, idsOf, oneOf, plainDate, text, version } from '../input'
import { VERDICTS } from '../pathway/redaction'
import { GROUNDS, REQUESTERS } from '../pathway/subject-access'

const ofRequest = { requestId: z.uuid(), version }
const dayOf = (message: string) => plainDate.pipe(z.string(message))
const ground = oneOf(idsOf(GROUNDS), 'Choose why it is withheld')

/** Requests as they are listed, of one child where asked. */
export const accessListSchema = z.strictObject({ show: z.enum(['open', 'ended', 'all']).default('open'), childId: z.uuid().optional() })

const isForAnother = (requester: string) => requester !== 'young_person' && REQUESTERS.some(({ id }) => id === requester)

/** A request as it is logged. */
export const logSchema = z
  .strictObject({
    submissionKey: z.uuid(),
    childId: z.uuid(),
    requester: oneOf(idsOf(REQUESTERS), 'Choose who asks'),
    requesterName: text('The name', { max: 200, required: 'Enter the name of whoever asks' }),
    reach: text('How to reach them', { max: 500, required: 'Say how to reach them, and how they want the copy' }),
    asked: text('What they ask for', { max: 2_000 }),
    identity: text('How it was checked', { max: 1_000, required: 'Say how you checked who they are' }),
    authority: text('The authority', { max: 1_000 }),
    youngView: text('The young person’s view', { max: 2_000 }),
    receivedOn: dayOf('Enter the day the request came'),
    checkedOn: dayOf('Enter the day it was clear who asks'),
  })
  .refine(({ requester, authority }) => !isForAnother(requester) || authority, { path: ['authority'], message: 'Say by what right they ask for the young person, and how you checked it', ...besideOthers })
  .refine(({ requester, youngView }) => !isForAnother(requester) || youngView, { path: ['youngView'], message: 'Say what the young person thinks of it, or why they were not asked', ...besideOthers })

export const beginSchema = z.strictObject(ofRequest)

/** What is decided of a passage. `number` is that of the decision the form was opened with; 0 where there was none. */
export const decideSchema = z
  .strictObject({
    passageId: z.uuid(),
    number: z.number().int().min(0).max(100_000),
    verdict: oneOf(idsOf(VERDICTS), 'Choose what is given of it'),
    ground: ground.nullable(),
    blackouts: z.array(z.strictObject({ words: text('The words', { max: 4_000, required: 'Type the words, or remove them' }), ground })).max(200, 'Withhold the whole passage instead: there are more than 200'),
    note: text('The note', { max: 2_000 }),
  })
  .refine(({ verdict, ground: why }) => verdict !== 'whole' || why, { path: ['ground'], message: 'Choose why it is withheld' })

/** What the second person says of a decision. */
export const readSchema = z
  .strictObject({ decisionId: z.uuid(), agrees: z.enum(['yes', 'no'], 'Choose whether you agree'), reason: text('The reason', { max: 2_000 }) })
  .refine(({ agrees, reason }) => agrees === 'yes' || reason, { path: ['reason'], message: 'Say why you send it back' })

export const extendSchema = z.strictObject({ ...ofRequest, why: text('The reason', { max: 1_000, required: 'Say why it takes longer: the person who asked is told this' }) })

const END_STATES = ['handed_over', 'refused', 'withdrawn'] as const
export const endSchema = z.strictObject({ ...ofRequest, to: z.enum(END_STATES, 'Choose how it ends'), words: text('What happened', { max: 2_000, required: 'Say what happened' }) })

export const stepSchema = z.strictObject(ofRequest)
export const reopenSchema = z.strictObject({ ...ofRequest, again: text('The reason', { max: 1_000, required: 'Say why it is opened again' }) })
