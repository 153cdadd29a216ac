import type { Metadata } from 'next'
import { Entries, Entry, Withheld } from '@/components/enquiries/entries'
import { FilterTabs } from '@/components/filter-tabs'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { When } from '@/components/when'
import { ask, signedIn } from '@/lib/access/web'
import { printEnquiry } from '@/lib/enquiries/print'
import { ENQUIRY_ROUTE_LABELS } from '@/lib/pathway/enquiry-words'
import { choiceOf, withQuery, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Print an enquiry' }

const FOR = { professional: 'Professionals', cate: 'The CATE team', panel: 'The risk panel', police: 'The police', family: 'The family' } as const

type Props = { params: Promise<{ enquiryId: string }>; searchParams: SearchParams }

/** The enquiry on paper, for those who will hold it: what a caveat keeps from them is not in it. */
export default async function PrintEnquiryPage({ params, searchParams }: Props) {
  const { enquiryId } = await params
  const audience = choiceOf((await searchParams).for, ['professional', 'cate', 'panel', 'police', 'family'] as const)
  const print = await ask(printEnquiry, { enquiryId, audience })
  const { name, settings } = await signedIn()
  const { decision } = print
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{print.about}</span>}
        caption={`${settings.labels.enquiry} ${print.reference}. For ${FOR[audience].toLowerCase()}. Printed by ${name}`}
        lede={<>Official, sensitive. As it stood on <When at={print.printedAt} />. Use your browser’s print.</>}
        back={<BackLink href={`/enquiries/${enquiryId}`}>The whole enquiry</BackLink>}
      />
      <div className="no-print">
        <FilterTabs label="Who will hold it" tabs={Object.entries(FOR).map(([id, label]) => ({ label, href: withQuery(`/enquiries/${enquiryId}/print`, { for: id }), current: id === audience }))} />
      </div>
      <div className="space-y-6">
        <Card title="What was asked">
          <SummaryList
            rows={[
              { key: 'question', label: 'The question', value: <span dir="auto" className="wrap-anywhere">{print.question}</span> },
              { key: 'opened', label: 'Opened', value: <>{print.openedBy}, <When at={print.openedAt} /></> },
              { key: 'answers', label: 'Agencies', value: <ul>{print.answers.map((one) => <li key={one.agencyId}>{one.agency}: {one.answer === null ? 'no answer yet' : one.answer === 'nothing_known' ? 'nothing known' : 'answered'}{one.late ? ', late' : ''}</li>)}</ul> },
              ...(decision ? [{ key: 'route', label: 'Decided', value: <>{ENQUIRY_ROUTE_LABELS[decision.route]}, by {decision.by}, <When at={decision.at} /></> }, { key: 'reasons', label: 'Reasons', value: <span dir="auto" className="wrap-anywhere">{decision.reasons}</span> }] : []),
            ]}
          />
        </Card>
        <Card title="What the agencies said">
          <Entries label="Entries, in the order in which things happened">
            {print.entries.map((one) => (one.shown ? <Entry key={one.id} entry={one.shown} /> : <Withheld key={one.id} note={one.withheld ?? ''} />))}
          </Entries>
        </Card>
      </div>
    </>
  )
}
