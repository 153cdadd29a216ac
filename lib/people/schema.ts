import { z } from 'zod'
import { ROLES } from '../access/roles'
import { oneOf, text } from '../input'

/** The roles an administrator may give: all but the system's own. */
export const GIVEN_ROLES = ROLES.filter((role) => role !== 'system')

export const personSchema = z.strictObject({
  name: text('Name', { max: 120, required: 'Enter their name' }),
  email: text('E-mail', { max: 254, required: 'Enter their e-mail address' })
    .transform((email) => email.toLowerCase())
    .pipe(z.email('Enter an e-mail address, such as name@example.org')),
  role: oneOf(GIVEN_ROLES, 'Choose a role'),
  agencyId: z.uuid('Choose an agency'),
})

const fromList = 'Choose from the list'
const PEOPLE_SORTS = ['name', '-name', 'role', '-role', 'agency', '-agency'] as const
export type PeopleSort = (typeof PEOPLE_SORTS)[number]

/** What the list of people is narrowed and sorted by. Names are looked for in the browser, and are in no address. */
export const peopleListSchema = z.strictObject({
  role: oneOf(GIVEN_ROLES, fromList).optional(),
  agency: z.uuid().optional(),
  state: oneOf(['in_use', 'taken_away'], fromList).optional(),
  sort: oneOf(PEOPLE_SORTS, fromList).default('name'),
})

export const passwordSchema = z
  .strictObject({
    current: z.string().min(1, 'Enter the password you signed in with').max(200),
    next: z.string().min(12, 'Use at least 12 characters: three or four words make a good password').max(200, 'Use 200 characters or fewer'),
  })
  .refine(({ current, next }) => current !== next, { path: ['next'], message: 'Choose a password that is not the one you have' })
