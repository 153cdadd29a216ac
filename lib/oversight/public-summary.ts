import type { Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import type { Amount, Measured, Wanted } from './figure-view'
import { measure } from './measure'
import type { Period } from './period'

/** What an area tells the public of a year: nothing by practitioner, school or agency, and no small number. */
export const PUBLIC: readonly { id: string; title: string; lede: string; figures: readonly Wanted[] }[] = [
  { id: 'told', title: 'What people told us', lede: 'Every worry about a child is written down and answered.', figures: [{ figure: 'contacts' }, { figure: 'exploitation' }, { figure: 'exploitation_source', by: ['source_group'] }, { figure: 'exploitation_outcome', by: ['outcome'] }] },
  { id: 'children', title: 'The children and young people', lede: 'Who the worries were about.', figures: [{ figure: 'children', by: ['age', 'sex'] }] },
  { id: 'help', title: 'The help they had', lede: 'The specialist team’s work with young people, for as long as it takes.', figures: [{ figure: 'cate_referrals' }, { figure: 'open_cases', by: ['level'] }, { figure: 'plan_both' }] },
  { id: 'time', title: 'How quickly we acted', lede: 'What was done by its limit.', figures: [{ figure: 'decided_in_time' }, { figure: 'panel_in_time' }, { figure: 'reviews_in_time' }] },
]

/** What is stored of a year: the words as they were, and numbers with small ones withheld. */
export type PublishedContent = { parts: { id: string; title: string; lede: string; figures: Measured[] }[] }

/** Counts what would be published of a period. The year before is not counted again: its own copy stands beside it. */
export async function summaryOf(tx: Tx, actor: Actor, now: Date, period: Period): Promise<PublishedContent> {
  const parts: PublishedContent['parts'] = []
  for (const { figures, ...part } of PUBLIC) parts.push({ ...part, figures: await measure(tx, actor, now, figures, period, { suppress: true }) })
  return { parts }
}

/** A year with the published copy of the year before beside it, figure by figure and part by part, where there is one. */
export function besideThe(earlier: PublishedContent | null, content: PublishedContent): PublishedContent {
  const before = new Map(earlier?.parts.flatMap(({ figures }) => figures).map((one) => [one.figure, one]))
  const withBefore = (one: Measured): Measured => {
    const other = before.get(one.figure)
    if (!other) return one
    const partOf = (by: string, id: string): Amount | null => other.breakdowns.find((each) => each.by === by)?.parts.find((part) => part.id === id) ?? null
    return {
      ...one, before: other.amount,
      breakdowns: one.breakdowns.map(({ parts, ...breakdown }) => ({ ...breakdown, parts: parts.map((part) => ({ ...part, before: partOf(breakdown.by, part.id) })) })),
    }
  }
  return { parts: content.parts.map((part) => ({ ...part, figures: part.figures.map(withBefore) })) }
}
