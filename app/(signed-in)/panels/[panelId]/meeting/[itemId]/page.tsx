import type { Metadata } from 'next'
import { CompareCard } from '@/components/assessments/compare-card'
import { AgendaKeys } from '@/components/panels/agenda-keys'
import { DeclareForm } from '@/components/panels/conflicts-card'
import { DecideForm } from '@/components/panels/decide-form'
import { ActionsCard, AssessmentCard, DecisionCard, GlanceCard, LevelsCard, OtherwiseCard, ReturnsCard, WhoCard } from '@/components/panels/meeting-view'
import { Notes } from '@/components/panels/notes'
import { BackLink } from '@/components/ui/back-link'
import { LevelTag } from '@/components/ui/level-tag'
import { PageHeader } from '@/components/ui/page-header'
import { Warning } from '@/components/ui/warning'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { readMeetingItem } from '@/lib/panels/meeting'
import { addNoteAction, decideItemAction, declareConflictAction } from '../../../actions'
import { keptForms } from '../../../../kept-forms'
import { Live } from '../../../../live'

export const metadata: Metadata = { title: 'Case in a risk panel' }

type Props = { params: Promise<{ panelId: string; itemId: string }> }

/** One case on one screen, to be read from the back of a room; the arrow keys go through the agenda. */
export default async function MeetingPage({ params }: Props) {
  const { panelId, itemId } = await params
  const one = await ask(readMeetingItem, { itemId })
  const kept = one.mayDecide ? await keptForms([['panel_decided', itemId]]) : {}
  const { role } = await signedIn()
  const { item, decision } = one
  const call = one.case && may(role, 'strategy:call') ? `/strategy/new/${one.case.id}?from=level` : undefined
  return (
    <>
      <Live topics={['panel']} pause={1} />
      <AgendaKeys panelId={panelId} before={one.before} after={one.after} number={item.number} of={item.of} />
      <PageHeader
        title={<span className="text-[2.25rem] wrap-anywhere">{one.case?.name ?? item.about}</span>}
        caption={<span className="text-[1.125rem]">{one.case?.born}</span>}
        tags={one.case ? <LevelTag level={one.case.level} prefix={decision ? undefined : 'Now:'} /> : undefined}
        back={<BackLink href={`/panels/${panelId}`}>The whole panel</BackLink>}
      />
      {one.conflicted ? <Warning>You declared a conflict of interest in this case. What the agencies say, what is noted and what is decided are not shown to you. A deputy takes the chair for it.</Warning> : null}
      {one.conflicts.length && !one.conflicted ? <p className="mb-4">Takes no part in this case: {one.conflicts.map(({ person }) => person).join(', ')}.</p> : null}
      {one.problem && one.panel.state === 'open' && item.state === 'listed' && !one.conflicted ? <Warning>{one.problem}</Warning> : null}
      {item.deferReason ? <p className="mb-4 text-[1.125rem] wrap-anywhere">Put off to another panel: {item.deferReason}</p> : null}
      <div className="grid gap-6 lg:grid-cols-2">
        {decision ? <div className="lg:col-span-2"><DecisionCard decision={decision} call={call} /></div> : null}
        {one.conflicted || !one.case ? null : (
          <>
            <div className="min-w-0 lg:col-span-2"><GlanceCard one={one} /></div>
            <div className="min-w-0 space-y-6">
              <WhoCard one={one} />
              <LevelsCard levels={one.levels} />
              <AssessmentCard one={one} />
              {one.assessment && one.previous ? <CompareCard before={one.previous} now={one.assessment} /> : null}
            </div>
            <div className="min-w-0 space-y-6">
              <ReturnsCard one={one} />
              <OtherwiseCard one={one} />
              <ActionsCard one={one} />
              <Notes itemId={itemId} notes={one.notes} add={one.mayNote ? addNoteAction : undefined} />
            </div>
          </>
        )}
      </div>
      <div className="mt-6 max-w-3xl space-y-6 no-print">
        {one.mayDecide ? <DecideForm one={one} decide={decideItemAction} draft={kept[keptKey('panel_decided', itemId)]} /> : null}
        {one.conflicted ? null : <DeclareForm itemId={itemId} declare={declareConflictAction} />}
      </div>
    </>
  )
}
