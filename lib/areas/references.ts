import type { Tx } from '../access/operation'
import { londonDay } from '../pathway/london'

type Where = { areaId: string; areaCode: string }

async function next(tx: Tx, areaId: string, kind: string, year: number, many = 1): Promise<number> {
  const [row] = await tx.$queryRaw<{ taken: number }[]>`
    INSERT INTO reference_counter (area_id, kind, year, next) VALUES (${areaId}::uuid, ${kind}, ${year}, 1 + ${many}::int)
    ON CONFLICT (area_id, kind, year) DO UPDATE SET next = reference_counter.next + ${many}::int
    RETURNING next - ${many}::int AS taken`
  if (!row) throw new Error('no reference was given')
  return row.taken
}

const pad = (number: number, digits: number) => String(number).padStart(digits, '0')

/** The next contact reference of the London year, e.g. 'WRN-2026-00001'. Numbers are never reused. */
export async function contactReference(tx: Tx, { areaId, areaCode }: Where, at: Date): Promise<string> {
  const year = Number(londonDay(at).slice(0, 4))
  return `${areaCode}-${year}-${pad(await next(tx, areaId, 'contact', year), 5)}`
}

/** The next child reference, e.g. 'WRN-C-00042'. */
export async function childReference(tx: Tx, { areaId, areaCode }: Where): Promise<string> {
  return `${areaCode}-C-${pad(await next(tx, areaId, 'child', 0), 5)}`
}

/** The next enquiry reference, e.g. 'WRN-E-0001'. */
export async function enquiryReference(tx: Tx, { areaId, areaCode }: Where): Promise<string> {
  return `${areaCode}-E-${pad(await next(tx, areaId, 'enquiry', 0), 4)}`
}

/** The next reference of a request to see a record, e.g. 'WRN-S-0003'. */
export async function accessReference(tx: Tx, { areaId, areaCode }: Where): Promise<string> {
  return `${areaCode}-S-${pad(await next(tx, areaId, 'subject_access', 0), 4)}`
}

/** The next case reference, e.g. 'WRN-K-0007'. */
export async function caseReference(tx: Tx, { areaId, areaCode }: Where): Promise<string> {
  return `${areaCode}-K-${pad(await next(tx, areaId, 'case', 0), 4)}`
}

/** The next so many contact references of a London year, in order, for records that come in together. */
export async function contactReferences(tx: Tx, { areaId, areaCode }: Where, year: number, many: number): Promise<string[]> {
  return several(await next(tx, areaId, 'contact', year, many), many, (number) => `${areaCode}-${year}-${pad(number, 5)}`)
}

/** The next so many child references. */
export async function childReferences(tx: Tx, { areaId, areaCode }: Where, many: number): Promise<string[]> {
  return several(await next(tx, areaId, 'child', 0, many), many, (number) => `${areaCode}-C-${pad(number, 5)}`)
}

/** The next so many case references. */
export async function caseReferences(tx: Tx, { areaId, areaCode }: Where, many: number): Promise<string[]> {
  return several(await next(tx, areaId, 'case', 0, many), many, (number) => `${areaCode}-K-${pad(number, 4)}`)
}

const several = (first: number, many: number, form: (number: number) => string): string[] => Array.from({ length: many }, (_, at) => form(first + at))
