/** What an audit found, counted. Source: DOMAIN 2 (Assurance) and 6.9. */
import { JUDGEMENTS, type AuditAnswers, type AuditQuestion, type Judgement } from './audit-questions'

export type Answered = { readonly itemId: string; readonly opinion: number; readonly answers: AuditAnswers }

export type QuestionResult = {
  readonly question: AuditQuestion
  readonly counts: Readonly<Record<Judgement, number>>
  /** Items with a first answer to it. */
  readonly answered: number
  /** Yes among those where the record could tell, and how many those are; null where it could tell of none. */
  readonly yesOf: { readonly yes: number; readonly of: number; readonly share: number } | null
  /** Of the items that two people read: how many, and on how many of them they judged alike. */
  readonly both: number
  readonly agreed: number
}

/** Each question to judge, counted over first opinions; what the record could not tell is not in the share's denominator. */
export function resultsOf(questions: readonly AuditQuestion[], given: readonly Answered[]): QuestionResult[] {
  const judged = (one: Answered | undefined, id: string) => one?.answers[id]?.judgement
  const first = given.filter(({ opinion }) => opinion === 1)
  const pairs = given.filter(({ opinion }) => opinion === 2).map((second) => [first.find(({ itemId }) => itemId === second.itemId), second] as const)
  return questions.filter(({ answer }) => answer === 'judge').map((question) => {
    const all = first.map((one) => judged(one, question.id)).filter((one) => one !== undefined)
    const counts = Object.fromEntries(JUDGEMENTS.map(({ id }) => [id, all.filter((one) => one === id).length])) as Record<Judgement, number>
    const of = all.length - counts.cannot_tell
    const both = pairs.filter(([one, other]) => judged(one, question.id) && judged(other, question.id))
    return {
      question, counts, answered: all.length,
      yesOf: of ? { yes: counts.yes, of, share: counts.yes / of } : null,
      both: both.length,
      agreed: both.filter(([one, other]) => judged(one, question.id) === judged(other, question.id)).length,
    }
  })
}

/** A share as people read it, e.g. '7 of 9 (78 %)'. */
export const shareText = (part: number, of: number): string => (of ? `${part} of ${of} (${Math.round((part / of) * 100)} %)` : 'None')

/** The questions on which two people judged otherwise. */
export function differences(questions: readonly AuditQuestion[], first: AuditAnswers, second: AuditAnswers): AuditQuestion[] {
  return questions.filter(({ id, answer }) => answer === 'judge' && first[id]?.judgement !== second[id]?.judgement)
}
