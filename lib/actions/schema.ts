import { z } from 'zod'
import { idsOf, oneOf, pageKey, plainDate, text, version } from '../input'
import { ACTION_OWNERS } from '../pathway/actions'

/** One action as it is agreed: shared by the forms of panels, plans, strategy meetings and reviews. */
export const newActionSchema = z
  .strictObject({
    what: text('The action', { max: 1_000, required: 'Say what is to be done' }),
    ownerKind: oneOf(idsOf(ACTION_OWNERS), 'Choose who does it'),
    ownerUserId: z.union([z.uuid('Choose the person'), z.literal('')]).default(''),
    ownerAgencyId: z.union([z.uuid('Choose the agency'), z.literal('')]).default(''),
    ownerName: text('Who does it', { max: 120 }),
    dueOn: plainDate,
  })
  .superRefine(({ ownerKind, ownerUserId, ownerAgencyId, ownerName, dueOn }, context) => {
    const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (ownerKind === 'person' && !ownerUserId) ask('ownerUserId', 'Choose the person')
    if (ownerKind === 'agency' && !ownerAgencyId) ask('ownerAgencyId', 'Choose the agency')
    if ((ownerKind === 'family' || ownerKind === 'other') && !ownerName) ask('ownerName', 'Say who, for example “Her mother”')
    if (!dueOn) ask('dueOn', 'Say by when')
  })
export type NewActionInput = z.input<typeof newActionSchema>
export type NewAction = z.output<typeof newActionSchema>

export const answerActionSchema = z.strictObject({
  actionId: z.uuid(),
  version,
  state: oneOf(['done', 'not_done', 'open'], 'Say whether it is done'),
  words: text('What happened', { max: 2_000, required: 'Say what was done, or why not and what happens instead' }),
})

export const actionListSchema = z.strictObject({
  show: oneOf(['open', 'late', 'ended'], 'Choose from the list').default('open'),
  source: oneOf(['panel', 'plan', 'strategy', 'review'], 'Choose from the list').optional(),
  sort: oneOf(['due', '-due'], 'Choose from the list').optional(),
  after: pageKey,
})
