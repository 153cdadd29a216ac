'use client'

import type { SupervisionLine } from '@/lib/casework/supervision'
import { formatDate } from '@/lib/pathway/dates'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { themesText } from './themes'

/** Supervision records, newest first. */
export function SupervisionTable({ records }: { records: readonly SupervisionLine[] }) {
  return (
    <DataTable
      caption="Supervision records"
      captionHidden
      rows={records}
      rowKey={({ id }) => id}
      empty={<Empty title="No supervision is recorded">Records appear here once a supervisor has written one.</Empty>}
      columns={[
        { key: 'held', header: 'Day', cell: ({ heldOn }) => formatDate(heldOn), href: ({ id }) => `/supervision/${id}`, className: 'whitespace-nowrap' },
        { key: 'practitioner', header: 'Practitioner', cell: ({ practitioner }) => practitioner },
        { key: 'supervisor', header: 'Supervisor', cell: ({ supervisor }) => supervisor },
        { key: 'themes', header: 'Themes', cell: ({ themes }) => themesText(themes) },
        { key: 'decisions', header: 'Cases decided', align: 'end', cell: ({ decisions }) => decisions },
        { key: 'next', header: 'Next', cell: ({ nextOn }) => (nextOn ? formatDate(nextOn) : 'Not set') },
      ]}
    />
  )
}
