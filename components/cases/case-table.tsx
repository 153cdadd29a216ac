'use client'

import type { ReactNode } from 'react'
import type { CaseSummary } from '@/lib/cases/view'
import { formatDate } from '@/lib/pathway/dates'
import { CASE_STAGE_LABELS } from '@/lib/pathway/states'
import { SafetyTag, SeenText } from '../casework/words'
import { ClockTag } from '../ui/clock-tag'
import { LevelTag } from '../ui/level-tag'
import { DataTable, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

type Props = { caption: string; captionHidden?: boolean; cases: readonly CaseSummary[]; empty: ReactNode; team?: boolean; sort?: Partial<Record<'child' | 'level' | 'seen' | 'next', Column<CaseSummary>['sort']>> }

/** A caseload: who, at what level and stage, when they were last seen, and what is due next. */
export function CaseTable({ caption, captionHidden, cases, empty, team, sort }: Props) {
  const holder: Column<CaseSummary> = { key: 'practitioner', header: 'Practitioner', cell: (one) => one.practitioner?.name ?? 'Not allocated' }
  const logged = cases.some(({ log }) => log)
  const seen: Column<CaseSummary> = {
    key: 'seen',
    header: 'Last seen',
    sort: sort?.seen,
    cell: ({ log }) => (log ? <><SeenText seen={log.seen} />{log.safety ? <span className="mt-1 block"><SafetyTag safety={log.safety} /></span> : null}</> : ''),
  }
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      rows={cases}
      rowKey={(one) => one.id}
      empty={empty}
      columns={[
        {
          key: 'child',
          header: 'Young person',
          sort: sort?.child,
          cell: (one) => (
            <>
              <TextLink href={`/children/${one.child.id}`}>{one.child.name}</TextLink>
              <span className="block font-normal text-ink-soft">{one.child.born}</span>
              {one.covering && !team ? <span className="mt-1 block"><Tag>Covering for {one.covering}</Tag></span> : null}
            </>
          ),
        },
        { key: 'level', header: 'Level', sort: sort?.level, cell: (one) => <LevelTag level={one.level} /> },
        { key: 'stage', header: 'Stage', cell: (one) => CASE_STAGE_LABELS[one.stage] },
        ...(logged ? [seen] : []),
        ...(team ? [holder] : []),
        { key: 'next', header: cases.some(({ closedAt }) => !closedAt) ? 'Next due' : 'Ended', sort: sort?.next, cell: (one) => <NextDue one={one} /> },
        { key: 'case', header: 'Case', cell: (one) => one.reference, href: (one) => `/cases/${one.id}`, className: 'whitespace-nowrap' },
      ]}
    />
  )
}

/** What falls due next on a case, with its clock. */
export function NextDue({ one }: { one: Pick<CaseSummary, 'next' | 'closedAt' | 'since'> }) {
  if (one.closedAt) return <span className="inline-flex flex-col items-start gap-1">Closed {formatDate(new Date(one.closedAt))}{one.since ? <SinceClosed since={one.since} /> : null}</span>
  if (!one.next) return <span className="text-ink-soft">Nothing set</span>
  const { what, due, state } = one.next
  return (
    <span className="inline-flex flex-col items-start gap-1">
      <span>
        {what} {formatDate(new Date(due))}
      </span>
      {state === 'late' ? <ClockTag state="late">Late</ClockTag> : null}
      {state === 'close' ? <ClockTag state="close">Within a week</ClockTag> : null}
    </span>
  )
}

/** What came since a case closed: it is looked at again, and nothing reopens by itself. */
function SinceClosed({ since: { contacts, missing, last } }: { since: NonNullable<CaseSummary['since']> }) {
  return (
    <>
      <Tag tone={missing ? 'red' : 'amber'}>{`${contacts} ${contacts === 1 ? 'contact' : 'contacts'} since${missing ? `, ${missing} missing` : ''}`}</Tag>
      <span className="text-[0.9375rem] text-ink-soft">The last {formatDate(new Date(last))}</span>
    </>
  )
}
