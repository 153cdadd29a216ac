import type { Metadata } from 'next'
import { AttendanceCard } from '@/components/strategy/attendance-card'
import { CalledCard } from '@/components/strategy/called-card'
import { AgreedActions, DecisionCard } from '@/components/strategy/decision-card'
import { DissentCard } from '@/components/strategy/dissent-card'
import { FactsCard } from '@/components/strategy/facts-card'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { When } from '@/components/when'
import { ask, signedIn } from '@/lib/access/web'
import { printMinutes } from '@/lib/strategy/queries'

export const metadata: Metadata = { title: 'Minutes' }

/** The minutes, on paper as on the screen. */
export default async function MinutesPage({ params }: { params: Promise<{ meetingId: string }> }) {
  const { meetingId } = await params
  const meeting = await ask(printMinutes, { meetingId })
  const { name } = await signedIn()
  const { decision, minutes } = meeting
  return (
    <>
      <PageHeader
        title="Minutes of a strategy meeting"
        caption={<span className="wrap-anywhere">{meeting.child.name}, case {meeting.case.reference}. Printed by {name}</span>}
        lede={<>Official, sensitive. {minutes ? <>Issued by {minutes.by}, <When at={minutes.at} />.</> : 'Not issued yet: read them, then issue them on the meeting’s page.'} Use your browser’s print.</>}
        back={<BackLink href={`/strategy/${meetingId}`}>The meeting</BackLink>}
      />
      <div className="max-w-4xl space-y-6">
        <CalledCard meeting={meeting} />
        <AttendanceCard meeting={meeting} agencies={[]} />
        <FactsCard title="What each agency knew" facts={meeting.facts} />
        {decision ? <DecisionCard decision={decision} /> : null}
        <AgreedActions actions={meeting.actions} />
        <DissentCard dissents={meeting.dissents} meetingId={meetingId} submissionKey="" />
        {meeting.seal ? <p className="text-sm text-ink-soft">What was known when it was decided is sealed: <span className="font-mono wrap-anywhere">{meeting.seal.sha256}</span></p> : null}
      </div>
    </>
  )
}
