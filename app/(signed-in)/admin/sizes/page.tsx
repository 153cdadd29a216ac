import type { Metadata } from 'next'
import { SizeForm } from '@/components/admin/size-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { PROVIDER_KINDS } from '@/lib/pathway/low-referrers'
import { readSizes } from '@/lib/quality-audits/sizes'
import { setSizeAction } from '../actions'

export const metadata: Metadata = { title: 'Sizes of schools and housing' }

export default async function SizesPage() {
  const providers = await ask(readSizes, {})
  return (
    <>
      <PageHeader title="Sizes of schools and housing" lede="How many pupils a school or college has, and how many homes a housing provider. What is expected of each is reckoned from it." back={<BackLink href="/admin">People</BackLink>} />
      <div className="max-w-form space-y-6">
        {PROVIDER_KINDS.map(({ id, label, unit }) => (
          <Card key={id} title={label}>
            <ul className="divide-y">
              {providers.filter(({ kind }) => kind === id).map((one) => <li key={`${one.id} ${one.size}`} className="py-3 first:pt-0 last:pb-0"><SizeForm provider={one} unit={unit} save={setSizeAction} /></li>)}
            </ul>
          </Card>
        ))}
      </div>
    </>
  )
}
