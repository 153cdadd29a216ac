import type { OwnPart, OwnPartSummary } from '@/lib/assessments/own-parts'
import type { ClockState } from '@/lib/pathway/clocks'
import { Card } from '../ui/card'
import { ClockTag } from '../ui/clock-tag'
import { LevelTag } from '../ui/level-tag'
import { SummaryList } from '../ui/summary-list'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { When } from '../when'
import { EarlierAnswers, SaidList } from './parts-card'

const WORDS: Readonly<Record<ClockState, string>> = { on_time: 'Waiting', close: 'Due soon', late: 'Late, no answer', met: 'Answered', met_late: 'Answered, late' }

/** How one's own part stands against its limit. */
export function PartTag({ clock }: { clock: ClockState }) {
  return <ClockTag state={clock}>{WORDS[clock]}</ClockTag>
}

/** The risk assessments that one's own agency is asked for its part of. Nothing where it is not asked. */
export function OwnPartsCard({ parts }: { parts: readonly OwnPartSummary[] }) {
  if (!parts.length) return null
  return (
    <Card title="Your part of a risk assessment" className="mb-6">
      <ul className="divide-y">
        {parts.map(({ requestId, child, born, askedAt, dueAt, clock }) => (
          <li key={requestId} className="space-y-1 py-2.5 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2">
              <TextLink href={`/waiting/parts/${requestId}`} className="font-semibold wrap-anywhere">{child}</TextLink>
              <PartTag clock={clock} />
            </p>
            <p className="text-[0.9375rem] text-ink-soft">{born}. Asked <When at={askedAt} day />, answer by <When at={dueAt} day /></p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What an agency is asked, and about whom: her name and date of birth, and no more. */
export function OwnPartCard({ part }: { part: OwnPart }) {
  return (
    <Card title="What you are asked">
      <SummaryList
        rows={[
          { key: 'about', label: 'About', value: <span className="wrap-anywhere">{part.child}. {part.born}</span> },
          { key: 'question', label: 'The question', value: <span dir="auto" className="whitespace-pre-line wrap-anywhere">{part.question}</span> },
          { key: 'by', label: 'Asked by', value: <>{part.askedBy}, <When at={part.askedAt} /></> },
          { key: 'due', label: 'Answer by', value: <>The end of <When at={part.dueAt} day /></> },
        ]}
      />
    </Card>
  )
}

/** What one's own agency said, with what it said before it corrected that. Nothing where it has not answered. */
export function OwnSaidCard({ part: { said, earlier, agency } }: { part: OwnPart }) {
  if (!said) return null
  return (
    <Card title={`What ${agency} said`}>
      <p className="flex flex-wrap items-center gap-2">
        {said.level ? <LevelTag level={said.level} /> : said.nothingKnown ? <Tag>Nothing known</Tag> : <Tag>No view of the level</Tag>}
        {said.late ? <Tag tone="purple">Came late, and counts</Tag> : null}
        <span className="text-[0.9375rem] text-ink-soft">{said.by}, <When at={said.at} /></span>
      </p>
      {said.levelReason ? <p dir="auto" className="mt-2 max-w-prose whitespace-pre-line wrap-anywhere">{said.levelReason}</p> : null}
      <SaidList said={said} />
      <EarlierAnswers earlier={earlier} />
    </Card>
  )
}
