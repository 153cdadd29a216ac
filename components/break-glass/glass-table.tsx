'use client'

import type { GlassLine } from '@/lib/break-glass/view'
import { DataTable } from '../ui/table'
import { Tag } from '../ui/tag'
import { When } from '../when'
import type { ReactNode } from 'react'

/** Openings by the reference of their case; `links` for those who may read why. */
export function GlassTable({ lines, links, empty }: { lines: readonly GlassLine[]; links: boolean; empty: ReactNode }) {
  return (
    <DataTable
      caption="Cases opened by breaking glass"
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: 'who', header: 'Who', cell: ({ who }) => who, ...(links ? { href: ({ id }: GlassLine) => `/break-glass/${id}` } : {}) },
        { key: 'case', header: 'Case', cell: ({ reference }) => reference, className: 'whitespace-nowrap' },
        { key: 'when', header: 'Opened', cell: ({ openedAt }) => <When at={openedAt} /> },
        { key: 'long', header: 'Minutes', align: 'end', cell: ({ minutes }) => minutes },
        { key: 'pages', header: 'Pages of the record', align: 'end', cell: ({ pages }) => pages },
        { key: 'review', header: 'Review', cell: ({ open, outcome, reviewedBy }) => (open ? <Tag tone="amber">Still open</Tag> : outcome ? `${outcome}. ${reviewedBy ?? ''}` : <Tag>Waits for a review</Tag>) },
      ]}
    />
  )
}
