import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { nextPage, readKey, type Page } from '../paging'
import type { ClockState } from '../pathway/clocks'
import { answerClock, byDay, entryInclude, viewEntry, type EntryView } from './view'
import { requestListSchema } from './schema'

/** One line of what an agency is asked. */
export type RequestSummary = {
  enquiryId: string
  reference: string
  about: string
  askedAt: string
  dueAt: string
  clock: ClockState
  answer: 'entries' | 'nothing_known' | null
  answeredAt: string | null
}

const PAGE = 25

/** What the agency of the person asking is asked, 25 a page: waiting by what is due first, answered newest first. */
export const listOwnRequests = operation({
  name: 'enquiries.list-own',
  effect: 'read',
  permission: 'enquiry:answer',
  input: requestListSchema,
  audit: ['enquiry.listed'],
  async work({ tx, actor, now }, { show, after }) {
    const key = readKey(after)
    const [field, order, beyond] = show === 'waiting' ? (['dueAt', 'asc', 'gt'] as const) : (['answeredAt', 'desc', 'lt'] as const)
    const rows = actor.agencyId === null ? [] : await tx.enquiryRequest.findMany({
      where: {
        areaId: actor.areaId,
        agencyId: actor.agencyId,
        answeredAt: show === 'waiting' ? null : { not: null },
        ...(key ? { OR: [{ [field]: { [beyond]: key.at } }, { [field]: key.at, id: { [beyond]: key.id } }] } : {}),
      },
      orderBy: [{ [field]: order }, { id: order }],
      take: PAGE + 1,
    })
    const { items, next } = nextPage(rows, PAGE, (row) => ({ at: row[field] ?? row.dueAt, id: row.id }))
    const output: Page<RequestSummary> = {
      next,
      items: items.map((row) => ({
        enquiryId: row.enquiryId,
        reference: row.reference,
        about: row.subjectLine,
        askedAt: row.askedAt.toISOString(),
        dueAt: row.dueAt.toISOString(),
        clock: answerClock(row, now),
        answer: row.answer,
        answeredAt: row.answeredAt?.toISOString() ?? null,
      })),
    }
    return { output, kind: 'enquiry.listed', facts: { rows: items.map(({ id }) => id), children: items.flatMap(({ childId }) => childId ?? []), terms: { show } } }
  },
})

/** How many enquiries wait for the agency of the person asking, and how many of them are late. */
export async function countOwnRequests({ tx, actor, now }: Asking): Promise<{ waiting: number; late: number }> {
  if (actor.agencyId === null) return { waiting: 0, late: 0 }
  const where = { areaId: actor.areaId, agencyId: actor.agencyId, answeredAt: null }
  const waiting = await tx.enquiryRequest.count({ where })
  return { waiting, late: waiting ? await tx.enquiryRequest.count({ where: { ...where, dueAt: { lt: now } } }) : 0 }
}

/** What one's own agency is asked in an enquiry, and what it has said. */
export type OwnRequest = RequestSummary & {
  requestId: string
  told: string
  question: string
  /** What this agency alone is asked besides. */
  besides: string | null
  askedBy: string
  answeredBy: string | null
  agency: string
  entries: EntryView[]
}

/** One request to the agency of the person asking. Throws NotFound, also where another agency was asked. */
export const readOwnRequest = operation({
  name: 'enquiries.read-own',
  effect: 'read',
  permission: 'enquiry:answer',
  input: z.strictObject({ enquiryId: z.uuid() }),
  audit: ['enquiry.opened'],
  async work({ tx, actor, now }, { enquiryId }) {
    const { areaId, agencyId } = actor
    const row = agencyId === null ? null : await tx.enquiryRequest.findUnique({
      where: { areaId_enquiryId_agencyId: { areaId, enquiryId, agencyId } },
      include: {
        askedBy: { select: { name: true } },
        answeredBy: { select: { name: true } },
        entries: { orderBy: [{ at: 'asc' }, { position: 'asc' }], include: entryInclude },
      },
    })
    if (!row) throw new NotFound()
    const output: OwnRequest = {
      requestId: row.id,
      enquiryId,
      reference: row.reference,
      about: row.subjectLine,
      told: row.told,
      question: row.question,
      besides: row.askedBesides,
      askedAt: row.askedAt.toISOString(),
      askedBy: row.askedBy.name,
      dueAt: row.dueAt.toISOString(),
      clock: answerClock(row, now),
      answer: row.answer,
      answeredAt: row.answeredAt?.toISOString() ?? null,
      answeredBy: row.answeredBy?.name ?? null,
      agency: actor.agencyName ?? '',
      entries: row.entries.map((entry) => viewEntry(entry, row.dueAt)).sort(byDay),
    }
    return { output, kind: 'enquiry.opened', facts: { record: { type: 'enquiry', id: enquiryId }, children: row.childId ? [row.childId] : [] } }
  },
})
