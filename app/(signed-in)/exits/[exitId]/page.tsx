import type { Metadata } from 'next'
import { AnswerExitForm } from '@/components/reviews/answer-exit-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { ask } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { EXIT_KIND_LABELS, EXIT_STATE_LABELS } from '@/lib/pathway/exit'
import { formatDateTime } from '@/lib/pathway/dates'
import { readExitAsked } from '@/lib/reviews/queries'
import { keptForms } from '../../kept-forms'
import { answerExitAction } from '../actions'

export const metadata: Metadata = { title: 'An ending' }

export default async function ExitAskedPage({ params }: { params: Promise<{ exitId: string }> }) {
  const { exitId } = await params
  const exit = await ask(readExitAsked, { exitId })
  const drafts = await keptForms(exit.state === 'asked' ? [['exit_answered', exitId]] : [])
  return (
    <>
      <PageHeader title="Does your agency agree?" caption={`Asked by ${exit.askedBy}, ${formatDateTime(new Date(exit.askedAt))}`} tags={<Tag tone={exit.state === 'asked' ? 'amber' : 'neutral'}>{EXIT_STATE_LABELS[exit.state]}</Tag>} back={<BackLink href="/exits">Endings</BackLink>} />
      <div className="max-w-form space-y-6">
        <Card title="What is proposed">
          <SummaryList rows={[{ key: 'about', label: 'About', value: exit.about }, { key: 'kind', label: 'Proposed', value: EXIT_KIND_LABELS[exit.kind] }, { key: 'told', label: 'What you are told', value: exit.told }]} />
        </Card>
        {exit.answer ? (
          <Card title="Your agency’s answer"><p className="wrap-anywhere" dir="auto">{exit.answer.agreed ? 'Agreed' : 'Not agreed'}: {exit.answer.words}</p><p className="text-ink-soft">{exit.answer.by}, {formatDateTime(new Date(exit.answer.at))}</p></Card>
        ) : exit.state === 'asked' ? (
          <AnswerExitForm exitId={exit.id} version={exit.version} answer={answerExitAction} draft={drafts[keptKey('exit_answered', exitId)]} />
        ) : null}
      </div>
    </>
  )
}
