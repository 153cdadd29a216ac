import type { Suggestion } from '@/lib/pathway/assessment'
import { Details } from '../ui/details'
import { LevelTag } from '../ui/level-tag'

/** The suggested level with the answers that led to it, what protects, and what is not known. */
export function Working({ suggestion }: { suggestion: Pick<Suggestion, 'level' | 'working'> & Partial<Suggestion> }) {
  const { level, working, gaps = [], protective = [] } = suggestion
  return (
    <div className="space-y-3">
      <p><LevelTag level={level} prefix="Suggested:" /></p>
      <ul className="list-disc space-y-1 pl-5">{working.map((line) => <li key={line}>{line}</li>)}</ul>
      {protective.length ? <p>What protects, beside this and not against it: {protective.join('; ')}.</p> : null}
      {gaps.length ? (
        <Details summary={`Not known: ${gaps.length}`}>
          <ul className="list-disc pl-5">{gaps.map((gap) => <li key={gap}>{gap}</li>)}</ul>
        </Details>
      ) : null}
    </div>
  )
}
