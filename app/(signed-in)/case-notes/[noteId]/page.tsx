import type { Metadata } from 'next'
import { CircumstancesCard, SaidCard, SubjectsCard } from '@/components/contacts/call-view'
import { Columns } from '@/components/layout/columns'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readCaseCall } from '@/lib/cases/calls'
import { formatDateTime } from '@/lib/pathway/dates'

export const metadata: Metadata = { title: 'Call on a case' }

type Props = { params: Promise<{ noteId: string }>; searchParams: Promise<{ saved?: string | string[] }> }

export default async function CaseCallPage({ params, searchParams }: Props) {
  const { noteId } = await params
  const { saved } = await searchParams
  const call = await ask(readCaseCall, { noteId })
  const { role } = await signedIn()
  const holder = call.case.practitioner ?? 'The CATE manager'
  const caseLink = may(role, 'case:read')
  return (
    <>
      <PageHeader
        title={`Call on case ${call.case.reference}`}
        caption={formatDateTime(new Date(call.receivedAt))}
        tags={
          <span className="flex flex-wrap gap-1.5">
            {call.immediateDanger ? <Tag tone="red">Immediate danger</Tag> : null}
            {call.exploitation === 'no' ? null : <Tag tone="purple">{call.exploitation === 'yes' ? 'Exploitation' : 'Exploitation suspected'}</Tag>}
            {call.toldBy.withheld ? <span className="no-print"><Tag tone="amber">Withhold identity from family</Tag></span> : null}
          </span>
        }
        back={caseLink ? <BackLink href={`/cases/${call.case.id}`}>{`Case ${call.case.reference}`}</BackLink> : <BackLink href="/today">Today</BackLink>}
      />
      {saved ? (
        <Banner tone="success" title={`Recorded on case ${call.case.reference}`} announce>
          <p>{holder} has been told. It is not counted as a contact.</p>
        </Banner>
      ) : null}
      {call.immediateDanger ? (
        <Banner tone="important" title="Somebody may be in danger now">
          <p>If the police have not been called: 999. Tell the safeguarding lead by voice, who has an alert as well. {call.dangerAction ? `Written down so far: ${call.dangerAction}` : ''}</p>
        </Banner>
      ) : null}
      <Columns
        asideLabel="Whom it is about"
        aside={
          <Card title="Whom it is about">
            <p className="font-semibold">
              <TextLink href={`/children/${call.child.id}`}>{call.child.name}</TextLink>
            </p>
            <p className="text-[0.9375rem] text-ink-soft">{call.child.born}</p>
            <p className="mt-3">
              <Tag tone="purple">Case</Tag> {caseLink ? <TextLink href={`/cases/${call.case.id}`}>{call.case.reference}</TextLink> : call.case.reference}
              {call.case.practitioner ? `, with ${call.case.practitioner}` : ', not allocated yet'}
            </p>
          </Card>
        }
      >
        <SaidCard contact={call} />
        <SubjectsCard contact={call} />
        <CircumstancesCard contact={call} />
      </Columns>
    </>
  )
}
