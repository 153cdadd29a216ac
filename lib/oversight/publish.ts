import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import { isoDate } from '../dates'
import { londonDay, type IsoDay } from '../pathway/london'
import { lastWholeYear, periodFor, wholeYearProblem, type Period } from './period'
import { summaryOf, type PublishedContent } from './public-summary'
import { previewSchema, publishSchema, withdrawSchema } from './publish-schema'

/** What a copy is known by: SHA-256 of its content. */
export const digestOf = (content: PublishedContent): string => createHash('sha256').update(JSON.stringify(content)).digest('hex')

/** A summary that was published, for those who oversee. `withdrawn` says when and why it is public no more. */
export type PublishedRow = Period & { id: string; at: string; by: string; withdrawn: { at: string; by: string; reason: string } | null }

async function rowsOf(tx: Tx, areaId: string): Promise<PublishedRow[]> {
  const named = { select: { name: true } } as const
  const rows = await tx.publishedSummary.findMany({ where: { areaId }, orderBy: { untilDay: 'desc' }, include: { by: named, withdrawal: { include: { by: named } } } })
  return rows.map(({ id, fromDay, untilDay, at, by, withdrawal }) => ({
    id, from: isoDate(fromDay), until: isoDate(untilDay), at: at.toISOString(), by: by.name,
    withdrawn: withdrawal && { at: withdrawal.at.toISOString(), by: withdrawal.by.name, reason: withdrawal.reason },
  }))
}

/** The summaries of the area that were published, the latest year first, those that were withdrawn too. */
export const listPublished = operation({
  name: 'oversight.published',
  effect: 'read',
  permission: 'figures:report',
  input: z.strictObject({}),
  audit: ['summary.listed'],
  async work({ tx, actor }) {
    const output = await rowsOf(tx, actor.areaId)
    return { output, kind: 'summary.listed', facts: { rows: output.map(({ id }) => id) } }
  },
})

/** Why a period cannot be published; null where it can. A day is published once: two copies of it would tell small numbers by subtraction. */
async function problemOf(tx: Tx, areaId: string, { from, until }: Period, today: IsoDay): Promise<string | null> {
  const problem = wholeYearProblem({ from, until }, today)
  if (problem) return problem
  const other = (await rowsOf(tx, areaId)).find((one) => one.from <= until && one.until >= from)
  return other ? 'A part of this period is published already, or was. Two counts of one day would give small numbers away, so each day is published once' : null
}

/** Exactly what would be public of a year, and the digest to publish it by. The last twelve whole months unless said. */
export type Preview = { area: string; period: Period; content: PublishedContent; digest: string; problem: string | null }

export const previewSummary = operation({
  name: 'oversight.preview-summary',
  effect: 'read',
  permission: 'figures:publish',
  input: previewSchema,
  audit: ['summary.previewed'],
  async work({ tx, actor, now }, given) {
    const year = lastWholeYear(now)
    const period = periodFor(actor, { from: given.from ?? year.from, until: given.until ?? year.until }, now)
    const content = await summaryOf(tx, actor, now, period)
    const output: Preview = { area: actor.areaName, period: { from: period.from, until: period.until }, content, digest: digestOf(content), problem: await problemOf(tx, actor.areaId, period, londonDay(now)) }
    return { output, kind: 'summary.previewed', facts: { terms: { from: period.from, until: period.until } } }
  },
})

/**
 * Makes a year's summary public: the copy that was looked at, as it stood then. Sent twice it is published once. Throws
 * Invalid for a period that is no whole year, not over, or published before; Conflict where the records changed since.
 */
export const publishSummary = operation({
  name: 'oversight.publish-summary',
  effect: 'change',
  permission: 'figures:publish',
  input: publishSchema,
  audit: ['summary.published'],
  async work({ tx, actor, now }, { submissionKey, from, until, digest }) {
    const { areaId, userId } = actor
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`published summary ${areaId}`}, 0))::text`
    const published = (id: string, after: { from: string; until: string; digest: string } | null) =>
      ({ output: { id }, kind: 'summary.published' as const, facts: { record: { type: 'published_summary' as const, id }, children: [], before: null, after } })
    const same = await tx.publishedSummary.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } }, select: { id: true } })
    if (same) return published(same.id, null)
    const problem = await problemOf(tx, areaId, { from, until }, londonDay(now))
    if (problem) throw new Invalid({ confirmed: problem })
    const content = await summaryOf(tx, actor, now, { from, until })
    if (digestOf(content) !== digest) throw new Conflict('The records have changed since you looked, so nothing was published. Reload the page to see what would be public now.')
    const { id } = await tx.publishedSummary.create({
      data: { areaId, submissionKey, fromDay: new Date(from), untilDay: new Date(until), content: JSON.parse(JSON.stringify(content)), at: now, byId: userId }, select: { id: true },
    })
    return published(id, { from, until, digest })
  },
})

/** Takes a published summary back: it is public no more, and stays on record. Sent twice it is withdrawn once. Throws NotFound. */
export const withdrawSummary = operation({
  name: 'oversight.withdraw-summary',
  effect: 'change',
  permission: 'figures:publish',
  input: withdrawSchema,
  audit: ['summary.withdrawn'],
  async work({ tx, actor, now }, { summaryId, reason }) {
    const { areaId, userId } = actor
    if (!(await tx.publishedSummary.findUnique({ where: { areaId_id: { areaId, id: summaryId } }, select: { id: true } }))) throw new NotFound()
    await tx.publishedSummaryWithdrawal.createMany({ data: [{ areaId, summaryId, reason, at: now, byId: userId }], skipDuplicates: true })
    return { output: undefined, kind: 'summary.withdrawn', facts: { record: { type: 'published_summary', id: summaryId }, children: [], before: null, after: { reason } } }
  },
})
