import type { Live } from '@/lib/oversight/live'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { Details } from '../ui/details'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { TextLink } from '../ui/text-link'

/** Those that wait longest; the rest is folded away, so that what else needs somebody is not below a hundred rows. */
const MOST = 20

/** Referrals that nobody has acknowledged in time. */
export function SilentTable({ silent }: Pick<Live, 'silent'>) {
  const [first, rest] = silent.length > MOST + 5 ? [silent.slice(0, MOST), silent.slice(MOST)] : [silent, []]
  return (
    <div>
      <SilentRows caption={`Referrals that nobody has acknowledged (${silent.length})`} silent={first} />
      {rest.length ? <Details summary={`The other ${rest.length}, sent later`}><SilentRows caption="Referrals that nobody has acknowledged, sent later" hidden silent={rest} /></Details> : null}
    </div>
  )
}

function SilentRows({ silent, caption, hidden }: Pick<Live, 'silent'> & { caption: string; hidden?: boolean }) {
  return (
    <DataTable
      caption={caption}
      captionHidden={hidden}
      rows={silent}
      rowKey={({ id }) => id}
      empty={<Empty title="Every referral was acknowledged">Those past their time to be acknowledged appear here.</Empty>}
      columns={[
        { key: 'reference', header: 'Contact', className: 'whitespace-nowrap', cell: ({ id, reference }) => <TextLink href={`/overdue/referrals/${id}`}>{reference}</TextLink> },
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
        { key: 'reference', header: 'Case', className: 'whitespace-nowrap', cell: ({ reference }) => reference },
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
