import type { Metadata } from 'next'
import { AnswerActionForm } from '@/components/actions/answer-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { Timeline } from '@/components/ui/timeline'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readAction } from '@/lib/actions/queries'
import { keptKey } from '@/lib/drafts/kept-form'
import { ACTION_SOURCE_LABELS, ACTION_STATE_LABELS } from '@/lib/pathway/actions'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { keptForms } from '../../kept-forms'
import { answerActionAction } from '../actions'

export const metadata: Metadata = { title: 'Action' }

export default async function ActionPage({ params }: { params: Promise<{ actionId: string }> }) {
  const { actionId } = await params
  const action = await ask(readAction, { actionId })
  const { role } = await signedIn()
  const answers = may(role, 'action:answer')
  const drafts = await keptForms(answers ? [['action_answered', actionId]] : [])
  return (
    <>
      <PageHeader
        title="Action"
        tags={<>{action.clock === 'late' ? <Tag tone="red">Overdue</Tag> : null}<Tag>{ACTION_STATE_LABELS[action.state]}</Tag></>}
        back={<BackLink href="/actions">Actions</BackLink>}
      />
      <div className="max-w-form space-y-6">
        <Card title="What was agreed">
          <SummaryList
            rows={[
              { key: 'what', label: 'What', value: action.what },
              { key: 'about', label: 'About', value: action.about },
              { key: 'owner', label: 'Who', value: action.owner },
              { key: 'due', label: 'By', value: formatDate(action.dueOn) },
              { key: 'source', label: 'Agreed at', value: `${ACTION_SOURCE_LABELS[action.source]}, ${formatDate(new Date(action.agreedAt))}, by ${action.agreedBy}` },
              ...(may(role, 'case:read') && role !== 'police' ? [{ key: 'case', label: 'Case', value: <TextLink href={`/cases/${action.caseId}`}>The case</TextLink> }] : []),
            ]}
          />
        </Card>
        {answers ? <AnswerActionForm key={action.version} actionId={action.id} version={action.version} answer={answerActionAction} draft={drafts[keptKey('action_answered', actionId)]} /> : null}
        {action.answers.length ? (
          <Card title="What was said about it">
            <Timeline label="Newest first" items={action.answers.map(({ state, words, at, by }) => ({ id: at, kind: 'other', dateTime: at, date: formatDateTime(new Date(at)), title: ACTION_STATE_LABELS[state], who: by, body: words }))} />
          </Card>
        ) : null}
      </div>
    </>
  )
}
