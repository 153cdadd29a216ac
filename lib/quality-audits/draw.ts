import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { draw } from '../pathway/audit-draw'
import { auditKind, type AuditKindId } from '../pathway/audit-questions'
import { londonDay } from '../pathway/london'
import { hashOf, loadPopulation } from './population'
import { drawSchema } from './schema'
import { loadQuestionSets } from './sets'

const MOST = 1_000

/**
 * Draws an audit: everything that draws it again is kept with it. Sent twice it draws once. Throws Invalid where the
 * period is not over, holds nothing, or would draw more than 1,000 records.
 */
export const drawAudit = operation({
  name: 'quality-audits.draw',
  effect: 'change',
  permission: 'quality-audit:draw',
  input: drawSchema,
  audit: ['quality_audit.drawn'],
  async work({ tx, actor, now }, { submissionKey, kind, from, until, share, secondShare, stratified, seed: given }) {
    const { areaId, userId } = actor
    const drawn = (id: string, after: { kind: string; from: string; until: string; seed: string; share: number; population: number; items: number } | null) =>
      ({ output: { id }, kind: 'quality_audit.drawn' as const, facts: { record: { type: 'quality_audit' as const, id }, children: [], before: null, after } })
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`quality audit ${submissionKey}`}, 0))::text`
    const same = await tx.qualityAudit.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } }, select: { id: true } })
    if (same) return drawn(same.id, null)
    if (until > londonDay(now)) throw new Invalid({ until: 'The period must be over: its records are still coming in' })
    const population = await loadPopulation(tx, kind, from, until)
    if (!population.length) throw new Invalid({ from: `There is no ${auditKind(kind)?.one} of this kind in the period` })
    const set = (await loadQuestionSets(tx, areaId, kind)).at(-1)
    if (!set) throw new Error('There is no set of questions')
    const seed = given || randomBytes(5).toString('hex')
    const { rows, strata } = draw(population, { seed, share, secondShare, stratified })
    if (rows.length > MOST) throw new Invalid({ share: `This would draw ${rows.length.toLocaleString('en-GB')} records. Choose a smaller share or a shorter period` })
    const { id } = await tx.qualityAudit.create({
      data: {
        areaId, submissionKey, kind, fromDay: new Date(from), untilDay: new Date(until), seed, share, secondShare, stratified, population: population.length,
        populationHash: hashOf(population, stratified), strata: strata.map((one) => ({ ...one })), setRef: set.ref, at: now, byId: userId,
      },
      select: { id: true },
    })
    await tx.qualityAuditItem.createMany({ data: rows.map(({ id: recordId, reference, stratum, second }, at) => ({ areaId, auditId: id, position: at + 1, recordId, reference, stratum, second })) })
    return drawn(id, { kind, from, until, seed, share, population: population.length, items: rows.length })
  },
})

/** A draw made again from what was kept: whether the rows are the same, and where they are not, why. */
export type DrawnAgain = {
  same: boolean
  /** Whether other records are in the period now than then, or stand in another stratum of a stratified draw. */
  changed: boolean
  then: number
  now: number
  rows: { position: number; then: string | null; now: string | null }[]
}

/** Draws again from the seed and shows both, row by row. Writes nothing. Throws NotFound. */
export const drawAgain = operation({
  name: 'quality-audits.draw-again',
  effect: 'read',
  permission: 'quality-audit:check',
  input: z.strictObject({ auditId: z.uuid() }),
  audit: ['quality_audit.drawn_again'],
  async work({ tx, actor }, { auditId }) {
    const { areaId } = actor
    const audit = await tx.qualityAudit.findUnique({ where: { areaId_id: { areaId, id: auditId } }, include: { items: { orderBy: { position: 'asc' } } } })
    if (!audit) throw new NotFound()
    const [from, until] = [audit.fromDay, audit.untilDay].map((day) => day.toISOString().slice(0, 10)) as [string, string]
    const population = await loadPopulation(tx, audit.kind as AuditKindId, from, until)
    const { rows } = draw(population, audit)
    const both = Array.from({ length: Math.max(rows.length, audit.items.length) }, (_, at) => ({ then: audit.items[at], now: rows[at] }))
    const output: DrawnAgain = {
      same: both.every(({ then, now }) => then?.recordId === now?.id && then?.second === now?.second),
      changed: hashOf(population, audit.stratified) !== audit.populationHash,
      then: audit.population,
      now: population.length,
      rows: both.map(({ then, now }, at) => ({ position: at + 1, then: then?.reference ?? null, now: now?.reference ?? null })),
    }
    return { output, kind: 'quality_audit.drawn_again', facts: { record: { type: 'quality_audit', id: auditId }, children: [] } }
  },
})
