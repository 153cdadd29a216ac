import type { AgendaItem, PanelView } from '@/lib/panels/read'
import { ITEM_STATE_LABELS } from '@/lib/pathway/panel'
import { AGENDA_REASONS } from '@/lib/pathway/panel-agenda'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Empty } from '../ui/empty'
import { LevelTag } from '../ui/level-tag'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import type { Command } from './press'
import { WordForm } from './word-form'

/** The agenda: whom, why, and where each case stands. */
export function AgendaCard({ panel, defer }: { panel: PanelView; defer?: Command | undefined }) {
  return (
    <Card title={`Agenda: ${panel.items.length === 1 ? 'one case' : `${panel.items.length} cases`}`} id="agenda">
      {panel.items.length ? (
        <ol className="divide-y">
          {panel.items.map((item) => (
            <li key={item.id} className="py-3 first:pt-0">
              <p className="flex flex-wrap items-center gap-2">
                <TextLink href={`/panels/${panel.id}/meeting/${item.id}`} className="text-[1.0625rem] font-semibold wrap-anywhere">{item.about}</TextLink>
                <Tag tone={item.reason === 'overdue' ? 'red' : 'neutral'}>{AGENDA_REASONS.find(({ id }) => id === item.reason)?.label ?? item.reason}</Tag>
                <ItemTag item={item} />
              </p>
              <p className="mt-0.5 text-ink-soft wrap-anywhere">{item.why}</p>
              <p className="text-[0.9375rem] text-ink-soft">{[item.reference, item.practitioner].filter(Boolean).join(' · ')}</p>
              {item.closed && item.state === 'listed' ? <p className="mt-1 font-semibold">This case was closed since it was put on, or is no longer for the panel. Put it off, with that as the reason.</p> : null}
              {item.conflicted ? <p className="mt-1">You declared a conflict of interest: what is said of it is not shown to you.</p> : null}
              {item.deferReason ? <p className="mt-1 wrap-anywhere">Put off: {item.deferReason}</p> : null}
              {defer && item.state === 'listed' ? (
                <Details summary={<>Put off <span className="sr-only">{item.about}</span></>}>
                  <WordForm schema="defer" fixed={{ itemId: item.id, version: item.version }} name="reason" id={`defer-${item.id}`} label="Why is it put off?" hint="It is suggested again for the next panel" command={defer}>Put it off</WordForm>
                </Details>
              ) : null}
            </li>
          ))}
        </ol>
      ) : <Empty title="Nothing on the agenda yet">Put on what is due. Each agency is asked about each young person, and answers before the meeting.</Empty>}
    </Card>
  )
}

function ItemTag({ item }: { item: AgendaItem }) {
  if (item.decided) return <LevelTag level={item.decided.level} prefix="Decided:" />
  if (item.state === 'listed') return item.level ? <LevelTag level={item.level} prefix="Now:" /> : null
  return <Tag>{ITEM_STATE_LABELS[item.state]}</Tag>
}
