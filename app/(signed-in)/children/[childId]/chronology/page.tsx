import type { Metadata } from 'next'
import { ChronologyEntries } from '@/components/chronology/entries'
import { ListFilter } from '@/components/list/list-filter'
import { NothingListed } from '@/components/list/nothing'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/services/print-button'
import { When } from '@/components/when'
import { ask, signedIn } from '@/lib/access/web'
import { readChronology, SHOWN } from '@/lib/chronology/queries'
import { chronologyListSchema } from '@/lib/chronology/schema'
import { CHRONOLOGY_KINDS, CHRONOLOGY_SOURCES } from '@/lib/pathway/chronology'
import { isNarrowed, listView, withQuery, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Chronology' }

type Props = { params: Promise<{ childId: string }>; searchParams: SearchParams }

const optionsOf = (list: readonly { id: string; label: string }[]) => list.map(({ id, label }) => ({ value: id, label }))
const FIELDS = [
  { name: 'kind', label: 'Kind', options: optionsOf(CHRONOLOGY_KINDS), any: 'Any kind' },
  { name: 'source', label: 'From whom', options: optionsOf(CHRONOLOGY_SOURCES), any: 'Anybody' },
]

/** Everything that happened to a child, newest first: narrowed, printed or taken along. */
export default async function ChronologyPage({ params, searchParams }: Props) {
  const { childId } = await params
  const path = `/children/${childId}/chronology`
  const view = listView(path, chronologyListSchema, await searchParams)
  const { child, items, next, cut, readAt } = await ask(readChronology, { ...view.asked, childId })
  const { name } = await signedIn()
  const { show, after } = view.shown
  const { show: _, ...filter } = view.values
  const whole = show === 'all'
  const narrowed = isNarrowed(view)
  return (
    <>
      <PageHeader
        title="Chronology"
        caption={<span className="wrap-anywhere">{child.name}, {child.reference}. {child.born}</span>}
        lede={<span className="print-only">Official, sensitive. Printed by {name}, <When at={readAt} />. {narrowed ? 'A part of the chronology, narrowed as asked.' : null}</span>}
        actions={
          items.length ? (
            <>
              {whole ? <PrintButton>Print</PrintButton> : <ButtonLink variant="secondary" href={view.href({ show: 'all' })}>All on one page, to print</ButtonLink>}
              {/* a file and not a page: a link of the router would ask for it twice */}
              <a href={withQuery(`${path}/export`, filter)} download className={buttonClass('secondary')}>Save as a spreadsheet file</a>
            </>
          ) : null
        }
        back={<BackLink href={`/children/${childId}`}>Record</BackLink>}
      />
      <ListFilter path={path} values={view.values} problems={view.problems} keep={['show']} fields={FIELDS} period="Happened" />
      {cut ? <p className="mb-4 font-semibold">These are the latest {SHOWN.all}. Choose a period to see what came before.</p> : null}
      {items.length ? (
        <Card><ChronologyEntries lines={items} /></Card>
      ) : (
        <NothingListed title="Nothing yet" words="Contacts, decisions and casework appear here as they happen." what="entries" narrowed={narrowed} clear={path} />
      )}
      <Pagination newer={whole ? view.href({ show: undefined }) : after ? view.href() : undefined} older={next ? view.href({ after: next }) : undefined} newerLabel={whole ? 'Page by page' : 'First page'} olderLabel="Older" />
    </>
  )
}
