import { z } from 'zod'
import { idsOf, oneOf, text } from '../input'
import { emptyBlocks } from '../pathway/indicator-versions'
import { BLOCKS } from '../pathway/indicators'

const MOST = 100

const row = z.strictObject({
  /** The indicator's own; empty for a new one. */
  id: z.string().max(60),
  block: oneOf(idsOf(BLOCKS), 'Choose a part of the assessment'),
  label: text('The indicator', { max: 200, required: 'Write the indicator, or remove it' }),
})

/** The next version of the area's indicators. */
export const setSchema = z
  .strictObject({
    /** The number of the version that the form was opened with; 0 for the built-in set. */
    from: z.number().int().min(0).max(100_000),
    rows: z.array(row).max(MOST, `A set has up to ${MOST} indicators`),
    note: text('Why it is changed', { max: 2_000, required: 'Say why it is changed' }),
  })
  .superRefine(({ rows }, context) => {
    const ask = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    for (const block of emptyBlocks(rows)) ask(['blocks', block], `${BLOCKS.find(({ id }) => id === block)?.label}: keep at least one indicator`)
    const seen = new Set<string>()
    for (const [at, { id, label }] of rows.entries()) {
      const words = label.toLowerCase()
      if (seen.has(`label ${words}`) || (id && seen.has(`id ${id}`))) ask(['rows', at, 'label'], `“${label}” stands here twice`)
      seen.add(`label ${words}`).add(`id ${id}`)
    }
  })
