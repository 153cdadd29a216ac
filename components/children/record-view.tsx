import type { ChildRecord } from '@/lib/records/queries'
import { DISABILITIES, ETHNICITIES, labelOf, LEGAL_STATUSES, SEXES } from '@/lib/pathway/codes'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { formatNhsNumber } from '@/lib/pathway/identifiers'
import { RELATIONSHIPS } from '@/lib/pathway/known'
import { CASE_STAGE_LABELS } from '@/lib/pathway/states'
import { NextDue } from '../cases/case-table'
import { OffPaper } from '../contacts/off-paper'
import { Card } from '../ui/card'
import { Empty } from '../ui/empty'
import { LevelTag } from '../ui/level-tag'
import { SummaryList } from '../ui/summary-list'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { Timeline } from '../ui/timeline'

/** Where a line comes from another record of the same child, which. */
const fromRecord = (record: string | null) => (record ? `from ${record}` : null)

/** Who she is. */
export function SummaryCard({ child, edit }: { child: ChildRecord; edit: boolean }) {
  const [address, ...before] = child.addresses
  return (
    <Card title="About" actions={edit ? <TextLink href={`/children/${child.id}/edit`}>Change details</TextLink> : undefined}>
      <SummaryList
        rows={[
          ...(child.howToSpeak ? [{ key: 'speak', label: 'Speaking with this young person', value: child.howToSpeak }] : []),
          { key: 'born', label: 'Born', value: child.born },
          ...(child.aliases.length ? [{ key: 'aliases', label: 'Other names', value: child.aliases.join(', ') }] : []),
          { key: 'sex', label: 'Sex', value: labelOf(SEXES, child.sex) },
          { key: 'ethnicity', label: 'Ethnicity', value: labelOf(ETHNICITIES, child.ethnicity) },
          { key: 'language', label: 'First language', value: [child.firstLanguage, child.interpreterNeeded ? 'interpreter needed' : null].filter(Boolean).join(', ') },
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

/** Parents and carers, brothers and sisters, household, associates. */
export function PeopleCard({ child }: { child: ChildRecord }) {
  return (
    <Card title="People around this young person">
      {child.people.length === 0 ? <p className="text-ink-soft">Nobody is recorded yet.</p> : null}
      <ul className="divide-y">
        {child.people.map((person) => (
          <li key={person.id} className="py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-semibold">{person.relatedChildId ? <TextLink href={`/children/${person.relatedChildId}`}>{person.name}</TextLink> : person.name}</span>
              {person.parentalResponsibility ? <Tag tone="blue">Parental responsibility</Tag> : null}
            </p>
            <p className="text-[0.9375rem] text-ink-soft">
              {[RELATIONSHIPS[person.relationship as keyof typeof RELATIONSHIPS], person.livesWithChild ? 'lives here' : null, person.phone, person.note, fromRecord(person.record)].filter(Boolean).join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
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

/** Everything that happened, newest first. */
export function ChronologyCard({ child, caseLinks, referralLinks }: { child: ChildRecord; caseLinks: boolean; referralLinks: boolean }) {
  const hrefOf = (link: ChildRecord['chronology'][number]['link']) => {
    if (!link) return undefined
    if (link.type === 'contact') return `/contacts/${link.id}`
    if (link.type === 'case_note') return `/case-notes/${link.id}`
    if (link.type === 'assessment') return `/assessments/${link.id}`
    if (link.type === 'case') return caseLinks ? `/cases/${link.id}` : undefined
    return referralLinks ? `/referrals/${link.id}` : undefined
  }
  return (
    <Card title="What happened">
      {child.chronology.length === 0 ? <Empty title="Nothing yet">Contacts, decisions and casework appear here as they happen.</Empty> : null}
      <Timeline
        label="Chronology, newest first"
        items={child.chronology.map((entry) => ({
          id: entry.key,
          kind: entry.kind === 'case' ? 'other' : entry.kind,
          date: formatDateTime(new Date(entry.at)),
          dateTime: entry.at,
          title: titleOf(entry),
          href: hrefOf(entry.link),
          body: entry.text ? <span dir="auto" className="wrap-anywhere">{entry.text}</span> : undefined,
          who: entry.by,
        }))}
      />
    </Card>
  )
}

function titleOf({ title, onPaper, record }: ChildRecord['chronology'][number]) {
  const from = record ? ` (${fromRecord(record)})` : ''
  return onPaper ? <OffPaper withheld instead={`${onPaper}${from}`}>{`${title}${from}`}</OffPaper> : `${title}${from}`
}
