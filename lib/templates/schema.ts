import { z } from 'zod'
import { codesOf, idsOf, oneOf, text } from '../input'
import { partsOf } from '../pathway/call-templates'
import { SOURCES } from '../pathway/codes'
import { CHANNELS } from '../pathway/words'

const MOST = 12
const LONGEST = 200

/** One prompt a line, as typed; empty lines are passed over. */
const prompts = text('The prompts', { max: MOST * (LONGEST + 2), required: 'Write at least one prompt' })
  .transform((lines) => lines.split('\n').map((line) => line.trim()).filter(Boolean))
  .refine((lines) => lines.length <= MOST, `Write ${MOST} prompts or fewer: more are not read on a call`)
  .refine((lines) => lines.every((line) => line.length <= LONGEST), `Each prompt must be ${LONGEST} characters or fewer`)

/** The next version of a script for a kind of call. */
export const templateSchema = z.strictObject({
  /** The version that was read, e.g. 'school/waymark-1'; empty for a new kind of call. */
  basedOn: z.string().max(80).refine((ref) => ref === '' || partsOf(ref) !== null, 'There is no such template'),
  name: text('Name', { max: 80, required: 'Name the kind of call' }),
  channel: oneOf([...idsOf(CHANNELS), ''], 'Choose how it comes, or leave it open'),
  sourceCode: oneOf([...codesOf(SOURCES).filter((code) => code !== '9'), ''], 'Choose who tells us, or leave it open'),
  prompts,
  /** Whether the kind of call is offered on the contact form. */
  offered: z.boolean(),
})

export type TemplateInput = z.input<typeof templateSchema>
