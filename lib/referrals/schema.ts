import { z } from 'zod'
import { text, version } from '../input'

export const acceptSchema = z.strictObject({ referralId: z.uuid(), version })

export const declineSchema = z.strictObject({
  referralId: z.uuid(),
  version,
  reason: text('Reason', { max: 2_000, required: 'Say why the referral is declined: the person who sent it will read this' }),
})
