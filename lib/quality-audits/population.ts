import { createHash } from 'node:crypto'
import type { Tx } from '../access/operation'
import { CLOSURE_REASONS } from '../pathway/codes'
import type { Drawable } from '../pathway/audit-draw'
import type { AuditKindId } from '../pathway/audit-questions'
import { addDaysTo, instantAt, type IsoDay } from '../pathway/london'
import { LEVEL_LABELS } from '../pathway/levels'
import { GLASS_OUTCOMES } from '../pathway/break-glass'
import { REPORTED_OUTCOME_LABELS } from '../pathway/routing'

export type InPopulation = Drawable & { readonly reference: string }

/** What an audit of that kind and period draws from: London days, both included. */
export async function loadPopulation(tx: Tx, kind: AuditKindId, from: IsoDay, until: IsoDay): Promise<InPopulation[]> {
  return tx.$queryRaw<InPopulation[]>`
    SELECT record_id AS id, reference, stratum FROM audit_population(${kind}, ${instantAt(from, 0)}::timestamptz, ${instantAt(addDaysTo(until, 1), 0)}::timestamptz)`
}

/** Tells two populations apart: by their ids, and where a draw is stratified by the strata too. */
export function hashOf(population: readonly Drawable[], stratified: boolean): string {
  const lines = population.map(({ id, stratum }) => (stratified ? `${id} ${stratum}` : id)).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

const LABELS: Readonly<Record<string, string>> = {
  ...REPORTED_OUTCOME_LABELS, undecided: 'Waiting for a decision', ...LEVEL_LABELS, not_assessed: 'Not yet assessed',
  ...Object.fromEntries(CLOSURE_REASONS.map(({ code, label }) => [code, label])),
  ...Object.fromEntries(GLASS_OUTCOMES.map(({ id, label }) => [id, label])), not_reviewed: 'Not yet reviewed',
}

export const stratumLabel = (stratum: string): string => LABELS[stratum] ?? stratum
