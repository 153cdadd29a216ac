import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { AnswerForm } from '@/components/releases/answer-form'
import { AskForm } from '@/components/releases/ask-form'
import { ReleaseCard } from '@/components/releases/release-card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listReleases } from '@/lib/releases/queries'
import { Live } from '../../live'
import { answerReleaseAction, askReleaseAction } from './actions'

export const metadata: Metadata = { title: 'Take data out' }

export default async function TakeOutPage() {
  const { role } = await signedIn()
  const releases = await ask(listReleases, {})
  return (
    <>
      <PageHeader title="Take data out" lede="Files of children’s records. A manager asks, a safeguarding lead lets it out, and each of the two may take the file once. It is deleted after a week." />
      <Live topics={['release']} />
      <div className="space-y-6">
        {may(role, 'release:ask') ? <AskForm key={releases.length} submissionKey={randomUUID()} ask={askReleaseAction} /> : null}
        <h2 className="text-xl font-semibold">What was asked for</h2>
        {releases.length === 0 ? <Empty title="Nothing was asked for yet">{may(role, 'release:ask') ? 'Ask for a file above. Where it stands, and the file itself, appear here.' : 'When a manager asks for a file, it appears here for you to answer.'}</Empty> : null}
        {releases.map((release) => (
          <ReleaseCard key={release.id} release={release} answer={release.mayAnswer ? <AnswerForm releaseId={release.id} answer={answerReleaseAction} /> : null} />
        ))}
      </div>
    </>
  )
}
