/** What changed between two assessments of one case. Each is read with the set it was made with. Source: DOMAIN 3. */
import { ANSWERS, type AnswerWord, type Answers } from './assessment'
import { BLOCKS, type Block, type Indicator } from './indicators'

export type Change = 'more' | 'less' | 'now_known' | 'no_longer_known' | 'new_question' | 'no_longer_asked' | 'same'

export const CHANGE_LABELS: Readonly<Record<Change, string>> = {
  more: 'More than before',
  less: 'Less than before',
  now_known: 'Known now',
  no_longer_known: 'No longer known',
  new_question: 'Not asked before',
  no_longer_asked: 'No longer asked',
  same: 'The same',
}

/** One indicator before and now; null where that set does not ask it. */
export type ChangeRow = { id: string; label: string; block: Block; before: AnswerWord | null; now: AnswerWord | null; change: Change }

type Side = { readonly indicators: readonly Indicator[]; readonly answers: Answers }
const STRENGTH: Readonly<Record<AnswerWord, number>> = { not_known: 0, no: 1, suspected: 2, yes: 3 }

/** Every indicator of either set, in the order of the blocks; ids, not words, say which is which. */
export function compareAssessments(before: Side, now: Side): ChangeRow[] {
  const all = new Map([...before.indicators, ...now.indicators].map((one) => [one.id, one]))
  const said = ({ indicators, answers }: Side, id: string): AnswerWord | null => (indicators.some((one) => one.id === id) ? (answers[id]?.answer ?? 'not_known') : null)
  const place = (block: Block) => BLOCKS.findIndex(({ id }) => id === block)
  return [...all.values()]
    .map(({ id, label, block }) => {
      const [earlier, later] = [said(before, id), said(now, id)]
      return { id, label, block, before: earlier, now: later, change: changeOf(earlier, later) }
    })
    .sort((a, b) => place(a.block) - place(b.block))
}

function changeOf(before: AnswerWord | null, now: AnswerWord | null): Change {
  if (before === now) return 'same'
  if (before === null) return 'new_question'
  if (now === null) return 'no_longer_asked'
  if (before === 'not_known') return 'now_known'
  if (now === 'not_known') return 'no_longer_known'
  return STRENGTH[now] > STRENGTH[before] ? 'more' : 'less'
}

/** Who says which level of a young person, where they do not all say the same (DOMAIN 2: dissent is recorded). */
export function disagree(levels: readonly (string | null)[]): boolean {
  return new Set(levels.filter((level) => level !== null)).size > 1
}

/** The words of an answer. */
export function answerLabel(word: AnswerWord | null): string {
  return ANSWERS.find(({ id }) => id === word)?.label ?? 'Not asked'
}
