import { QUESTIONS, type QuestionId } from '@/lib/oversight/questions'
import { FilterTabs } from '../filter-tabs'

/** The questions of the board, each an address; the period goes with it. */
export function QuestionNav({ current, query }: { current: QuestionId | 'pivot' | null; query: string }) {
  const tabs = [{ id: null, title: 'At a glance' }, ...QUESTIONS, { id: 'pivot' as const, title: 'Two things at once' }]
  return <FilterTabs label="Questions" tabs={tabs.map(({ id, title }) => ({ label: title, href: `/oversight${id ? `/${id}` : ''}${query}`, current: id === current }))} />
}
