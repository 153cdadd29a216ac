import { formatDateTime } from '@/lib/pathway/dates'
import { LAWFUL_BASES, PURPOSES, SHARE_ITEMS } from '@/lib/pathway/share-items'
import type { SharingView } from '@/lib/sharing/view'
import type { ReactNode } from 'react'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { SharedItems } from './shared-items'

const labelOf = (list: readonly { id: string; label: string }[], id: string) => list.find((one) => one.id === id)?.label ?? id

type Props = { sharings: readonly SharingView[]; referralLinks?: boolean; children?: ReactNode }

/** What was shared about a child, with whom, why, by whom and when; and what was not, and why not. */
export function SharingCard({ sharings, referralLinks, children }: Props) {
  return (
    <Card title="What was shared, and why">
      {sharings.length ? null : <p className="text-ink-soft">Nothing has been shared in Waymark yet, and no decision not to share is recorded.</p>}
      <ul className="divide-y">
        {sharings.map((one) => (
          <li key={one.id} className="py-3 first:pt-0 last:pb-0">
            <SharingText sharing={one} referralLink={referralLinks} />
          </li>
        ))}
      </ul>
      {children}
    </Card>
  )
}

/** One record of sharing, its items folded away. */
export function SharingText({ sharing, referralLink, open }: { sharing: SharingView; referralLink?: boolean; open?: boolean }) {
  const basis = LAWFUL_BASES.find(({ id }) => id === sharing.basis)
  const receiver = referralLink && sharing.referralId ? <TextLink href={`/referrals/${sharing.referralId}`}>{sharing.receiver}</TextLink> : sharing.receiver
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
        {receiver}
        {sharing.shared ? <Tag tone="blue">Shared</Tag> : <Tag tone="amber">Not shared</Tag>}
      </p>
      <p className="text-[0.9375rem] text-ink-soft">
        {sharing.by}, {formatDateTime(new Date(sharing.at))}. {labelOf(PURPOSES, sharing.purpose)}.{basis ? ` ${basis.label} (${basis.law}).` : ''}
      </p>
      <p dir="auto" className="mt-1 max-w-prose whitespace-pre-line wrap-anywhere">{sharing.shared ? 'Why' : 'Why not'}: {sharing.reason}</p>
      {sharing.shared ? (
        <Details summary={`What they were given (${sharing.items.length})`} open={open}>
          <SharedItems items={sharing.items} />
          {sharing.leftOut.length ? <p className="mt-3 text-[0.9375rem]">Not shared with them: {sharing.leftOut.map((id) => labelOf(SHARE_ITEMS, id).toLowerCase()).join(', ')}.</p> : null}
        </Details>
      ) : null}
    </>
  )
}
