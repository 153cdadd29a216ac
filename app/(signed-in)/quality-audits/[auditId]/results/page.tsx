import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { periodText } from '@/components/quality-audits/audits-table'
import { HowDrawn } from '@/components/quality-audits/how-drawn'
import { AgreementTable, ResultsTable } from '@/components/quality-audits/results-tables'
import { AuditActions, Themes } from '@/components/quality-audits/themes'
import { PrintButton } from '@/components/services/print-button'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { readAudit } from '@/lib/quality-audits/read'
import { keptForms } from '../../../kept-forms'
import { addThemeAction } from '../../actions'

export const metadata: Metadata = { title: 'Results of an audit' }

export default async function ResultsPage({ params }: { params: Promise<{ auditId: string }> }) {
  const { auditId } = await params
  const audit = await ask(readAudit, { auditId })
  const { role } = await signedIn()
  const concludes = may(role, 'quality-audit:conclude')
  const kept = await keptForms(concludes ? [['audit_concluded', auditId]] : [])
  const read = audit.items.filter(({ first }) => first).length
  return (
    <>
      <PageHeader
        title={`Results: ${audit.label}`}
        caption={periodText(audit.from, audit.until)}
        lede={`${read} of the ${audit.items.length} records drawn are read; they were drawn from ${audit.population.toLocaleString('en-GB')}. A sample says what to look into, and not what is true of every record.`}
        actions={<PrintButton>Print the report</PrintButton>}
        back={<BackLink href={`/quality-audits/${auditId}`}>The audit</BackLink>}
      />
      <div className="space-y-6">
        <ResultsTable results={audit.results} />
        <AgreementTable results={audit.results} />
        <Themes themes={audit.themes} form={concludes ? { auditId, submissionKey: randomUUID(), draft: kept[keptKey('audit_concluded', auditId)], add: addThemeAction } : undefined} />
        <AuditActions actions={audit.actions} opens={may(role, 'action-plan:read')} add={may(role, 'action-plan:write') ? `/action-plan/new?audit=${auditId}` : undefined} />
        <HowDrawn audit={audit} />
      </div>
    </>
  )
}
