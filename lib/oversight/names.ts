import type { Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { loadSets } from '../assessments/sets'
import { AUDIT_KINDS } from '../pathway/audit-questions'
import { BLOCKS, type IndicatorSet } from '../pathway/indicators'
import { loadQuestionSets } from '../quality-audits/sets'
import type { Counted } from './count'
import { dimensionOf, type DimensionName, type Fact } from './definitions'

/** The words for parts that are named by an id. */
export type Names = ReadonlyMap<string, string>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The names of the practitioners, agencies and indicators that were counted, and the words of questions of audits. */
export async function namesOf(tx: Tx, { areaId }: Actor, by: readonly DimensionName[], counted: readonly (ReadonlyMap<Fact, Counted[]> | null)[]): Promise<Names> {
  const wanted = new Set(by.map((one) => dimensionOf(one).named))
  const rows = counted.flatMap((facts) => [...(facts?.values() ?? [])].flat())
  const idsOf = (named: 'practitioner' | 'agency') => [...new Set(rows.filter(({ part }) => part === named).flatMap(({ keys }) => keys))].filter((id) => UUID.test(id))
  const people = wanted.has('practitioner') ? await tx.userAccount.findMany({ where: { id: { in: idsOf('practitioner') } }, select: { id: true, name: true } }) : []
  const agencies = wanted.has('agency') ? await tx.agency.findMany({ where: { areaId, id: { in: idsOf('agency') } }, select: { id: true, name: true } }) : []
  const sets = wanted.has('indicator') ? await loadSets(tx, areaId) : []
  const questions = wanted.has('audit_question') ? await questionsOf(tx, areaId) : []
  return new Map([...questions, ...[...people, ...agencies].map(({ id, name }) => [id, name] as const), ...sets.flatMap(indicatorsOf)])
}

function indicatorsOf({ ref, indicators }: IndicatorSet): [string, string][] {
  return indicators.map(({ id, block, label }) => [`${ref} ${id}`, `${label} (${BLOCKS.find((one) => one.id === block)?.label.toLowerCase() ?? block})`])
}

async function questionsOf(tx: Tx, areaId: string): Promise<[string, string][]> {
  const words: [string, string][] = []
  // the latest words of a question come last, and stand
  for (const { id: kind, label } of AUDIT_KINDS) {
    for (const { questions } of await loadQuestionSets(tx, areaId, kind)) words.push(...questions.map((one): [string, string] => [`${kind} ${one.id}`, `${label}: ${one.label}`]))
  }
  return words
}
