import type { Metadata } from 'next'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFiles } from '@/components/list/list-files'
import { NothingListed } from '@/components/list/nothing'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { ask, signedIn } from '@/lib/access/web'
import { EXIT_KIND_LABELS, EXIT_STATE_LABELS } from '@/lib/pathway/exit'
import { formatDate } from '@/lib/pathway/dates'
import { listView, type SearchParams } from '@/lib/query-string'
import { listExitsAsked } from '@/lib/reviews/queries'
import { exitListSchema } from '@/lib/reviews/schema'
import { Live } from '../live'

export const metadata: Metadata = { title: 'Endings' }

const LABELS = { waiting: 'Waiting for us', all: 'All' } as const

export default async function ExitsPage({ searchParams }: { searchParams: SearchParams }) {
  const view = listView('/exits', exitListSchema, await searchParams)
  const page = await ask(listExitsAsked, view.asked)
  const { agencyName } = await signedIn()
  const { show, after } = view.shown
  return (
    <>
      <PageHeader title="Endings" lede={`Where the specialist team asks ${agencyName ?? 'your agency'} to agree that its work with a young person may end or step down to Low.`} />
      <Live topics={['exit']} />
      <FilterTabs label="Show" tabs={(['waiting', 'all'] as const).map((one) => ({ label: LABELS[one], href: view.href({ show: one }), current: one === show }))} />
      {page.items.length ? (
        <Card title={LABELS[show]}>
          <ul className="divide-y">
            {page.items.map((one) => (
              <li key={one.id} className="space-y-1 py-3 first:pt-0 last:pb-0">
                <p className="flex flex-wrap items-center gap-2">
                  <TextLink href={`/exits/${one.id}`} className="font-semibold wrap-anywhere">{one.about}</TextLink>
                  <Tag tone={one.state === 'asked' ? 'amber' : 'neutral'}>{EXIT_STATE_LABELS[one.state]}</Tag>
                </p>
                <p className="text-[0.9375rem] text-ink-soft">{EXIT_KIND_LABELS[one.kind]}. Asked {formatDate(new Date(one.askedAt))} by {one.askedBy}</p>
              </li>
            ))}
          </ul>
        </Card>
      ) : (
        <NothingListed title="Nothing waits for you" words="When the specialist team asks whether your agency agrees to an ending, it appears here." what="endings" narrowed={false} clear="/exits" />
      )}
      {page.items.length ? <ListFiles list="our-endings" values={view.values} /> : null}
      <Pagination newer={after ? view.href() : undefined} older={page.next ? view.href({ after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}
