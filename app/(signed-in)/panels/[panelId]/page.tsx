import type { Metadata } from 'next'
import { Columns } from '@/components/layout/columns'
import { AgendaCard } from '@/components/panels/agenda-card'
import { AttendanceCard } from '@/components/panels/attendance-card'
import { BoardCard } from '@/components/panels/board-card'
import { ConflictsCard } from '@/components/panels/conflicts-card'
import { LettersCard } from '@/components/panels/letters-card'
import { AskedCard, PanelTag } from '@/components/panels/panel-table'
import { Press } from '@/components/panels/press'
import { SuggestionsCard } from '@/components/panels/suggestions-card'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listAsked } from '@/lib/panels/own'
import { readPanel } from '@/lib/panels/read'
import { formatDateTime } from '@/lib/pathway/dates'
import { addItemAction, attendAction, deferItemAction, inviteAgencyAction, leaveAction, liftConflictAction, makeLettersAction, movePanelAction, sendLetterAction } from '../actions'
import { Live } from '../../live'

export const metadata: Metadata = { title: 'Risk panel' }

type Props = { params: Promise<{ panelId: string }> }

export default async function PanelPage({ params }: Props) {
  const { panelId } = await params
  const { role } = await signedIn()
  return may(role, 'panel:read') ? <Whole panelId={panelId} /> : <Asked panelId={panelId} />
}

/** The panel for those who build and hold it. */
async function Whole({ panelId }: { panelId: string }) {
  const panel = await ask(readPanel, { panelId })
  const { role } = await signedIn()
  const inHand = panel.state === 'planned' || panel.state === 'open'
  const builds = may(role, 'panel:build') && inHand
  const runs = may(role, 'panel:run')
  const first = panel.items.find(({ state }) => state === 'listed') ?? panel.items[0]
  const move = (to: string) => ({ panelId, version: panel.version, to, note: '' })
  return (
    <>
      <Live topics={['panel']} />
      <PageHeader
        title={`Risk panel, ${formatDateTime(new Date(panel.heldAt))}`}
        caption={`${panel.place}. Chair: ${panel.chair}${panel.deputy ? `. Deputy: ${panel.deputy}` : ''}`}
        tags={<PanelTag state={panel.state} />}
        back={<BackLink href="/panels">Risk panels</BackLink>}
        actions={
          <>
            {runs && panel.state === 'planned' ? <Press command={movePanelAction} input={move('open')} variant="primary">Open the meeting</Press> : null}
            {first && panel.state === 'open' ? <ButtonLink href={`/panels/${panelId}/meeting/${first.id}`}>Go to the next case</ButtonLink> : null}
            {runs && panel.state === 'open' ? <Press command={movePanelAction} input={move('closed')}>Close the meeting</Press> : null}
            {panel.state === 'planned' ? null : <ButtonLink variant="secondary" href={`/panels/${panelId}/minutes`}>Minutes</ButtonLink>}
          </>
        }
      />
      <Columns
        asideLabel="Who is there"
        aside={
          <>
            <AttendanceCard panelId={panelId} attendance={panel.attendance} missing={panel.missing} people={panel.people} attend={runs && inHand ? attendAction : undefined} leave={runs && inHand ? leaveAction : undefined} />
            <ConflictsCard panel={panel} lift={runs ? liftConflictAction : undefined} />
          </>
        }
      >
        <AgendaCard panel={panel} defer={builds ? deferItemAction : undefined} />
        {builds ? <SuggestionsCard panel={panel} add={addItemAction} /> : null}
        <BoardCard panel={panel} invite={builds ? inviteAgencyAction : undefined} packs={may(role, 'panel:build')} />
        {panel.letters ? <LettersCard panelId={panelId} letters={panel.letters} make={runs ? makeLettersAction : undefined} send={runs ? sendLetterAction : undefined} /> : null}
      </Columns>
    </>
  )
}

/** What the panel asks of one's own agency. */
async function Asked({ panelId }: { panelId: string }) {
  const panels = await ask(listAsked, { panelId })
  const { agencyName } = await signedIn()
  return (
    <>
      <Live topics={['panel']} />
      <PageHeader title="Answers asked of your agency" lede={`You see what ${agencyName ?? 'your agency'} said and nobody else’s answers.`} back={<BackLink href="/panels">Risk panels</BackLink>} />
      <div className="max-w-3xl space-y-6">{panels.map((panel) => <AskedCard key={panel.panelId} panel={panel} />)}</div>
    </>
  )
}
