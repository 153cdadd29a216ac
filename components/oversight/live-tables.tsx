import type { Live } from '@/lib/oversight/live'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { TextLink } from '../ui/text-link'

/** Referrals that nobody has acknowledged in time. */
export function SilentTable({ silent }: Pick<Live, 'silent'>) {
  return (
    <DataTable
      caption={`Referrals that nobody has acknowledged (${silent.length})`}
      rows={silent}
      rowKey={({ id }) => id}
      empty={<Empty title="Every referral was acknowledged">Those past their time to be acknowledged appear here.</Empty>}
      columns={[
        { key: 'reference', header: 'Contact', cell: ({ id, reference }) => <TextLink href={`/overdue/referrals/${id}`}>{reference}</TextLink> },
        { key: 'sent', header: 'Sent', cell: ({ sentAt }) => formatDateTime(new Date(sentAt)) },
        { key: 'with', header: 'With', cell: (row) => row.with },
      ]}
    />
  )
}

/** Cases whose young person has not been seen as often as their level asks. */
export function UnseenTable({ unseen }: Pick<Live, 'unseen'>) {
  return (
    <DataTable
      caption={`Young people not seen as expected (${unseen.length})`}
      rows={unseen}
      rowKey={({ id }) => id}
      empty={<Empty title="Everybody was seen as expected">Cases whose young person has not been seen as often as their level asks appear here.</Empty>}
      columns={[
        { key: 'reference', header: 'Case', cell: ({ reference }) => reference },
        { key: 'level', header: 'Level', cell: ({ level }) => level },
        { key: 'seen', header: 'Last seen', cell: ({ seenAt }) => (seenAt ? formatDate(new Date(seenAt)) : 'Not yet in the log') },
        { key: 'expected', header: 'Expected', cell: ({ expected }) => expected },
        { key: 'over', header: 'Days over', align: 'end', cell: ({ over }) => over },
        { key: 'with', header: 'With', cell: (row) => row.with },
      ]}
    />
  )
}

/** What agencies have not returned to a panel that is still to come. */
export function ReturnsTable({ returns }: Pick<Live, 'returns'>) {
  return (
    <DataTable
      caption="Panels without returns"
      rows={returns}
      rowKey={({ agency, heldAt }) => `${agency} ${heldAt}`}
      empty={<Empty title="No return is missing">What agencies have not returned in time to a coming panel appears here.</Empty>}
      columns={[
        { key: 'agency', header: 'Agency', cell: ({ agency }) => agency },
        { key: 'panel', header: 'Panel', cell: ({ heldAt }) => formatDateTime(new Date(heldAt)) },
        { key: 'missing', header: 'Cases without an answer', align: 'end', cell: ({ missing }) => missing },
      ]}
    />
  )
}
