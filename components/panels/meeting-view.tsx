import type { ReactNode } from 'react'
import type { MeetingItem } from '@/lib/panels/meeting'
import { ACTION_STATE_LABELS } from '@/lib/pathway/actions'
import { formatDate } from '@/lib/pathway/dates'
import { LEVEL_LABELS, LEVELS } from '@/lib/pathway/levels'
import { SeenText } from '../casework/words'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { Inset } from '../ui/inset'
import { LevelTag } from '../ui/level-tag'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { When } from '../when'

/** Who she is, in big type for the back of the room, in her own words where she was heard. */
export function WhoCard({ one }: { one: MeetingItem }) {
  const { assessment } = one
  const heard = assessment?.young
  return (
    <Card title="In the young person’s own words">
      {heard?.view ? <div className="text-[1.375rem] leading-snug"><Inset>{heard.view}</Inset></div> : <p className="text-[1.25rem]">{heard?.notHeard ? <>Not heard: {heard.notHeard}. {heard.plan}</> : 'Not written down yet.'}</p>}
      {one.case ? <p className="mt-2 text-[1.0625rem]"><TextLink href={`/cases/${one.case.id}`}>Case {one.case.reference}</TextLink>, {one.case.practitioner ? `with ${one.case.practitioner}` : 'held by nobody'}. {one.item.why}</p> : null}
    </Card>
  )
}

/** What is asked first about any case, in figures that are read from the back of the room. */
export function GlanceCard({ one }: { one: MeetingItem }) {
  const { known } = one
  if (!known) return null
  const { plan, seen, disagreements, eighteen } = known
  const overdue = one.actions.filter(({ clock }) => clock === 'late').length
  return (
    <Card>
      <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        <Glance label="Last seen"><SeenText seen={seen} /></Glance>
        <Glance label="Safety plan">{plan?.issued ? <>{plan.done} of {plan.done + plan.open + plan.notDone} done<Small>Issued {formatDate(new Date(plan.issued.at))}{plan.issued.reviewOn ? `, review by ${formatDate(plan.issued.reviewOn)}` : ''}</Small>{plan.reviewLate ? <Tag tone="red">Review overdue</Tag> : null}</> : plan ? 'Begun, not issued' : 'None yet'}</Glance>
        <Glance label="Actions overdue">{overdue || 'None'}{overdue ? <Small>of {one.actions.filter(({ state }) => state === 'open').length} to do</Small> : null}</Glance>
        <Glance label="See it otherwise">{disagreements.length ? <a href="#otherwise">{disagreements.length === 1 ? 'One agency' : `${new Set(disagreements.map(({ agency }) => agency)).size} agencies`}</a> : 'Nobody'}</Glance>
      </dl>
      {eighteen ? <p className="mt-4 border-t pt-3 text-[1.125rem]"><strong>{eighteen.past ? `Turned 18 on ${formatDate(eighteen.on)}.` : `Turns 18 on ${formatDate(eighteen.on)}.`}</strong> The work does not stop on a birthday. Say who goes on with it, and what support there is.</p> : null}
    </Card>
  )
}

function Glance({ label, children }: { label: string; children: ReactNode }) {
  return <div><dt className="text-ink-soft">{label}</dt><dd className="text-[1.375rem] leading-snug font-semibold wrap-anywhere">{children}</dd></div>
}

const Small = ({ children }: { children: ReactNode }) => <span className="block text-[0.9375rem] font-normal">{children}</span>

