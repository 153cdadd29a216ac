import type { Metadata } from 'next'
import { ListFiles } from '@/components/list/list-files'
import { AuditsTable } from '@/components/quality-audits/audits-table'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listAudits } from '@/lib/quality-audits/list'

export const metadata: Metadata = { title: 'Quality audits' }

export default async function QualityAuditsPage() {
  const audits = await ask(listAudits, {})
  const { role } = await signedIn()
  const draws = may(role, 'quality-audit:draw')
  return (
    <>
      <PageHeader
        title="Quality audits"
        lede="Records drawn at random and read by somebody who did not write them: was it done, was it right, was the child heard? Who opened which record is in the audit log instead."
        actions={
          <>
            {draws ? <ButtonLink href="/quality-audits/new">Draw an audit</ButtonLink> : null}
            {may(role, 'quality-audit:check') ? <ButtonLink href="/quality-audits/providers" variant="secondary">Schools and housing providers</ButtonLink> : null}
          </>
        }
      />
      {audits.length ? <ListFiles list="quality-audits" /> : null}
      <AuditsTable audits={audits} draws={draws} opens={may(role, 'quality-audit:answer')} />
    </>
  )
}
