import type { Metadata } from 'next'
import { SetVersions } from '@/components/admin/indicator-versions'
import { IndicatorsForm } from '@/components/admin/indicators-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { readIndicators } from '@/lib/indicators/queries'
import { saveIndicatorsAction } from '../actions'

export const metadata: Metadata = { title: 'Indicators of risk' }

export default async function IndicatorsPage() {
  const page = await ask(readIndicators, {})
  return (
    <>
      <PageHeader
        title="Indicators of risk"
        caption={page.number ? `Version ${page.number} of this area` : 'The set that Waymark came with'}
        lede="What a risk assessment asks about. Each change is a new version: assessments begun after it use it, and those begun before keep theirs."
        back={<BackLink href="/admin">People</BackLink>}
      />
      <div className="space-y-6">
        <IndicatorsForm key={page.number} from={page.number} indicators={page.indicators} save={saveIndicatorsAction} />
        <SetVersions versions={page.versions} none="This area uses the set that Waymark came with, and has not changed it." />
      </div>
    </>
  )
}
