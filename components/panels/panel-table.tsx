import type { PanelSummary } from '@/lib/panels/list'
import type { AskedPanel } from '@/lib/panels/own'
import { formatDateTime } from '@/lib/pathway/dates'
import { PANEL_STATE_LABELS, type PanelState } from '@/lib/pathway/panel'
import { Card } from '../ui/card'
import { ClockTag } from '../ui/clock-tag'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { Tag, type Tone } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { When } from '../when'

const TONES: Readonly<Record<PanelState, Tone>> = { planned: 'blue', open: 'purple', closed: 'amber', checked: 'amber', issued: 'neutral' }

export function PanelTag({ state }: { state: PanelState }) {
  return <Tag tone={TONES[state]}>{PANEL_STATE_LABELS[state]}</Tag>
}

/** Panels by when they meet. */
export function PanelTable({ panels, empty }: { panels: readonly PanelSummary[]; empty: string }) {
  return (
    <DataTable
      caption="Risk panels"
      captionHidden
      rows={panels}
      rowKey={({ id }) => id}
      empty={<Empty title={empty}>A panel discusses the cases that are due, agrees the level of each and says who does what.</Empty>}
      columns={[
        { key: 'when', header: 'Meets', cell: ({ heldAt }) => formatDateTime(new Date(heldAt)), href: ({ id }) => `/panels/${id}` },
        { key: 'state', header: 'State', cell: ({ state }) => <PanelTag state={state} /> },
        { key: 'cases', header: 'Cases', align: 'end', cell: ({ cases, decided }) => (decided ? `${decided} of ${cases} decided` : cases) },
        { key: 'chair', header: 'Chair', cell: ({ chair }) => chair },
        { key: 'place', header: 'Where', cell: ({ place }) => <span className="wrap-anywhere">{place}</span> },
      ]}
    />
  )
}

/** What a panel asks of one's own agency: who is on its list, and what was answered. */
export function AskedCard({ panel }: { panel: AskedPanel }) {
  const open = panel.items.filter(({ answer, open: takes }) => !answer && takes).length
  return (
    <Card title={<>Risk panel of <When at={panel.heldAt} /></>} actions={open ? <span>{open === 1 ? 'One waits for you' : `${open} wait for you`}</span> : undefined}>
      <p className="text-ink-soft">{panel.place}. {panel.over ? 'This panel is over.' : <>Answer by <When at={panel.returnsDue} />. A late answer still counts.</>}</p>
      <p className="mt-1 mb-3"><a href={`/panels/${panel.panelId}/pack`}>Open the pack as a PDF</a> <span className="text-[0.9375rem] text-ink-soft">It carries your name, and that you opened it is recorded.</span></p>
      <ul className="divide-y">
        {panel.items.map(({ itemId, about, answer, clock, open: takes }) => (
          <li key={itemId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
            <TextLink href={`/panels/${panel.panelId}/answer/${itemId}`} className="font-semibold wrap-anywhere">{about}</TextLink>
            {answer ? <Tag tone="green">{answer === 'known' ? 'Answered' : 'Nothing known'}</Tag> : takes ? <ClockTag state={clock}>{clock === 'late' ? 'Late' : 'To answer'}</ClockTag> : <Tag>Not answered</Tag>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
