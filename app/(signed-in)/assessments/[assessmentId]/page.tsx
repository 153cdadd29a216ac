import type { Metadata } from 'next'
import { CompareCard } from '@/components/assessments/compare-card'
import { PartsCard } from '@/components/assessments/parts-card'
import { AnswersCard, LevelCard, ViewsCard } from '@/components/assessments/result'
import { Working } from '@/components/assessments/working'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { TaskList } from '@/components/ui/task-list'
import { TextLink } from '@/components/ui/text-link'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readAssessment } from '@/lib/assessments/queries'
import { BLOCKS } from '@/lib/pathway/indicators'
import { Live } from '../../live'

export const metadata: Metadata = { title: 'Risk assessment' }

export default async function AssessmentPage({ params }: { params: Promise<{ assessmentId: string }> }) {
  const { assessmentId } = await params
  const one = await ask(readAssessment, { assessmentId })
  const { role } = await signedIn()
  const writes = may(role, 'assessment:write')
  const asks = may(role, 'assessment:ask')
  const { finished, suggestion, previous, parts } = one
  const tasks = BLOCKS.map(({ id, label, hint }) => {
    const asked = one.set.indicators.filter(({ block }) => block === id)
    const answered = asked.filter((indicator) => one.answers[indicator.id]).length
    return { key: id, title: label, hint, ...(writes ? { href: `/assessments/${one.id}/${id}` } : {}), status: answered === asked.length ? { text: 'Answered' } : { text: `${answered} of ${asked.length}`, tone: 'blue' as const } }
  })
  return (
    <>
      <PageHeader
        title="Risk assessment"
        caption={`${one.child.name}, case ${one.case.reference}`}
        tags={<Tag tone={finished ? 'neutral' : 'blue'}>{finished ? 'Finished' : 'Being filled in'}</Tag>}
        back={<BackLink href={`/cases/${one.case.id}`}>{`Case ${one.case.reference}`}</BackLink>}
      />
      <Live topics={['assessment']} />
      <div className="max-w-4xl space-y-6">
        {finished ? (
          <>
            <LevelCard finished={finished} models={one.models} />
            <ViewsCard young={one.young} parents={one.parents} />
          </>
        ) : (
          <Card title="What to fill in">
            <TaskList tasks={[...tasks, { key: 'finish', title: 'Views, level and why', hint: 'The young person’s view and the parents’ view are part of it', ...(writes ? { href: `/assessments/${one.id}/finish` } : {}), status: { text: 'To do', tone: 'blue' } }]} />
          </Card>
        )}
        {suggestion ? (
          <Card title="What the answers so far suggest">
            {Object.keys(one.answers).length ? <Working suggestion={suggestion} /> : <p className="text-ink-soft">Nothing is answered yet. A level is suggested from what is, and shows its working.</p>}
          </Card>
        ) : null}
        {parts.length || (asks && !finished) ? <PartsCard parts={parts} finished={finished} askLink={asks && !finished ? <TextLink href={`/assessments/${one.id}/ask`}>Ask an agency for its part</TextLink> : undefined} /> : null}
        {previous ? <CompareCard before={previous} now={one} /> : null}
        {finished ? <AnswersCard set={one.set} answers={one.answers} /> : null}
      </div>
    </>
  )
}
