import { JUDGEMENTS, type AuditAnswer, type AuditQuestion } from '@/lib/pathway/audit-questions'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import type { Found } from '@/lib/quality-audits/item'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'

/** What one person found of a record. */
export function FoundCard({ found, questions }: { found: Found; questions: readonly AuditQuestion[] }) {
  return (
    <Card title={`${found.opinion === 1 ? 'First' : 'Second'} opinion: ${found.by}, ${formatDateTime(new Date(found.at))}`}>
      <SummaryList rows={questions.map((question) => ({ key: question.id, label: question.label, value: <Said answer={found.answers[question.id]} /> }))} />
    </Card>
  )
}

function Said({ answer }: { answer: AuditAnswer | undefined }) {
  const judged = JUDGEMENTS.find(({ id }) => id === answer?.judgement)?.label
  const on = answer?.on ? formatDate(answer.on) : null
  if (!judged && !on && !answer?.words) return <span className="text-ink-soft">Nothing was said</span>
  return (
    <>
      {judged ? <strong className="block">{judged}</strong> : null}
      {on}
      {answer?.words ? <span dir="auto" className="wrap-anywhere">{answer.words}</span> : null}
    </>
  )
}
