import type { Metadata } from 'next'
import { HowDrawn } from '@/components/quality-audits/how-drawn'
import { ItemsTable } from '@/components/quality-audits/items-table'
import { periodText } from '@/components/quality-audits/audits-table'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readAudit } from '@/lib/quality-audits/read'

export const metadata: Metadata = { title: 'Quality audit' }

export default async function QualityAuditPage({ params }: { params: Promise<{ auditId: string }> }) {
  const { auditId } = await params
  const audit = await ask(readAudit, { auditId })
  const { role } = await signedIn()
  const checks = may(role, 'quality-audit:check')
  return (
    <>
      <PageHeader
        title={audit.label}
        caption={periodText(audit.from, audit.until)}
        lede={may(role, 'quality-audit:answer') ? 'Open a record, read it where it is, and say what you found. What you send is not changed afterwards.' : 'You see how far it is and what was found in numbers; the records are read by auditors and the safeguarding lead.'}
        actions={<>{may(role, 'quality-audit:draw') ? <ButtonLink href={`/quality-audits/${auditId}/give`}>Give records to somebody</ButtonLink> : null}<ButtonLink href={`/quality-audits/${auditId}/results`} variant="secondary">Results</ButtonLink></>}
        back={<BackLink href="/quality-audits">Quality audits</BackLink>}
      />
      <div className="space-y-6">
        <ItemsTable items={audit.items} opens={may(role, 'quality-audit:answer')} />
        <HowDrawn audit={audit} again={checks ? `/quality-audits/${auditId}/again` : undefined} />
      </div>
    </>
  )
}
