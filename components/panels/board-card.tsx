import type { AgendaItem, Invited, PanelView } from '@/lib/panels/read'
import { Card } from '../ui/card'
import { DataTable } from '../ui/table'
import { Tag } from '../ui/tag'
import { When } from '../when'
import { Press, type Command } from './press'

/** Who has answered about whom. Late answers count and are marked; an agency that is no longer invited reads none of it. */
export function BoardCard({ panel, invite, packs = false }: { panel: PanelView; invite?: Command | undefined; /** Whether the agencies' packs are open to the person asking. */ packs?: boolean }) {
  const items = panel.items.filter(({ state }) => state !== 'deferred')
  const invited = panel.invited.filter(({ withdrawn }) => !withdrawn)
  return (
    <Card title="Answers from the agencies" id="returns" flush footer={<>Due by <When at={panel.returnsDue} />. Those that are late are reminded, and the chair is told.</>}>
      <DataTable
        caption="Answers from the agencies"
        captionHidden
        dense
        rows={invited}
        rowKey={({ agencyId }) => agencyId}
        empty={<p className="px-4 py-4 sm:px-5">No agency is invited.</p>}
        columns={[
          { key: 'agency', header: 'Agency', cell: (one) => <Agency one={one} /> },
          { key: 'done', header: 'Answered', cell: ({ answered, late, chased }) => <>{answered} of {items.length}{late ? `, ${late} late` : ''}{chased ? <span className="block text-[0.9375rem] text-ink-soft">{chased === 1 ? 'Reminded once' : `Reminded ${chased} times`}</span> : null}</> },
          { key: 'missing', header: 'Still to answer about', cell: ({ agencyId }) => <Missing items={items} agencyId={agencyId} late={panel.returnsLate} /> },
          ...(packs && panel.items.length ? [{ key: 'pack', header: 'Pack', cell: ({ agencyId, agency }: Invited) => <a href={`/panels/${panel.id}/pack?agency=${agencyId}`}>PDF<span className="sr-only"> for {agency}</span></a> }] : []),
          ...(invite ? [{ key: 'do', header: 'Change', headerHidden: true, cell: ({ agencyId, agency }: Invited) => <Press command={invite} variant="quiet" size="small" label={`No longer invite ${agency}`} input={{ panelId: panel.id, agencyId, invited: false }}>No longer invite</Press> }] : []),
        ]}
      />
      {invite && panel.agencies.length ? (
        <div className="border-t px-4 py-3 sm:px-5">
          <p className="mb-2 font-semibold">Ask one more agency</p>
          <ul className="flex flex-wrap gap-2">{panel.agencies.map(({ id, name }) => <li key={id}><Press command={invite} size="small" label={`Invite ${name}`} input={{ panelId: panel.id, agencyId: id, invited: true }}>{name}</Press></li>)}</ul>
        </div>
      ) : null}
    </Card>
  )
}

function Agency({ one }: { one: Invited }) {
  return (
    <>
      <span className="wrap-anywhere">{one.agency}</span>
      {one.answersHere ? null : <span className="block text-[0.9375rem] font-normal">Nobody answers for it in Waymark any more. Ask by telephone, and note what it says.</span>}
    </>
  )
}

function Missing({ items, agencyId, late }: { items: readonly AgendaItem[]; agencyId: string; late: boolean }) {
  const missing = items.filter((item) => !item.conflicted && !item.returns[agencyId])
  if (!missing.length) return <Tag tone="green">All answered</Tag>
  return <>{late ? <Tag tone="red">Late</Tag> : null} <span className="wrap-anywhere">{missing.map(({ about }) => about.split('. ')[0]).join(', ')}</span></>
}
