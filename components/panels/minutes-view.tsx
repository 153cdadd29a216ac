import type { Minutes, MinutesItem } from '@/lib/panels/minutes'
import { formatDate } from '@/lib/pathway/dates'
import { ITEM_STATE_LABELS, SEATS } from '@/lib/pathway/panel'
import { LEVEL_LABELS } from '@/lib/pathway/levels'
import { Card } from '../ui/card'
import { LevelTag } from '../ui/level-tag'
import { Tag } from '../ui/tag'
import { When } from '../when'

/** Who was there, and who was not. */
export function PresentCard({ minutes }: { minutes: Minutes }) {
  return (
    <Card title="Present">
      <ul className="list-disc pl-5">
        {minutes.attendance.map(({ id, seat, name, agency, arrivedAt, leftAt }) => (
          <li key={id} className="wrap-anywhere">{name}, {SEATS.find((one) => one.id === seat)?.label.toLowerCase()}{agency ? ` (${agency})` : ''}. From <When at={arrivedAt} />{leftAt ? <> to <When at={leftAt} /></> : null}</li>
        ))}
      </ul>
      {minutes.attendance.length ? null : <p>Nobody was written down.</p>}
    </Card>
  )
}

/** One case, as it was discussed and decided. */
export function MinutesItemCard({ item, number }: { item: MinutesItem; number: number }) {
  return (
    <Card title={<span className="wrap-anywhere">{number}. {item.about}</span>}>
      <p className="mb-2 text-ink-soft wrap-anywhere">{item.why}</p>
      {item.withheld ? <p>You declared a conflict of interest in this case. What was said and decided is not shown to you.</p> : <Discussed item={item} />}
    </Card>
  )
}

function Discussed({ item }: { item: MinutesItem }) {
  const { decision } = item
  return (
    <div className="space-y-3">
      <p>{item.returns.length ? <>Answered: {item.returns.map(({ agency, answer, late }) => `${agency}${answer === 'nothing_known' ? ' (nothing known)' : ''}${late ? ', late' : ''}`).join('; ')}.</> : 'No agency answered.'}{item.notAnswered.length ? ` Not answered: ${item.notAnswered.join(', ')}.` : ''}</p>
      {item.notes.length ? <ul className="list-disc space-y-1 pl-5">{item.notes.map(({ text, by, at }, index) => <li key={`${at} ${index}`} className="wrap-anywhere whitespace-pre-line">{text} <span className="text-[0.9375rem] text-ink-soft">{by}</span></li>)}</ul> : null}
      {decision ? (
        <>
          <p className="flex flex-wrap items-center gap-2"><LevelTag level={decision.level} prefix="Decided:" /> {decision.before ? `It was ${LEVEL_LABELS[decision.before]}.` : ''} Next review by <When at={decision.nextReview} day />.</p>
          <p className="wrap-anywhere whitespace-pre-line">{decision.reason}</p>
          <p>{decision.strategyCalled ? 'A strategy meeting is called.' : decision.strategyWhyNot ? `No strategy meeting is called: ${decision.strategyWhyNot}` : 'No strategy meeting is called.'}</p>
          {item.dissents.map(({ agency, words }) => <p key={agency} className="wrap-anywhere"><strong>{agency} does not agree:</strong> {words}</p>)}
          {item.actions.length ? <ul className="list-disc pl-5">{item.actions.map(({ id, what, owner, dueOn }) => <li key={id} className="wrap-anywhere">{what}: {owner}, by {formatDate(dueOn)}</li>)}</ul> : <p>No actions.</p>}
          <p className="text-[0.9375rem] text-ink-soft">{decision.by}, <When at={decision.at} />. Seal {decision.sha256.slice(0, 12)}. {decision.whole ? 'What was known then is whole.' : <Tag tone="red">What was known then has been changed</Tag>}</p>
        </>
      ) : <p><Tag>{ITEM_STATE_LABELS[item.state]}</Tag> <span className="wrap-anywhere">{item.deferReason}</span></p>}
    </div>
  )
}
