import { z } from 'zod'
import { idsOf, oneOf, pageKey, text } from '../input'
import { GLASS_OUTCOMES, saysWhy } from '../pathway/break-glass'

/** What is typed to find a case of the team: fewer than three letters find nothing. */
export const glassSearchSchema = z.strictObject({ query: text('Search', { max: 200 }) })

/** The form that opens one. */
export const openGlassSchema = z.strictObject({
  caseId: z.uuid('Choose a case'),
  submissionKey: z.uuid(),
  reason: text('The reason', { max: 2_000, required: 'Say why you need this record now' }).refine(saysWhy, 'Say why you need this record now, in a whole sentence'),
})

export const closeGlassSchema = z.strictObject({ glassId: z.uuid() })

export const reviewGlassSchema = z.strictObject({
  glassId: z.uuid(),
  outcome: oneOf(idsOf(GLASS_OUTCOMES), 'Choose what you found'),
  words: text('What you found', { max: 4_000, required: 'Say what you found and with whom you spoke' }),
})

export const GLASS_SHOWN = ['waiting', 'all'] as const

/** Openings as they are listed: those whose review is not written, or all. */
export const glassListSchema = z.strictObject({ show: oneOf(GLASS_SHOWN, 'Choose from the list').default('waiting'), after: pageKey })
