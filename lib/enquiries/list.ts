import { z } from 'zod'
import { operation } from '../access/operation'
import { nameOf } from '../children/view'
import { momentsOf, nextPage, pageBy, readKey, readSort, type Page } from '../paging'
import type { ClockState } from '../pathway/clocks'
import { answerClock } from './view'
import { enquiryListSchema, enquirySort } from './list-schema'

/** One line of the lead's list. */
export type EnquirySummary = {
  id: string
  reference: string
  about: string
  openedAt: string
  openedBy: string
  dueAt: string
  asked: number
  answered: number
  /** The worst clock of its agencies. */
  clock: ClockState
  decided: boolean
}

const PAGE = 25

/** Enquiries of the area, 25 a page, narrowed and sorted as asked: open ones by when they were opened, decided ones newest first, unless another order is asked for. */
export const listEnquiries = operation({
  name: 'enquiries.list',
  effect: 'read',
  permission: 'enquiry:read',
  input: enquiryListSchema,
  audit: ['enquiry.listed'],
  async work({ tx, actor, now }, { after, ...filter }) {
    const { column, direction } = readSort(enquirySort(filter))
    const opened = momentsOf(filter)
    const by = column === 'due' ? 'dueAt' : 'openedAt'
    const page = pageBy(by, direction, readKey(after))
    const rows = await tx.enquiry.findMany({
      where: {
        areaId: actor.areaId,
        decidedAt: filter.show === 'open' ? null : { not: null },
        ...(opened ? { openedAt: opened } : {}),
        AND: page.where,
      },
      orderBy: page.order,
      take: PAGE + 1,
      include: {
        child: true,
        openedBy: { select: { name: true } },
        requests: { select: { dueAt: true, answeredAt: true } },
      },
    })
    const { items, next } = nextPage(rows, PAGE, (row) => ({ at: row[by], id: row.id }))
    const output: Page<EnquirySummary> = {
      next,
      items: items.map((row) => ({
        id: row.id,
        reference: row.reference,
        about: row.child ? nameOf(row.child) : (row.personName ?? ''),
        openedAt: row.openedAt.toISOString(),
        openedBy: row.openedBy.name,
        dueAt: row.dueAt.toISOString(),
        asked: row.requests.length,
        answered: row.requests.filter(({ answeredAt }) => answeredAt).length,
        clock: worst(row.requests.map((request) => answerClock(request, now))),
        decided: row.decidedAt !== null,
      })),
    }
    return { output, kind: 'enquiry.listed', facts: { rows: items.map(({ id }) => id), children: items.flatMap(({ childId }) => childId ?? []), terms: { ...filter, after } } }
  },
})

const WORST: readonly ClockState[] = ['late', 'close', 'on_time', 'met_late', 'met']

function worst(states: readonly ClockState[]): ClockState {
  return WORST.find((state) => states.includes(state)) ?? 'on_time'
}

export type OpenEnquiry = { id: string; reference: string; openedAt: string }

/** That an enquiry is open on a child, or hangs on a contact: its reference and since when, and nothing of it. */
export const seeOpenEnquiries = operation({
  name: 'enquiries.see-open',
  effect: 'read',
  permission: 'enquiry:see-open',
  input: z.strictObject({ childId: z.uuid().nullable(), contactId: z.uuid().nullable() }),
  audit: ['enquiry.listed'],
  async work({ tx }, { childId, contactId }) {
    const rows = await tx.$queryRaw<{ id: string; reference: string; opened_at: Date }[]>`SELECT * FROM open_enquiries(${childId}::uuid, ${contactId}::uuid)`
    const output: OpenEnquiry[] = rows.map((row) => ({ id: row.id, reference: row.reference, openedAt: row.opened_at.toISOString() }))
    return { output, kind: 'enquiry.listed', facts: { rows: rows.map(({ id }) => id), children: childId ? [childId] : [], terms: { for: 'a record' } } }
  },
})
