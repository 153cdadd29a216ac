import { z } from 'zod'
import { continuitySchema } from '../cover/schema'
import { oneOf, pageKey, text, version } from '../input'
import { LEVELS } from '../pathway/levels'
import { CASE_STAGES } from '../pathway/states'

export const allocateSchema = z.strictObject({
  caseId: z.uuid(),
  version,
  practitionerId: z.uuid('Choose a practitioner'),
  reason: text('Reason', { max: 1_000 }),
  /** What the young person is told of it. Required where somebody else worked with her before. */
  continuity: continuitySchema.optional(),
})

const fromList = 'Choose from the list'
const OPEN_SORTS = ['due', '-due', 'seen', '-seen', 'child', '-child', 'level', '-level'] as const
const CLOSED_SORTS = ['closed', '-closed'] as const
export type CaseSort = (typeof OPEN_SORTS)[number] | (typeof CLOSED_SORTS)[number]

/** What a caseload is narrowed and sorted by. 'none' is a case that nobody holds, or that has no level yet. */
export const caseListSchema = z.strictObject({
  show: oneOf(['open', 'closed'], fromList).default('open'),
  practitioner: z.union([z.literal('none'), z.uuid()]).optional(),
  level: oneOf([...LEVELS, 'none'], fromList).optional(),
  stage: oneOf(CASE_STAGES.filter((stage) => stage !== 'closed'), fromList).optional(),
  due: oneOf(['late', 'close'], fromList).optional(),
  /** Not seen as often as the level asks. */
  seen: oneOf(['late'], fromList).optional(),
  /** Closed cases about which something came since: anything, or a missing report. */
  since: oneOf(['any', 'missing'], fromList).optional(),
  /** All open cases at once, in a column for each stage. */
  view: oneOf(['list', 'board'], fromList).default('list'),
  sort: oneOf([...OPEN_SORTS, ...CLOSED_SORTS], fromList).optional(),
  after: pageKey,
})

/** How a caseload stands: as sorted, where that fits what is shown; else what is due first, or what closed last. */
export function caseSort({ show, sort }: { show: 'open' | 'closed'; sort?: CaseSort }): CaseSort {
  const fits: readonly CaseSort[] = show === 'open' ? OPEN_SORTS : CLOSED_SORTS
  return sort && fits.includes(sort) ? sort : show === 'open' ? 'due' : '-closed'
}
