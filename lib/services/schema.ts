import { z } from 'zod'
import { idsOf, oneOf, text, version } from '../input'
import { LEVELS_OF_NEED } from '../pathway/need-levels'
import { FOR_WHOM, HELP_KINDS } from '../pathway/services'
import { MOST_ON_A_SHEET } from './sheet'

const fromList = 'Choose from the list'

/** What a list of services is narrowed by: codes alone. Words are looked for in the browser, and are in no address. */
export const serviceListSchema = z.strictObject({
  need: oneOf(LEVELS_OF_NEED, fromList).optional(),
  whom: oneOf(idsOf(FOR_WHOM), fromList).optional(),
  help: oneOf(idsOf(HELP_KINDS), fromList).optional(),
  /** Retired ones are for those who may bring them back. */
  show: oneOf(['active', 'retired'], fromList).default('active'),
})

/** A number as people write it, or empty; kept with its spaces, because it is read out and printed. */
const phone = (what: string) =>
  text(what, { max: 40 }).refine((value) => value === '' || /^\+?[\d ()-]{3,25}$/.test(value), `${what}: enter it in digits, such as 01632 960 001, or leave it empty`)

/** An address of the web, 'https://' put before it where it is left out, or empty. */
const web = text('Website', { max: 200 })
  .transform((value) => (value === '' || /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`))
  .pipe(z.literal('').or(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'Enter a website, such as www.example.org, or leave it empty' })))

const age = (what: string) =>
  text(what, { max: 3 })
    .refine((value) => /^\d{0,2}$/.test(value), `${what}: enter a number of years, or leave it empty`)
    .transform((value) => (value === '' ? null : Number(value)))

const some = <const T extends string>(values: readonly T[], message: string) =>
  z
    .array(oneOf(values, fromList), message)
    .min(1, message)
    .max(values.length)
    .refine((chosen) => new Set(chosen).size === chosen.length, 'Choose each once')

const fields = {
  name: text('Name', { max: 150, required: 'Enter the service’s name' }),
  agencyId: z.literal('').or(z.uuid('Choose an agency of this area, or none')),
  help: some(idsOf(HELP_KINDS), 'Choose what kind of help it gives'),
  needs: some(LEVELS_OF_NEED, 'Choose the levels of need it serves'),
  forWhom: some(idsOf(FOR_WHOM), 'Choose whom it is for'),
  ageFrom: age('Youngest'),
  ageTo: age('Oldest'),
  offers: text('What it offers', { max: 1_000, required: 'Say in plain words what it offers' }),
  howToRefer: text('How to refer', { max: 1_000, required: 'Say who can use it and how to refer' }),
  openingHours: text('Opening hours', { max: 300 }),
  phone: phone('Phone'),
  outOfHoursPhone: phone('Out-of-hours phone'),
  web,
  address: text('Address', { max: 300 }),
  access: text('Languages and access', { max: 500 }),
}

type Ages = { ageFrom: number | null; ageTo: number | null }
const agesInOrder: [(service: Ages) => boolean, { path: string[]; message: string }] = [
  ({ ageFrom, ageTo }) => ageFrom === null || ageTo === null || ageFrom <= ageTo,
  { path: ['ageTo'], message: 'The oldest must be no younger than the youngest' },
]
type Ways = { phone: string; web: string; address: string }
const canBeReached: [(service: Ways) => boolean, { path: string[]; message: string }] = [
  ({ phone: number, web: site, address }) => Boolean(number || site || address),
  { path: ['phone'], message: 'Give a phone number, a website or an address, so that people can reach it' },
]

/** `serviceId` is made when the form is opened: sending it twice makes one service. */
export const newServiceSchema = z.strictObject({ serviceId: z.uuid(), ...fields }).refine(...agesInOrder).refine(...canBeReached)
export const serviceSchema = z.strictObject({ serviceId: z.uuid(), version, ...fields }).refine(...agesInOrder).refine(...canBeReached)

export type ServiceEntry = Omit<z.output<typeof newServiceSchema>, 'serviceId'>
export type ServiceForm = Omit<z.input<typeof newServiceSchema>, 'serviceId'>

export const serviceVersionSchema = z.strictObject({ serviceId: z.uuid(), version })

export const sheetSchema = z.strictObject({ ids: z.array(z.uuid()).max(MOST_ON_A_SHEET, `A sheet takes ${MOST_ON_A_SHEET} services`) })
