import { z } from 'zod'
import { idsOf, oneOf, period, periodInOrder } from '../input'
import { CHRONOLOGY_KINDS, CHRONOLOGY_SOURCES, readPlace } from '../pathway/chronology'

const fromList = 'Choose from the list'

const filter = {
  kind: oneOf(idsOf(CHRONOLOGY_KINDS), fromList).optional(),
  source: oneOf(idsOf(CHRONOLOGY_SOURCES), fromList).optional(),
  /** Happened in these London days. */
  ...period,
}

/** What a page of the chronology shows: codes and dates, for its address (decision 0015). */
export const chronologyListSchema = z
  .strictObject({
    ...filter,
    /** Page by page; the latest few, for her record; or all on one page, to be printed. */
    show: oneOf(['pages', 'latest', 'all'], fromList).default('pages'),
    /** The last entry of the page before; one that is not of our making begins at the first. */
    after: z.string().optional().transform((key) => (readPlace(key) ? key : undefined)),
  })
  .refine(...periodInOrder)

export const chronologyExportSchema = z.strictObject(filter).refine(...periodInOrder)

export type ChronologyFilter = Pick<z.output<typeof chronologyListSchema>, keyof typeof filter>
