import { writeAudit } from '../audit/write'
import { transaction } from '../database/client'
import type { PublishedContent } from '../oversight/public-summary'
import { asDoorError } from './failures'
import type { Request } from './operation'

/** A year's summary as everybody may read it. Days are 'YYYY-MM-DD'. */
export type PublicSummary = { id: string; area: string; from: string; until: string; at: string; content: PublishedContent }

type Row = { id: string; area: string; from_day: Date; until_day: Date; at: Date; content: PublishedContent }

/**
 * Gives what was published and not withdrawn: stored copies, by area and the latest year first. Throws a DoorError where
 * the database or the audit log cannot be reached.
 *
 * The public's window beside the door: nobody is signed in, so it is no `operation`, it takes no input, and nothing else
 * of the database answers to it. It too works in one transaction with its audit event, which names nobody.
 */
export async function readPublished(request: Request): Promise<PublicSummary[]> {
  try {
    return await transaction(null, async (tx) => {
      const rows = await tx.$queryRaw<Row[]>`SELECT id, area, from_day, until_day, at, content FROM published_summaries()`
      await writeAudit(tx, null, request, 'summary.read', { rows: rows.map(({ id }) => id) })
      const dayOf = (date: Date) => date.toISOString().slice(0, 10)
      return rows.map(({ id, area, from_day, until_day, at, content }) => ({ id, area, from: dayOf(from_day), until: dayOf(until_day), at: at.toISOString(), content }))
    })
  } catch (cause) {
    throw asDoorError(cause, request.requestId, 'summary.read')
  }
}
