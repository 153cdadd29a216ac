import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { AttendanceCard } from '@/components/strategy/attendance-card'
import { ChangeCard } from '@/components/strategy/change-card'
import { CalledCard } from '@/components/strategy/called-card'
import { DecideForm } from '@/components/strategy/decide-form'
import { AgreedActions, DecisionCard } from '@/components/strategy/decision-card'
import { DissentCard } from '@/components/strategy/dissent-card'
import { FactForm, FactsCard } from '@/components/strategy/facts-card'
import { InvitationsCard } from '@/components/strategy/invitations-card'
import { MinutesButton } from '@/components/strategy/minutes-button'
import { NextTag, StateTag } from '@/components/strategy/tags'
import { Columns } from '@/components/layout/columns'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { When } from '@/components/when'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { now } from '@/lib/clock'
import { toLondonInput } from '@/lib/dates'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { decideDraft } from '@/lib/strategy/decide'
import { readMeeting } from '@/lib/strategy/queries'
import { Live } from '../../live'
import { addDissentAction, addFactAction, callOffMeetingAction, decideMeetingAction, moveMeetingAction, inviteAgencyAction, issueMinutesAction, recordAttendanceAction, withdrawInvitationAction } from '../actions'
import { ProtectionOf } from '../of-case'
import { OwnPage } from './own-page'

export const metadata: Metadata = { title: 'Strategy meeting' }

export default async function MeetingPage({ params }: { params: Promise<{ meetingId: string }> }) {
  const { meetingId } = await params
  const { role, userId } = await signedIn()
  if (may(role, 'strategy:attend')) return <OwnPage meetingId={meetingId} />
  const meeting = await ask(readMeeting, { meetingId })
  const { decision, minutes, choices } = meeting
  const planned = meeting.state === 'called' && !meeting.calledOff
  const writes = may(role, 'strategy:write')
  const decides = may(role, 'strategy:decide')
  const [decideId, factId] = [draftIdOf(userId, decideDraft(meetingId)), draftIdOf(userId, `${meetingId} fact`)]
  const drafts = writes && planned ? await ask(listDrafts, { kind: 'strategy', draftIds: [decideId, factId] }) : []
  const draft = (id: string) => ({ id, content: drafts.find((one) => one.id === id)?.content })
  return (
    <>
      <Live topics={['strategy', 'action']} />
      <PageHeader
        title="Strategy meeting"
        caption={<span className="wrap-anywhere">{meeting.child.name}, case {meeting.case.reference}</span>}
        tags={<><StateTag state={meeting.state} off={meeting.calledOff} />{meeting.next ? <NextTag next={meeting.next} /> : null}</>}
        actions={
          <>
            {decision ? <ButtonLink variant="secondary" href={`/strategy/${meetingId}/minutes`}>Minutes to print</ButtonLink> : null}
            {meeting.state === 'minutes_out' && may(role, 'strategy:call') ? <ButtonLink href={`/strategy/new/${meeting.case.id}?from=review`}>Call the review</ButtonLink> : null}
          </>
        }
        back={<BackLink href={`/cases/${meeting.case.id}`}>{`Case ${meeting.case.reference}`}</BackLink>}
      />
      <Columns
        asideLabel="Invitations and child protection"
        aside={
          <>
            <InvitationsCard meeting={meeting} answering={choices.answering} invite={decides && planned ? inviteAgencyAction : undefined} withdraw={decides ? withdrawInvitationAction : undefined} />
            {planned && decides ? <ChangeCard meetingId={meetingId} version={meeting.version} planned={toLondonInput(new Date(meeting.plannedAt))} review={meeting.reviewOfId !== null} move={moveMeetingAction} callOff={callOffMeetingAction} /> : null}
            <ProtectionOf caseId={meeting.case.id} here={meetingId} />
            {meeting.seal ? (
              <Card title="What was known">
                <p>{meeting.seal.whole ? 'Sealed with the decision, and as it was sealed' : 'This is not what was sealed with the decision. Tell support'}, <When at={meeting.seal.takenAt} />.</p>
                <p className="mt-2 font-mono text-sm wrap-anywhere text-ink-soft">{meeting.seal.sha256.slice(0, 16)}</p>
              </Card>
            ) : null}
          </>
        }
      >
        {decides && meeting.state === 'held' ? <Card title="The minutes are due"><MinutesButton meetingId={meetingId} version={meeting.version} issue={issueMinutesAction} /></Card> : null}
        {decision ? <DecisionCard decision={decision} /> : null}
        {decision ? <AgreedActions actions={meeting.actions} /> : null}
        <CalledCard meeting={meeting} />
        <AttendanceCard meeting={meeting} agencies={choices.agencies} attend={writes && planned ? recordAttendanceAction : undefined} />
        <FactsCard title="What each agency knows" facts={meeting.facts}>
          {writes && planned ? <FactForm meetingId={meetingId} submissionKey={randomUUID()} agencies={choices.agencies} add={addFactAction} draft={draft(factId)} /> : null}
        </FactsCard>
        {planned && decides ? <DecideForm meeting={meeting} now={toLondonInput(now())} decide={decideMeetingAction} draft={draft(decideId)} /> : null}
        {planned && !decides && writes ? <Card title="What the meeting decides"><p>The safeguarding lead chairs and records the decision. You can write down who is there and what each agency knows.</p></Card> : null}
        {planned || meeting.off ? null : <DissentCard dissents={meeting.dissents} meetingId={meetingId} submissionKey={randomUUID()} agencies={choices.agencies} add={writes && !minutes ? addDissentAction : undefined} />}
      </Columns>
    </>
  )
}
