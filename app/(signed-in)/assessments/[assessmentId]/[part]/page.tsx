import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BlockForm } from '@/components/assessments/block-form'
import { FinishForm } from '@/components/assessments/finish-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readAssessment } from '@/lib/assessments/queries'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { BLOCKS } from '@/lib/pathway/indicators'
import { finishAssessmentAction, saveBlockAction } from '../../actions'

export const metadata: Metadata = { title: 'Risk assessment' }

export default async function AssessmentPartPage({ params }: { params: Promise<{ assessmentId: string; part: string }> }) {
  const { assessmentId, part } = await params
  const { role, userId } = await signedIn()
  const at = BLOCKS.findIndex(({ id }) => id === part)
  const block = BLOCKS[at]
  if (!may(role, 'assessment:write') || (!block && part !== 'finish')) notFound()
  const one = await ask(readAssessment, { assessmentId })
  if (!one.suggestion) notFound()
  const draftId = draftIdOf(userId, `${assessmentId} ${part}`)
  const [kept] = await ask(listDrafts, { kind: 'assessment', draftId })
  const draft = { id: draftId, content: kept?.content }
  const next = `/assessments/${assessmentId}/${BLOCKS[at + 1]?.id ?? 'finish'}`
  return (
    <>
      <PageHeader
        title={block?.label ?? 'Views, level and why'}
        lede={block?.hint}
        caption={`Risk assessment of ${one.child.name}`}
        back={<BackLink href={`/assessments/${assessmentId}`}>The whole assessment</BackLink>}
      />
      {block ? (
        <BlockForm
          key={`${block.id} ${one.version}`}
          assessmentId={assessmentId}
          version={one.version}
          block={block.id}
          indicators={one.set.indicators.filter((indicator) => indicator.block === block.id)}
          answers={one.answers}
          save={saveBlockAction}
          next={next}
          draft={draft}
        />
      ) : (
        <FinishForm key={one.version} assessmentId={assessmentId} version={one.version} suggestion={one.suggestion} answered={Object.keys(one.answers).length > 0} finish={finishAssessmentAction} draft={draft} />
      )}
    </>
  )
}
