import type { Service } from '../database/models'
import type { LevelOfNeed } from '../pathway/need-levels'
import { HELP_KINDS, suggestServices, type ForWhom, type HelpKind } from '../pathway/services'
import { labelOf } from '../pathway/codes'
import type { ServiceForm } from './schema'

/** A service as people read it. */
export type ServiceView = {
  id: string
  version: number
  name: string
  provider: string | null
  agencyId: string | null
  help: HelpKind[]
  needs: LevelOfNeed[]
  forWhom: ForWhom[]
  ageFrom: number | null
  ageTo: number | null
  offers: string
  howToRefer: string
  openingHours: string | null
  phone: string | null
  outOfHoursPhone: string | null
  web: string | null
  address: string | null
  access: string | null
  retired: boolean
  updatedAt: string
  updatedBy: string
}

export type ServiceRow = Service & { agency: { name: string } | null; updatedBy: { name: string } }

/** A row as people read it. The codes are the schema's: nothing else is ever written. */
export function viewOfService({ areaId: _, agency, updatedBy, updatedById: __, retiredAt, updatedAt, ...row }: ServiceRow): ServiceView {
  return {
    ...row,
    help: row.help as HelpKind[],
    needs: row.needs as LevelOfNeed[],
    forWhom: row.forWhom as ForWhom[],
    provider: agency?.name ?? null,
    retired: retiredAt !== null,
    updatedAt: updatedAt.toISOString(),
    updatedBy: updatedBy.name,
  }
}

/** A service as its form has it. */
export function formOfService(service: ServiceView): ServiceForm {
  const { name, help, needs, forWhom, offers, howToRefer } = service
  const text = (value: string | number | null) => String(value ?? '')
  return {
    name, help, needs, forWhom, offers, howToRefer,
    agencyId: text(service.agencyId),
    ageFrom: text(service.ageFrom),
    ageTo: text(service.ageTo),
    openingHours: text(service.openingHours),
    phone: text(service.phone),
    outOfHoursPhone: text(service.outOfHoursPhone),
    web: text(service.web),
    address: text(service.address),
    access: text(service.access),
  }
}

/** Its ages in words: '11 to 18', '16 and over', 'up to 18', or null where there is no limit. */
export function agesText({ ageFrom, ageTo }: Pick<ServiceView, 'ageFrom' | 'ageTo'>): string | null {
  if (ageFrom === null && ageTo === null) return null
  if (ageTo === null) return `${ageFrom} and over`
  return ageFrom === null ? `up to ${ageTo}` : `${ageFrom} to ${ageTo}`
}

/** Everything of a service that somebody might look for. */
export function wordsOfService({ name, provider, help, offers, howToRefer, address, access }: ServiceView): string {
  return [name, provider, ...help.map((kind) => labelOf(HELP_KINDS, kind)), offers, howToRefer, address, access].join(' ')
}

/** Services for the forms that send on: those that may help first, with why (suggestServices), or in their order where nothing is known to go by. */
export function offeredFor(services: readonly ServiceView[], told: { concerns: readonly string[]; levelOfNeed: LevelOfNeed } | null) {
  const suggested = told ? suggestServices(services, told) : services.map((service) => ({ service, reasons: [] }))
  return suggested.map(({ service, reasons }) => {
    const help = service.help.map((kind) => labelOf(HELP_KINDS, kind)).join(', ')
    return { id: service.id, title: service.name, lines: [help, ...reasons.slice(0, 2)], words: wordsOfService(service) }
  })
}
