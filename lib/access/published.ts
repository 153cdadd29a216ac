import { writeAudit } from '../audit/write'
import { now } from '../clock'
import { transaction } from '../database/client'
import { isoDate } from '../dates'
import type { PublishedContent } from '../oversight/public-summary'
import { asDoorError } from './failures'
import type { Request } from './operation'

/** A year's summary as everybody may read it. Days are 'YYYY-MM-DD'. */
export type PublicSummary = { id: string; area: string; from: string; until: string; at: string; content: PublishedContent }

type Row = { id: string; area: string; from_day: Date; until_day: Date; at: Date; content: PublishedContent }

/** How long an event stands for what the same address is shown again, and how many addresses have one of their own meanwhile. */
const STANDS_MS = 15 * 60_000
const ADDRESSES = 100
/** Whoever comes beyond those, together. */
const OTHERS = 'others'

/** Until when each event that was written stands, in this process. Anybody may ask for the page, so neither this nor the log may grow with them. */
const standing = new Map<string, number>()

/**
 * Gives what was published and not withdrawn: stored copies, by area and the latest year first. Throws a DoorError where
 * the database or the audit log cannot be reached.
 *
 * The public's window beside the door: nobody is signed in, so it is no `operation`, it takes no input, and nothing else
 * of the database answers to it. It too works in one transaction with its audit event, which names nobody; one event
 * stands for what an address is shown within a quarter of an hour, so that nobody fills the log by asking (decision 0031).
 */
export async function readPublished(request: Request): Promise<PublicSummary[]> {
  const at = now().getTime()
  for (const [key, until] of standing) if (until <= at) standing.delete(key)
  try {
    const [rows, key] = await transaction(null, async (tx) => {
      const found = await tx.$queryRaw<Row[]>`SELECT id, area, from_day, until_day, at, content FROM published_summaries()`
      const ids = found.map(({ id }) => id)
      const keyOf = (address: string) => [address, ...ids].join(' ')
      const address = standing.has(keyOf(request.address)) || standing.size < ADDRESSES ? request.address : OTHERS
      if (!standing.has(keyOf(address))) await writeAudit(tx, null, { ...request, address }, 'summary.read', { rows: ids })
      return [found, keyOf(address)] as const
    })
    // once it is committed: what failed stands for nothing
    if (!standing.has(key)) standing.set(key, at + STANDS_MS)
    return rows.map((row) => ({ id: row.id, area: row.area, from: isoDate(row.from_day), until: isoDate(row.until_day), at: row.at.toISOString(), content: row.content }))
  } catch (cause) {
    throw asDoorError(cause, request.requestId, 'summary.read')
  }
}
