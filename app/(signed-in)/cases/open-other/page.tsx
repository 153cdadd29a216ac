import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { CloseGlassButton } from '@/components/break-glass/close-button'
import { OpenOther } from '@/components/break-glass/open-other'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { When } from '@/components/when'
import { ask, signedIn } from '@/lib/access/web'
import { listOwnGlass } from '@/lib/break-glass/queries'
import { minutesText } from '@/lib/pathway/break-glass'
import { closeGlassAction, openGlassAction, searchGlassAction } from '../../break-glass/actions'

export const metadata: Metadata = { title: 'Open a colleague’s case' }

export default async function OpenOtherPage() {
  const own = await ask(listOwnGlass, {})
  const { settings } = await signedIn()
  const lasts = minutesText(settings.breakGlassMinutes)
  return (
    <>
      <PageHeader title="Open a colleague’s case" lede="For when it cannot wait and its practitioner cannot be reached. If they are away for days, ask the CATE manager for cover instead." back={<BackLink href="/cases">Caseload</BackLink>} />
      {own.length ? (
        <Card title="Open to you now" className="mb-6 max-w-2xl">
          <ul className="divide-y">
            {own.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
                <div className="min-w-0">
                  <p><TextLink href={`/cases/${one.caseId}`} className="font-semibold wrap-anywhere">{one.name}, case {one.reference}</TextLink></p>
                  <p className="text-[0.9375rem] text-ink-soft">Until <When at={one.until} /></p>
                </div>
                <CloseGlassButton glassId={one.id} close={closeGlassAction} />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <OpenOther search={searchGlassAction} open={openGlassAction} submissionKey={randomUUID()} lasts={lasts} />
    </>
  )
}
