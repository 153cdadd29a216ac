import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { OwnPartCard, OwnSaidCard, PartTag } from '@/components/assessments/own-parts'
import { PartForm } from '@/components/assessments/part-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask, signedIn } from '@/lib/access/web'
import { readOwnPart } from '@/lib/assessments/own-parts'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { answerPartAction } from '../../../assessments/actions'
import { Live } from '../../../live'

export const metadata: Metadata = { title: 'Our part of a risk assessment' }

export default async function OwnPartPage({ params }: { params: Promise<{ requestId: string }> }) {
  const { requestId } = await params
  const part = await ask(readOwnPart, { requestId })
  const { userId } = await signedIn()
  const draftId = draftIdOf(userId, `${requestId} part`)
  const [kept] = await ask(listDrafts, { kind: 'assessment', draftId })
  return (
    <>
      <Live topics={['assessment']} />
      <PageHeader
        title="Our part of a risk assessment"
        caption={`For ${part.agency}`}
        lede="Whoever reads the assessment sees what you write. Other agencies do not, and you do not see theirs."
        tags={<PartTag clock={part.clock} />}
        back={<BackLink href="/waiting">Waiting for us</BackLink>}
      />
      <div className="max-w-3xl space-y-6">
        <OwnPartCard part={part} />
        <OwnSaidCard part={part} />
        <PartForm key={part.said?.id ?? 'first'} part={part} submissionKey={randomUUID()} answer={answerPartAction} draft={{ id: draftId, content: kept?.content }} />
      </div>
    </>
  )
}
