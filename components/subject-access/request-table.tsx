import { formatDate } from '@/lib/pathway/dates'
import { ACCESS_STATE_LABELS, REQUESTERS } from '@/lib/pathway/subject-access'
import type { AccessSummary } from '@/lib/subject-access/list'
import { ClockTag } from '../ui/clock-tag'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'

export const requesterLabel = (id: string): string => REQUESTERS.find((one) => one.id === id)?.label ?? id
const requestPath = ({ id, child }: { id: string; child: { id: string } }): string => `/children/${child.id}/subject-access/${id}`

/** Requests with their clocks; of one child without the name. */
export function RequestTable({ requests, caption, withChild = true }: { requests: readonly AccessSummary[]; caption: string; withChild?: boolean }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={requests}
      rowKey={({ id }) => id}
      empty={<Empty title="No request">When somebody asks to see what is held of a young person, open the record of that young person, choose “Requests to see it” and log the request there. It then stands here with the day by which it is answered.</Empty>}
      columns={[
        { key: 'reference', header: 'Request', cell: ({ reference }) => reference, href: requestPath },
        ...(withChild ? [{ key: 'child', header: 'Young person', cell: ({ child }: AccessSummary) => <span className="wrap-anywhere">{child.name}</span> }] : []),
        { key: 'requester', header: 'Who asks', cell: ({ requester }) => requesterLabel(requester) },
        { key: 'state', header: 'State', cell: ({ state }) => ACCESS_STATE_LABELS[state] },
        { key: 'due', header: 'Due', cell: ({ clock, dueOn, endedAt }) => <ClockTag state={clock}>{endedAt ? `Ended ${formatDate(new Date(endedAt))}` : `By ${formatDate(dueOn)}`}</ClockTag> },
      ]}
    />
  )
}
