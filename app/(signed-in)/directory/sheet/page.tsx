import type { Metadata } from 'next'
import { FamilySheet } from '@/components/services/family-sheet'
import { PrintButton } from '@/components/services/print-button'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { idsIn, type SearchParams } from '@/lib/query-string'
import { readSheet } from '@/lib/services/queries'
import { MOST_ON_A_SHEET } from '@/lib/services/sheet'

// the browser prints this title at the top of the sheet
export const metadata: Metadata = { title: { absolute: 'Help for you and your family' } }

export default async function SheetPage({ searchParams }: { searchParams: SearchParams }) {
  const services = await ask(readSheet, { ids: idsIn((await searchParams).ids, MOST_ON_A_SHEET) })
  if (services.length === 0) {
    return (
      <>
        <PageHeader title="Sheet for a family" back={<BackLink href="/directory">Directory of services</BackLink>} />
        <Empty title="No service is chosen" action={<ButtonLink href="/directory">Choose services</ButtonLink>}>
          Tick the services a family may need in the directory, then make the sheet.
        </Empty>
      </>
    )
  }
  return (
    <>
      <div className="mb-5 no-print">
        <BackLink href="/directory">Directory of services</BackLink>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <PrintButton />
          <p className="text-ink-soft">Only the sheet below is printed. Read it through with the family where you can.</p>
        </div>
      </div>
      <FamilySheet services={services} />
    </>
  )
}
