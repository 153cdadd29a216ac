import { z } from 'zod'
import { oneOf, text, version } from '../input'
import { EXPLOITATION_FLAGS } from '../pathway/words'

/** The answer to "is exploitation a concern?". The form and the command share it. */
export const screenSchema = z.strictObject({
  alertId: z.uuid(),
  version,
  exploitation: oneOf(EXPLOITATION_FLAGS, 'Say whether exploitation is a concern'),
  note: text('Reason', { max: 2_000, required: 'Say why: what you found, and where you looked' }),
})