/** Who sees it otherwise: at an earlier panel, or in their part of the assessment. A disagreement is kept in sight. */
export function OtherwiseCard({ one }: { one: MeetingItem }) {
  const found = one.known?.disagreements ?? []
  if (!found.length) return null
  return (
    <Card title="Who sees it otherwise" id="otherwise">
      <ul className="space-y-4 text-[1.125rem]">
        {found.map(({ agency, at, words, level, from }) => (
          <li key={`${agency} ${at}`}>
            <p className="flex flex-wrap items-center gap-2"><span className="font-semibold wrap-anywhere">{agency}</span>{level ? <LevelTag level={level} prefix="Sees:" /> : null}</p>
            <p className="wrap-anywhere whitespace-pre-line">{words}</p>
            <p className="text-[0.9375rem] text-ink-soft">{from === 'panel' ? 'At an earlier panel' : 'In its part of the assessment'}, {formatDate(new Date(at))}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Level over time: a bar for each, as high as the level, and the same in words. */
export function LevelsCard({ levels }: { levels: MeetingItem['levels'] }) {
  return (
    <Card title="Level over time">
      {levels.length ? (
        <ol className="flex flex-wrap items-end gap-4">
          {levels.map(({ level, at }, index) => (
            <li key={`${at} ${index}`} className="flex flex-col items-start gap-1">
              <span aria-hidden="true" className="block w-16 rounded-t bg-primary" style={{ height: `${(LEVELS.indexOf(level) + 1) * 0.9}rem` }} />
              <LevelTag level={level} />
              <span className="text-[0.9375rem] text-ink-soft">{formatDate(new Date(at))}</span>
            </li>
          ))}
        </ol>
      ) : <p className="text-[1.125rem]">No level has been agreed yet.</p>}
    </Card>
  )
}

/** What each agency says, and who has not answered. */
export function ReturnsCard({ one }: { one: MeetingItem }) {
  return (
    <Card title="What the agencies say" id="returns">
      <ul className="space-y-4 text-[1.125rem]">
        {one.returns.map(({ agencyId, agency, answer, text, by, at, late, corrected }) => (
          <li key={agencyId}>
            <p className="flex flex-wrap items-center gap-2"><span className="font-semibold wrap-anywhere">{agency}</span>{answer === 'nothing_known' ? <Tag>Nothing known</Tag> : null}{late ? <Tag tone="amber">Late</Tag> : null}{corrected ? <Tag>Corrected</Tag> : null}</p>
            {text ? <p className="wrap-anywhere whitespace-pre-line">{text}</p> : null}
            <p className="text-[0.9375rem] text-ink-soft">{by}, <When at={at} /></p>
          </li>
        ))}
      </ul>
      {one.returns.length ? null : <p className="text-[1.125rem]">No agency has answered.</p>}
      {one.notAnswered.length ? <p className="mt-4 text-[1.125rem]"><strong>Not answered:</strong> {one.notAnswered.join(', ')}</p> : null}
    </Card>
  )
}

/** The latest assessment in a few lines; what it holds in full is a click away. */
export function AssessmentCard({ one }: { one: MeetingItem }) {
  const { assessment } = one
  if (!assessment?.finished) return <Card title="Risk assessment"><p className="text-[1.125rem]">Not finished yet.</p></Card>
  const found = assessment.set.indicators.filter(({ id }) => ['yes', 'suspected'].includes(assessment.answers[id]?.answer ?? ''))
  return (
    <Card title="Risk assessment" actions={<TextLink href={`/assessments/${assessment.id}`}>All of it</TextLink>}>
      <p className="mb-3 flex flex-wrap items-center gap-2 text-[1.125rem]"><LevelTag level={assessment.finished.level} prefix="Proposed:" /> {assessment.finished.by}, {formatDate(new Date(assessment.finished.at))}</p>
      <p className="mb-3 text-[1.125rem] wrap-anywhere">{assessment.finished.reason}</p>
      <ul className="list-disc pl-5 text-[1.125rem]">{found.map(({ id, label, block }) => <li key={id}>{label}{assessment.answers[id]?.answer === 'suspected' ? ' (suspected)' : ''}{block === 'harm' ? <> <Tag tone="red">Possible current harm</Tag></> : null}</li>)}</ul>
    </Card>
  )
}

/** What is still to be done, what is overdue first and apart from the rest. */
export function ActionsCard({ one }: { one: MeetingItem }) {
  if (!one.actions.length) return null
  const late = one.actions.filter(({ clock }) => clock === 'late')
  const rest = one.actions.filter(({ clock }) => clock !== 'late')
  return (
    <Card title="Actions" id="actions">
      {late.length ? <><h3 className="mb-2 text-[1.125rem] text-red-text">Overdue: {late.length}</h3><ActionLines actions={late} /></> : null}
      {late.length && rest.length ? <h3 className="mt-4 mb-2 text-[1.125rem]">In time</h3> : null}
      <ActionLines actions={rest} />
    </Card>
  )
}

function ActionLines({ actions }: { actions: MeetingItem['actions'] }) {
  return (
    <ul className="space-y-2 text-[1.125rem]">
      {actions.map(({ id, what, owner, dueOn, state }) => (
        <li key={id}><span className="wrap-anywhere">{what}</span> <span className="text-ink-soft">{owner}, by {formatDate(dueOn)}</span> {state === 'open' ? null : <Tag tone={state === 'done' ? 'green' : 'amber'}>{ACTION_STATE_LABELS[state]}</Tag>}</li>
      ))}
    </ul>
  )
}

/** What was decided; `call` leads whoever may call a strategy meeting to do it. */
export function DecisionCard({ decision, call }: { decision: NonNullable<MeetingItem['decision']>; call?: string | undefined }) {
  return (
    <Card title="Decided" id="decision">
      <p className="mb-3 flex flex-wrap items-center gap-2 text-[1.25rem]"><LevelTag level={decision.level} /> {decision.before ? `It was ${LEVEL_LABELS[decision.before]}.` : 'The first level.'}</p>
      <p className="mb-3 text-[1.25rem] wrap-anywhere whitespace-pre-line">{decision.reason}</p>
      <p className="text-[1.125rem]">{decision.strategyCalled ? 'A strategy meeting is called.' : decision.strategyWhyNot ? `No strategy meeting is called: ${decision.strategyWhyNot}` : 'No strategy meeting is called.'} The next review is by <When at={decision.nextReview} day />.</p>
      {call && decision.strategyCalled ? <p className="mt-3 no-print"><ButtonLink href={call}>Say when the strategy meeting is</ButtonLink></p> : null}
      {decision.dissents.map(({ agency, words }) => <p key={agency} className="mt-2 text-[1.125rem] wrap-anywhere"><strong>{agency} does not agree:</strong> {words}</p>)}
      <p className="mt-3 text-ink-soft">{decision.by}, <When at={decision.at} />. Sealed with what was known then.</p>
    </Card>
  )
}
