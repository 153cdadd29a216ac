import { z } from 'zod'
import { text, version } from '../input'

export const allocateSchema = z.strictObject({
  caseId: z.uuid(),
  version,
  practitionerId: z.uuid('Choose a practitioner'),
  reason: text('Reason', { max: 1_000 }),
})
