'use client'

import { useState } from 'react'
import { ROLE_LABELS } from '@/lib/access/roles'
import type { AuditLine } from '@/lib/oversight/audit-log'
import { Empty } from '../ui/empty'
import { DataTable, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { When } from '../when'

/** The audit log: when, who, in what role, what, about which child. */
export function AuditTable({ lines, sort }: { lines: readonly AuditLine[]; sort: Column<AuditLine>['sort'] }) {
  return (
    <DataTable
      caption={sort?.direction === 'ascending' ? 'Audit log, oldest first' : 'Audit log, newest first'}
      captionHidden
      dense
      rows={lines}
      rowKey={(line) => line.seq}
      empty={<Empty title="Nothing matches">Widen the dates or clear the filter.</Empty>}
      columns={[
        { key: 'at', header: 'When', sort, cell: (line) => <When at={line.at} /> },
        {
          key: 'who',
          header: 'Who',
          cell: (line) => (
            <>
              <span className="font-semibold">{line.who}</span>
              <span className="block text-ink-soft">{[line.role ? ROLE_LABELS[line.role] : null, line.agency].filter(Boolean).join(', ')}</span>
            </>
          ),
        },
        {
          key: 'what',
          header: 'What',
          cell: (line) => (
            <>
              {line.refused ? <Tag tone="red">Refused</Tag> : null} {line.label[0]?.toUpperCase()}
              {line.label.slice(1)}
              {line.rowCount === null || line.rowCount === 0 ? '' : `, ${line.rowCount} shown`}
            </>
          ),
        },
        {
          key: 'children',
          header: 'Child',
          cell: (line) => (
            <>
              {line.children.map((child) => (
                <span key={child.id} className="block">
                  {child.name} <span className="text-ink-soft">{child.reference}</span>
                </span>
              ))}
              {line.others ? <span className="text-ink-soft">and others</span> : null}
            </>
          ),
        },
        { key: 'more', header: 'More', headerHidden: true, cell: (line) => <AuditDetails line={line} /> },
      ]}
    />
  )
}

/** Made when it is opened: those of a whole page are half of it. */
function AuditDetails({ line }: { line: AuditLine }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-link underline">Details</summary>
      {open ? <AuditFacts line={line} /> : null}
    </details>
  )
}

function AuditFacts({ line }: { line: AuditLine }) {
  return (
    <dl className="text-sm wrap-anywhere">
      {line.record ? <Fact name={`Record (${line.record.type})`} value={line.record.id} /> : null}
      {line.rowIds.length ? <Fact name="Rows shown" value={line.rowIds.join(' ')} /> : null}
      <Fact name="From address" value={line.address} />
      <Fact name="Request" value={line.requestId} />
      {line.detail ? (
        <>
          <dt className="font-semibold">Asked for and changed</dt>
          <dd>
            <pre className="max-w-xl font-mono text-xs whitespace-pre-wrap">{JSON.stringify(line.detail, null, 1)}</pre>
          </dd>
        </>
      ) : null}
    </dl>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="font-semibold">{name}</dt>
      <dd className="mb-1">{value}</dd>
    </>
  )
}
