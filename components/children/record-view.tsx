import type { ChildRecord } from '@/lib/records/queries'
import { DISABILITIES, ETHNICITIES, labelOf, LEGAL_STATUSES, SEXES } from '@/lib/pathway/codes'
import { formatDate } from '@/lib/pathway/dates'
import { formatNhsNumber } from '@/lib/pathway/identifiers'
import { CASE_STAGE_LABELS } from '@/lib/pathway/states'
import { NextDue } from '../cases/case-table'
import { Card } from '../ui/card'
import { LevelTag } from '../ui/level-tag'
import { SummaryList } from '../ui/summary-list'
import { TextLink } from '../ui/text-link'

/** Where a line comes from another record of the same child, which. */
const fromRecord = (record: string | null) => (record ? `from ${record}` : null)

/** Who she is. */
export function SummaryCard({ child, edit }: { child: ChildRecord; edit: boolean }) {
  const [address, ...before] = child.addresses
  return (
    <Card title="About" actions={edit ? <TextLink href={`/children/${child.id}/edit`}>Change details</TextLink> : undefined}>
      <SummaryList
        rows={[
          { key: 'born', label: 'Born', value: child.born },
          ...(child.aliases.length ? [{ key: 'aliases', label: 'Other names', value: child.aliases.join(', ') }] : []),
          { key: 'sex', label: 'Sex', value: labelOf(SEXES, child.sex) },
          { key: 'ethnicity', label: 'Ethnicity', value: labelOf(ETHNICITIES, child.ethnicity) },
          { key: 'disability', label: 'Disability', value: child.disabilities.map((code) => labelOf(DISABILITIES, code)).join(', ') },
          { key: 'address', label: 'Address', value: address ? addressText(address) : null },
          { key: 'phone', label: 'Phone', value: address?.phone },
          ...(before.length ? [{ key: 'before', label: 'Before', value: before.map((old) => `${addressText(old)}${old.to ? `, until ${formatDate(old.to)}` : ''}`).join('\n') }] : []),
          { key: 'school', label: 'School or college', value: child.school },
          { key: 'gp', label: 'GP', value: child.gpPractice },
          { key: 'legal', label: 'Legal status', value: child.legalStatus ? labelOf(LEGAL_STATUSES, child.legalStatus) : null },
          { key: 'nhs', label: 'NHS number', value: child.nhsNumber ? formatNhsNumber(child.nhsNumber) : null },
          { key: 'upn', label: 'UPN', value: child.upn },
        ]}
      />
    </Card>
  )
}

function addressText(address: ChildRecord['addresses'][number]): string {
  return [address.line, address.town, address.postcode, fromRecord(address.record)].filter(Boolean).join(', ')
}

/** Open and closed cases; for the front door, that one is open and to whom. */
export function CasesCard({ child, links }: { child: ChildRecord; links: boolean }) {
  return (
    <Card title="CATE cases">
      {child.cases.length === 0 ? <p className="text-ink-soft">No case.</p> : null}
      <ul className="divide-y">
        {child.cases.map((one) => (
          <li key={one.id} className="space-y-1 py-2.5 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {links ? <TextLink href={`/cases/${one.id}`}>{one.reference}</TextLink> : one.reference}
              {one.levelHidden ? null : <LevelTag level={one.level} />}
            </p>
            <p className="text-[0.9375rem]">
              {CASE_STAGE_LABELS[one.stage]}
              {one.stage === 'closed' ? '' : `, with ${one.practitioner?.name ?? 'nobody yet'}`}
            </p>
            {one.levelHidden ? null : (
              <p className="text-[0.9375rem]">
                <NextDue one={one} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
