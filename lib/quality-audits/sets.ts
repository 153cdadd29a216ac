import type { Tx } from '../access/operation'
import { builtInQuestions, type AuditKindId, type AuditQuestion, type QuestionSet } from '../pathway/audit-questions'
import { setName } from '../pathway/indicators'

/** Every set that an audit of that kind may ask, oldest first: the built-in one, then the area's own. */
export async function loadQuestionSets(tx: Tx, areaId: string, kind: AuditKindId): Promise<readonly QuestionSet[]> {
  const own = await tx.auditQuestionSet.findMany({ where: { areaId, kind }, orderBy: { number: 'asc' }, select: { number: true, questions: true } })
  return [builtInQuestions(kind), ...own.map(({ number, questions }) => ({ ref: setName(number), questions: questions as unknown as AuditQuestion[] }))]
}

/** The questions of an audit, which keeps the set it was drawn with. Throws where there is no such set. */
export async function questionsOf(tx: Tx, areaId: string, kind: AuditKindId, setRef: string): Promise<readonly AuditQuestion[]> {
  const set = (await loadQuestionSets(tx, areaId, kind)).find(({ ref }) => ref === setRef)
  if (!set) throw new Error(`There is no set ${setRef} of questions`)
  return set.questions
}
