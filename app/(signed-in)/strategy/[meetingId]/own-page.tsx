import { randomUUID } from 'node:crypto'
import { AgreedActions } from '@/components/strategy/decision-card'
import { DissentCard } from '@/components/strategy/dissent-card'
import { FactForm, FactsCard } from '@/components/strategy/facts-card'
import { InvitedCard, OutcomeCard } from '@/components/strategy/own-view'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { ask, signedIn } from '@/lib/access/web'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { readInvitation } from '@/lib/strategy/own'
import { Live } from '../../live'
import { addDissentAction, addFactAction } from '../actions'

/** A meeting as an invited agency has it: what it is told, what it says, and what is its own of the decision. */
export async function OwnPage({ meetingId }: { meetingId: string }) {
  const own = await ask(readInvitation, { meetingId })
  const { userId } = await signedIn()
  const draftId = draftIdOf(userId, `${meetingId} fact`)
  const [draft] = await ask(listDrafts, { kind: 'strategy', draftId })
  return (
    <>
      <Live topics={['strategy', 'action']} />
      <PageHeader
        title="Strategy meeting"
        caption={`For ${own.agency}`}
        tags={<Tag tone={own.decidedAt ? 'neutral' : 'blue'}>{own.decidedAt ? 'Decided' : 'Planned'}</Tag>}
        back={<BackLink href="/strategy">Strategy meetings</BackLink>}
      />
      <div className="max-w-3xl space-y-6">
        <InvitedCard own={own} />
        <OutcomeCard own={own} />
        {own.decidedAt ? <AgreedActions actions={own.actions} /> : null}
        <FactsCard title="What your agency has said" facts={own.facts}>
          {own.decidedAt ? <p className="text-ink-soft">The meeting is decided. Tell the safeguarding lead by telephone what is new.</p> : <FactForm meetingId={meetingId} submissionKey={randomUUID()} add={addFactAction} draft={{ id: draftId, content: draft?.content }} />}
        </FactsCard>
        <DissentCard dissents={own.dissents} meetingId={meetingId} submissionKey={randomUUID()} add={addDissentAction} />
      </div>
    </>
  )
}
