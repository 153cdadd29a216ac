import type { MeetingItem } from '@/lib/panels/meeting'
import { formatDate } from '@/lib/pathway/dates'
import { LEVEL_LABELS, LEVELS } from '@/lib/pathway/levels'
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

/** What is still to be done for her, what is late first. */
export function ActionsCard({ one }: { one: MeetingItem }) {
  if (!one.actions.length) return null
  return (
    <Card title="Actions">
      <ul className="space-y-2 text-[1.125rem]">
        {one.actions.map(({ id, what, owner, dueOn, state, clock }) => (
          <li key={id}><span className="wrap-anywhere">{what}</span> <span className="text-ink-soft">{owner}, by {formatDate(dueOn)}</span> {state === 'open' && clock === 'late' ? <Tag tone="red">Overdue</Tag> : null}</li>
        ))}
      </ul>
    </Card>
  )
}

/** What was decided. */
export function DecisionCard({ decision }: { decision: NonNullable<MeetingItem['decision']> }) {
  return (
    <Card title="Decided" id="decision">
      <p className="mb-3 flex flex-wrap items-center gap-2 text-[1.25rem]"><LevelTag level={decision.level} /> {decision.before ? `It was ${LEVEL_LABELS[decision.before]}.` : 'The first level.'}</p>
      <p className="mb-3 text-[1.25rem] wrap-anywhere whitespace-pre-line">{decision.reason}</p>
      <p className="text-[1.125rem]">{decision.strategyCalled ? 'A strategy meeting is called.' : decision.strategyWhyNot ? `No strategy meeting is called: ${decision.strategyWhyNot}` : 'No strategy meeting is called.'} The next review is by <When at={decision.nextReview} day />.</p>
      {decision.dissents.map(({ agency, words }) => <p key={agency} className="mt-2 text-[1.125rem] wrap-anywhere"><strong>{agency} does not agree:</strong> {words}</p>)}
      <p className="mt-3 text-ink-soft">{decision.by}, <When at={decision.at} />. Sealed with what was known then.</p>
    </Card>
  )
}
