import { auditKind } from '@/lib/pathway/audit-questions'
import { formatDateTime } from '@/lib/pathway/dates'
import type { AuditPage } from '@/lib/quality-audits/read'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'
import { DataTable } from '../ui/table'
import { TextLink } from '../ui/text-link'
import { periodText } from './audits-table'

/** Everything that draws an audit again. */
export function HowDrawn({ audit, again }: { audit: AuditPage; again?: string | undefined }) {
  const kind = auditKind(audit.kind)
  return (
    <Card title="How it was drawn" actions={again ? <TextLink href={again}>Draw again from this seed</TextLink> : undefined}>
      <SummaryList
        rows={[
          { key: 'of', label: 'Drawn from', value: `${kind?.population}: ${audit.population.toLocaleString('en-GB')}` },
          { key: 'period', label: 'Period', value: periodText(audit.from, audit.until) },
          { key: 'share', label: 'Share', value: `${audit.share} %, rounded up: ${audit.items.length.toLocaleString('en-GB')}` },
          { key: 'second', label: 'Second opinion', value: `${audit.secondShare} % of those, rounded up: ${audit.items.filter(({ second }) => second).length}` },
          { key: 'seed', label: 'Seed', value: <span className="font-mono wrap-anywhere">{audit.seed}</span> },
          { key: 'set', label: 'Questions', value: setText(audit.setRef) },
          { key: 'who', label: 'Drawn by', value: `${audit.by}, ${formatDateTime(new Date(audit.at))}` },
        ]}
      />
      {audit.strata.length > 1 ? (
        <div className="mt-5">
          <DataTable
            caption={audit.stratified ? `Some of each ${kind?.strata}` : `By ${kind?.strata}, as chance had it`}
            dense
            rows={audit.strata}
            rowKey={({ stratum }) => stratum}
            columns={[
              { key: 'label', header: 'Part', cell: ({ label }) => label },
              { key: 'of', header: 'In the period', align: 'end', cell: ({ of }) => of.toLocaleString('en-GB') },
              { key: 'drawn', header: 'Drawn', align: 'end', cell: ({ drawn }) => drawn.toLocaleString('en-GB') },
            ]}
          />
        </div>
      ) : null}
    </Card>
  )
}

/** 'waymark-1' and 'area-2' in words. */
export const setText = (ref: string): string => (ref.startsWith('area-') ? `Version ${ref.slice(5)} of this area` : 'The questions that Waymark came with')
