import type { HandOverLine } from '@/lib/cover/queries'
import { formatDate } from '@/lib/pathway/dates'
import { CASE_STAGE_LABELS } from '@/lib/pathway/states'
import { Empty } from '../ui/empty'
import { LevelTag } from '../ui/level-tag'
import { DataTable } from '../ui/table'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

/** What a practitioner holds, with what is arranged for each case while they are away, or for good. */
export function HandOverList({ cases, left }: { cases: readonly HandOverLine[]; left: boolean }) {
  return (
    <DataTable
      caption="Open cases"
      captionHidden
      rows={cases}
      rowKey={({ id }) => id}
      empty={<Empty title="No open case">Nothing is left to cover or to hand over.</Empty>}
      columns={[
        { key: 'name', header: 'Young person', cell: (one) => <>{one.name}<span className="block font-normal text-ink-soft">{one.reference}</span></> },
        { key: 'level', header: 'Level', cell: (one) => <LevelTag level={one.level} /> },
        { key: 'stage', header: 'Stage', cell: (one) => CASE_STAGE_LABELS[one.stage] },
        { key: 'cover', header: 'Cover', cell: ({ cover }) => (cover ? <>{cover.name}, {formatDate(cover.startsOn)} to {formatDate(cover.untilOn)}</> : <Tag tone={left ? 'red' : undefined}>Nobody yet</Tag>) },
        {
          key: 'do',
          header: 'Arrange',
          cell: (one) => (
            <span className="flex flex-wrap gap-x-4 gap-y-1">
              {one.cover || left ? null : <TextLink href={`/cases/${one.id}/cover`}>For some days<span className="sr-only">: {one.name}</span></TextLink>}
              <TextLink href={`/cases/${one.id}#allocate`}>For good<span className="sr-only">: {one.name}</span></TextLink>
            </span>
          ),
        },
      ]}
    />
  )
}
