import type { Metadata } from 'next'
import { AskForm } from '@/components/assessments/ask-form'
import { BackLink } from '@/components/ui/back-link'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { readAskWhom } from '@/lib/assessments/ask-whom'
import { askPartAction } from '../../actions'

export const metadata: Metadata = { title: 'Ask an agency' }

export default async function AskAgencyPage({ params }: { params: Promise<{ assessmentId: string }> }) {
  const { assessmentId } = await params
  const whom = await ask(readAskWhom, { assessmentId })
  return (
    <>
      <PageHeader
        title="Ask an agency for its part"
        caption={`Risk assessment of ${whom.child}`}
        lede="It writes what it knows, and which level it sees. You read its part beside your own."
        back={<BackLink href={`/assessments/${assessmentId}`}>The whole assessment</BackLink>}
      />
      {whom.agencies.length ? <AskForm whom={whom} ask={askPartAction} /> : <Empty title="Every agency is asked">Each agency that somebody signs in for has been asked for its part of this assessment.</Empty>}
    </>
  )
}
