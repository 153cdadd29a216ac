import type { Metadata } from 'next'
import { themesText } from '@/components/casework/themes'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { TextLink } from '@/components/ui/text-link'
import { ask } from '@/lib/access/web'
import { readSupervision } from '@/lib/casework/supervision'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'

export const metadata: Metadata = { title: 'Supervision' }

export default async function SupervisionRecordPage({ params }: { params: Promise<{ supervisionId: string }> }) {
  const { supervisionId } = await params
  const one = await ask(readSupervision, { supervisionId })
  const words = (text: string) => <span dir="auto" className="block max-w-prose whitespace-pre-line wrap-anywhere">{text}</span>
  return (
    <>
      <PageHeader
        title={`Supervision, ${formatDate(one.heldOn)}`}
        caption={`${one.practitioner} with ${one.supervisor}`}
        back={<BackLink href="/supervision">Supervision</BackLink>}
        actions={one.own && !one.correctedBy ? <ButtonLink variant="secondary" href={`/supervision/${one.id}/correct`}>Correct it</ButtonLink> : undefined}
      />
      <div className="max-w-4xl space-y-6">
        {one.correctedBy ? <Banner title="This record was corrected"><TextLink href={`/supervision/${one.correctedBy}`}>Open the one that takes its place</TextLink></Banner> : null}
        <Card title="The meeting">
          <SummaryList
            rows={[
              { key: 'themes', label: 'Talked about', value: themesText(one.themes) },
              { key: 'reflections', label: 'Reflections', value: words(one.reflections) },
              { key: 'next', label: 'Meet next', value: one.nextOn ? formatDate(one.nextOn) : 'Not set' },
              { key: 'at', label: 'Written down', value: formatDateTime(new Date(one.at)) },
              ...(one.corrects ? [{ key: 'corrects', label: 'Takes the place of', value: <TextLink href={`/supervision/${one.corrects}`}>The record before it was corrected</TextLink> }] : []),
            ]}
          />
        </Card>
        <Card title="What was decided, case by case">
          {one.decisions.length ? (
            <SummaryList rows={one.decisions.map(({ caseId, reference, decision, open }) => ({ key: caseId, label: open ? <TextLink href={`/cases/${caseId}`}>{reference}</TextLink> : reference, value: words(decision) }))} />
          ) : (
            <p className="text-ink-soft">Nothing was decided about a case.</p>
          )}
        </Card>
      </div>
    </>
  )
}
