import { z } from 'zod'
import { newActionSchema } from '../actions/schema'
import { idsOf, oneOf, pageKey, period, periodInOrder, plainDate, text, version } from '../input'
import { PROTECTION_STEPS, SECTION47_ANSWERS, STRATEGY_PARTS, STRATEGY_SOURCES } from '../pathway/strategy-words'

const fromList = 'Choose from the list'

export const callSchema = z.strictObject({
  caseId: z.uuid(),
  /** Made when the form is opened: sent twice it makes one meeting. */
  submissionKey: z.uuid(),
  from: oneOf(idsOf(STRATEGY_SOURCES), 'Say what it is called from'),
  reason: text('What it is called about', { max: 4_000, required: 'Say what has happened, so that whoever reads it knows why you meet' }),
  /** London date and time as a browser's field gives it. */
  plannedAt: z.string().max(30),
  place: text('Where', { max: 300, required: 'Say where it meets, or how to join' }),
  subjectLine: text('Who it is about', { max: 300, required: 'Say who it is about, so that each agency finds the right record' }),
  told: text('What the agencies are told', { max: 4_000, required: 'Write what the agencies need to know before they come, and no more' }),
  agencyIds: z.array(z.uuid()).min(1, 'Choose whom you invite').max(40),
})

export const inviteSchema = z.strictObject({ meetingId: z.uuid(), inviteId: z.uuid('Choose the agency') })
export const withdrawSchema = z.strictObject({ meetingId: z.uuid(), withdrawId: z.uuid('Choose the agency'), why: text('Why', { max: 1_000, required: 'Say why the invitation is taken back' }) })

export const moveSchema = z.strictObject({ meetingId: z.uuid(), version, movedTo: z.string().max(30), moveWhy: text('Why', { max: 1_000, required: 'Say why it is moved' }) })
export const callOffSchema = z.strictObject({ meetingId: z.uuid(), version, offWhy: text('Why', { max: 1_000, required: 'Say why it does not meet, and what keeps the young person safe instead' }) })

export const attendSchema = z.strictObject({
  meetingId: z.uuid(),
  agencyId: z.uuid('Choose the agency'),
  who: text('Who', { max: 150, required: 'Write their name, and their post where you know it' }),
  part: oneOf(idsOf(STRATEGY_PARTS), 'Say for which part they come'),
  presence: oneOf(['attended', 'apologies', 'mistaken'], 'Say whether they were there'),
})

const key = { meetingId: z.uuid(), submissionKey: z.uuid() }
/** An invited agency speaks for itself, whatever it sends here. Fields of forms that share a page have names of their own. */
const speaker = z.union([z.uuid('Choose the agency'), z.literal('')])

export const factSchema = z.strictObject({
  ...key,
  knownBy: speaker,
  text: text('What the agency knows', { max: 4_000, required: 'Write what the agency knows' }),
  nature: oneOf(['fact', 'opinion'], 'Say whether this is a fact or an opinion'),
  source: text('Who or what it comes from', { max: 300, required: 'Say who or what it comes from' }),
})

export const dissentSchema = z.strictObject({ ...key, dissentBy: speaker, words: text('What the agency does not agree with', { max: 4_000, required: 'Write what the agency does not agree with, and why' }) })

export const decideSchema = z
  .strictObject({
    meetingId: z.uuid(),
    version,
    heldAt: z.string().max(30),
    section47: oneOf(idsOf(SECTION47_ANSWERS), 'Say whether the threshold of section 47 is met'),
    section47Reasons: text('Why', { max: 4_000, required: 'Give the reasons, whichever way it went' }),
    criminal: oneOf(['yes', 'no'], 'Say whether there is a criminal investigation'),
    criminalWhy: text('Why', { max: 4_000, required: 'Say why, or why not' }),
    immediateSafety: text('Immediate safety', { max: 4_000, required: 'Say what keeps the young person safe tonight' }),
    tellYoung: text('Who tells the young person', { max: 2_000, required: 'Say who tells the young person what, and when; or why not yet' }),
    tellParents: text('Who tells the parents', { max: 2_000, required: 'Say who tells the parents or carers what, and when; or why not yet' }),
    perpetrators: text('What is done about those who harm', { max: 4_000, required: 'Say what is done about those who harm, or that nobody is known yet' }),
    next: oneOf(['review', 'resolved'], 'Say whether it is looked at again'),
    nextReviewAt: z.string().max(30),
    resolvedWhy: text('Why it is resolved', { max: 4_000 }),
    /** Asked for where the quorum does not hold. */
    withoutQuorumWhy: text('Why it cannot wait', { max: 2_000 }),
    dissents: z.array(z.strictObject({ agencyId: z.uuid('Choose the agency'), words: text('What the agency does not agree with', { max: 4_000, required: 'Write what the agency does not agree with, and why' }) })).max(20),
    actions: z.array(newActionSchema).max(30),
  })
  .superRefine(({ next, nextReviewAt, resolvedWhy }, context) => {
    const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (next === 'review' && !nextReviewAt) ask('nextReviewAt', 'Say when it is looked at again')
    if (next === 'resolved' && !resolvedWhy) ask('resolvedWhy', 'Say why nothing more is needed from a strategy meeting')
  })
export type DecideInput = z.input<typeof decideSchema>
export type Decision = z.output<typeof decideSchema>

export const minutesSchema = z.strictObject({ meetingId: z.uuid(), version })

export const stepSchema = z
  .strictObject({
    meetingId: z.uuid(),
    kind: oneOf(idsOf(PROTECTION_STEPS), 'Say what happened'),
    on: plainDate,
    note: text('What came of it', { max: 2_000, required: 'Say in a few words what came of it' }),
  })
  .superRefine(({ on }, context) => {
    if (!on) context.addIssue({ code: 'custom', path: ['on'], message: 'Enter the day' })
  })

export const STRATEGY_FILTERS = ['waiting', 'done'] as const
const SORTS = ['due', '-due', 'called', '-called'] as const

/** The lead's list: what is awaited, or what is resolved or has its review called. */
export const strategyListSchema = z
  .strictObject({
    show: oneOf(STRATEGY_FILTERS, fromList).default('waiting'),
    awaits: oneOf(['called', 'held', 'minutes_out'], fromList).optional(),
    due: oneOf(['late'], fromList).optional(),
    /** Called in these London days. */
    ...period,
    sort: oneOf(SORTS, fromList).optional(),
    after: pageKey,
  })
  .refine(...periodInOrder)

/** How the list stands: as sorted, else what is late first, and of what is done the newest first. By what is due stands only what waits. */
export function strategySort({ show, sort }: { show: (typeof STRATEGY_FILTERS)[number]; sort?: (typeof SORTS)[number] }): (typeof SORTS)[number] {
  if (show === 'waiting') return sort ?? 'due'
  return sort === 'called' || sort === '-called' ? sort : '-called'
}

/** What an agency is invited to. */
export const invitationListSchema = z.strictObject({ after: pageKey })
