import { operation } from '../access/operation'
import { momentsOf, nextPage, pageBy, readKey, readSort, type Page } from '../paging'
import { strategyListSchema, strategySort } from './schema'
import { summariseMeeting, type MeetingSummary } from './view'

const PAGE = 25

/**
 * Strategy meetings, 25 a page, narrowed and sorted as asked: what waits by what is due first, so what is late stands
 * above all; what is resolved or has its review called, newest first. A practitioner's list is of own cases.
 */
export const listMeetings = operation({
  name: 'strategy.list',
  effect: 'read',
  permission: 'strategy:read',
  input: strategyListSchema,
  audit: ['strategy.listed'],
  async work({ tx, actor, now }, { after, ...filter }) {
    const { show, awaits, due } = filter
    const { column, direction } = readSort<string>(strategySort(filter))
    const by = column === 'due' ? 'awaitedBy' : 'calledAt'
    const called = momentsOf(filter)
    const page = pageBy(by, direction, readKey(after))
    const rows = await tx.strategyMeeting.findMany({
      where: {
        areaId: actor.areaId,
        awaitedBy: show === 'done' ? null : due === 'late' ? { lt: now } : { not: null },
        ...(show === 'waiting' && awaits ? { state: awaits } : {}),
        ...(called ? { calledAt: called } : {}),
        AND: page.where,
      },
      orderBy: page.order,
      take: PAGE + 1,
      include: { child: true, case: { select: { reference: true } }, calledBy: { select: { name: true } } },
    })
    const { items, next } = nextPage(rows, PAGE, (row) => ({ at: row[by] ?? row.calledAt, id: row.id }))
    const output: Page<MeetingSummary> = { items: items.map((row) => summariseMeeting(row, now)), next }
    return { output, kind: 'strategy.listed', facts: { rows: items.map(({ id }) => id), children: items.map(({ childId }) => childId), terms: { ...filter, after } } }
  },
})
