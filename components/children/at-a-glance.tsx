import clsx from 'clsx'
import { TriangleAlert } from 'lucide-react'
import type { ActionView } from '@/lib/actions/view'
import { formatDate } from '@/lib/pathway/dates'
import { CASE_STAGE_LABELS } from '@/lib/pathway/states'
import type { ChildRecord } from '@/lib/records/queries'
import { NextDue } from '../cases/case-table'
import { Card } from '../ui/card'
import { LevelTag } from '../ui/level-tag'
import { SummaryList, type SummaryRow } from '../ui/summary-list'
import { TextLink } from '../ui/text-link'
import { ActionsNow } from './actions-now'
import { LevelTrend } from './level-trend'
import { PeopleCard } from './people-card'

type Props = { child: ChildRecord; edit: boolean; caseLinks: boolean; /** How many alerts about her wait for an answer. */ waiting: number; /** What was agreed in the open case; null where that is not open to the reader, or no case is open. */ actions: readonly ActionView[] | null }

/** What is read in a minute before knocking on a door. The whole record stands below it. */
export function AtAGlance({ child, edit, caseLinks, waiting, actions }: Props) {
  return (
    <section aria-label="At a glance" className="mb-6 grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
      {waiting ? (
        <p className="flex items-center gap-2 rounded-lg border border-amber-line bg-amber-wash px-4 py-2.5 font-semibold lg:col-span-2">
          <TriangleAlert className="size-5 flex-none" strokeWidth={2.25} />
          <a href="#alerts">{waiting === 1 ? 'An alert waits' : `${waiting} alerts wait`} for an answer</a>
        </p>
      ) : null}
      <div className="min-w-0 space-y-6">
        <SpeakingCard child={child} edit={edit} />
        <WhatIfCard child={child} edit={edit} />
        {actions ? <ActionsNow actions={actions} /> : null}
      </div>
      <div className="min-w-0 space-y-6">
        <LevelCard child={child} caseLinks={caseLinks} />
        <PeopleCard child={child} />
      </div>
    </section>
  )
}

const change = (child: ChildRecord, edit: boolean, words: string, at: string) => (edit ? <TextLink href={`/children/${child.id}/edit${at}`}>{words}</TextLink> : undefined)

/** What is known, a row each; what nobody has asked yet, in one line, so that the page stays a minute long. */
function Known({ rows, unknown }: { rows: readonly { key: string; label: string; text: string | null }[]; unknown: string }) {
  const known = rows.filter(({ text }) => text)
  const missing = rows.filter(({ text }) => !text).map(({ label }) => label.toLowerCase())
  return (
    <>
      {known.length ? <SummaryList rows={known.map(({ key, label, text }) => ({ key, label, value: <span dir="auto" className="wrap-anywhere">{text}</span> }))} /> : null}
      {missing.length ? <p className={clsx('text-[0.9375rem] text-ink-soft', known.length > 0 && 'mt-3')}>{unknown}: {missing.join('; ')}.</p> : null}
    </>
  )
}

/** What she is called, and how to speak with her. */
function SpeakingCard({ child, edit }: { child: ChildRecord; edit: boolean }) {
  return (
    <Card title="Speaking with this young person" actions={change(child, edit, 'Change how to speak', '#speaking')}>
      <Known
        unknown="Not asked yet"
        rows={[
          { key: 'called', label: 'Likes to be called', text: child.knownAs ?? child.givenName },
          { key: 'pronouns', label: 'Pronouns', text: child.pronouns },
          { key: 'speak', label: 'How to speak', text: child.howToSpeak },
          { key: 'needs', label: 'Communication needs', text: child.communicationNeeds },
          { key: 'language', label: 'First language', text: [child.firstLanguage, child.interpreterNeeded ? 'interpreter needed' : null].filter(Boolean).join(', ') },
        ]}
      />
    </Card>
  )
}

/** The child's own few lines, until a safety plan says more. */
function WhatIfCard({ child, edit }: { child: ChildRecord; edit: boolean }) {
  return (
    <Card title="What to do if…" actions={change(child, edit, 'Change what to do', '#what-to-do')} footer="Somebody in danger now: ring 999.">
      <Known
        unknown="Not written down yet"
        rows={[
          { key: 'missing', label: 'They are missing', text: child.ifMissing },
          { key: 'danger', label: 'They are in danger', text: child.ifInDanger },
          { key: 'night', label: 'It is night', text: child.ifAtNight },
        ]}
      />
    </Card>
  )
}

/** The level and how it moved, who holds the case, and what comes next. For the front door: that one is open, and to whom. */
function LevelCard({ child, caseLinks }: { child: ChildRecord; caseLinks: boolean }) {
  const open = child.cases.find((one) => one.closedAt === null)
  const last = child.cases[0]
  const birthday: SummaryRow[] = child.turns18 ? [{ key: 'turns18', label: '18th birthday', value: `${formatDate(child.turns18)}. The work goes on.` }] : []
  if (!open) {
    return (
      <Card title="Level and case">
        <p>{last?.closedAt ? `No case is open. The last one, ${last.reference}, closed on ${formatDate(new Date(last.closedAt))}.` : 'No case is open.'}</p>
        <div className="mt-3"><LevelTrend levels={child.levels} readAt={child.readAt} ended /></div>
        {birthday.length ? <div className="mt-3"><SummaryList rows={birthday} /></div> : null}
      </Card>
    )
  }
  const { holder } = child
  return (
    <Card title="Level and case">
      {open.levelHidden ? null : (
        <div className="mb-4 space-y-1">
          <p className="text-lg"><LevelTag level={open.level} /></p>
          <LevelTrend levels={child.levels} readAt={child.readAt} ended={false} />
        </div>
      )}
      <SummaryList
        rows={[
          { key: 'case', label: 'Open case', value: <>{caseLinks ? <TextLink href={`/cases/${open.id}`}>{open.reference}</TextLink> : open.reference}, {CASE_STAGE_LABELS[open.stage].toLowerCase()}</> },
          { key: 'with', label: 'Who holds it', value: holder ? <Holder holder={holder} /> : 'Nobody yet' },
          ...(open.levelHidden ? [] : [{ key: 'next', label: 'Next', value: <NextDue one={open} /> }]),
          ...birthday,
        ]}
      />
    </Card>
  )
}

function Holder({ holder: { name, email } }: { holder: NonNullable<ChildRecord['holder']> }) {
  return (
    <>
      {name}
      <a href={`mailto:${email}`} className="block wrap-anywhere">{email}</a>
    </>
  )
}
