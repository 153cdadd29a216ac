import { z } from 'zod'
import { newChildSchema } from '../children/schema'
import { oneOf, text } from '../input'

const reason = text('Reason', { max: 2_000, required: 'Give the reason, so that somebody else can follow it' })

/** Two records that are not the same child. Which comes first does not matter. */
export const tellApartSchema = z
  .strictObject({ childId: z.uuid(), otherId: z.uuid(), reason })
  .refine(({ childId, otherId }) => childId !== otherId, { path: ['otherId'], message: 'Choose another record' })

/** Two records that are the same child, and which of them is kept. */
export const mergeSchema = z
  .strictObject({ childId: z.uuid(), otherId: z.uuid(), keptId: z.uuid('Choose which record is kept'), reason })
  .refine(({ childId, otherId }) => childId !== otherId, { path: ['otherId'], message: 'Choose another record' })
  .refine(({ childId, otherId, keptId }) => keptId === childId || keptId === otherId, { path: ['keptId'], message: 'Choose which record is kept' })

export const undoSchema = z.strictObject({ judgementId: z.uuid(), reason })

export const PAIR_FILTERS = ['waiting', 'judged'] as const
export const pairsSchema = z.strictObject({ show: oneOf(PAIR_FILTERS, 'Choose from the list').default('waiting') })

/** What has been typed of a new child so far. What does not parse yet is left out and not complained of. */
export const possibleSchema = z
  .strictObject({
    givenName: z.string().max(100), familyName: z.string().max(100),
    dateOfBirth: z.strictObject({ day: z.string().max(10), month: z.string().max(20), year: z.string().max(10) }),
    birthEstimated: z.boolean(), sex: newChildSchema.shape.sex, line: z.string().max(200), postcode: z.string().max(12),
    phone: z.string().max(30), school: z.string().max(150),
  })
  .transform((typed) => {
    const part = <K extends keyof typeof newChildSchema.shape>(key: K) => newChildSchema.shape[key].safeParse(typed[key])
    const [given, family, born, line, postcode, phone, school] = [part('givenName'), part('familyName'), part('dateOfBirth'), part('line'), part('postcode'), part('phone'), part('school')]
    return {
      givenName: given.success ? String(given.data) : '', familyName: family.success ? String(family.data) : '',
      dateOfBirth: born.success ? (born.data as string | null) : null, birthEstimated: typed.birthEstimated, sex: typed.sex,
      line: line.success ? String(line.data) : '', postcode: postcode.success ? String(postcode.data) : '',
      phone: phone.success ? String(phone.data) : '', school: school.success ? String(school.data) : '',
    }
  })
