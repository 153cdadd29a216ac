import type { ReactNode } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { CHALLENGE_ANSWER_LABELS } from '@/lib/challenges/schema'
import type { ChallengeView } from '@/lib/challenges/view'
import { keptKey, type KeptForms } from '@/lib/drafts/kept-form'
import { formatDateTime } from '@/lib/pathway/dates'
import { Card } from '../ui/card'
import { ClockTag } from '../ui/clock-tag'
import { When } from '../when'
import { AnswerChallengeForm } from './answer-form'

type Props = {
  challenges: readonly ChallengeView[]
  /** Given to whoever answers challenges. */
  answer?: (input: never) => Promise<Outcome<unknown>>
  drafts?: KeptForms
  children?: ReactNode
}

/** Who disagreed, why, and the answer with its reasons; or the clock on it. */
export function ChallengeCard({ challenges, answer, drafts = {}, children }: Props) {
  if (!challenges.length && !children) return null
  return (
    <Card title={challenges.length > 1 ? 'Challenges' : 'Challenge'}>
      <ul className="divide-y">
        {challenges.map((one) => (
          <li key={one.id} className="py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
              {one.raisedBy} disagrees
              {one.answeredAt ? null : <ClockTag state={one.clock.state}>{one.clock.state === 'late' ? 'Late: was due ' : 'Answer by '}<When at={one.clock.due} /></ClockTag>}
            </p>
            <p className="text-[0.9375rem] text-ink-soft">Written down by {one.by}, {formatDateTime(new Date(one.at))}</p>
            <p dir="auto" className="mt-1 max-w-prose whitespace-pre-line wrap-anywhere">{one.words}</p>
            {one.answer && one.answeredAt ? (
              <div className="mt-3 border-l-4 border-primary pl-4">
                <p className="font-semibold">{CHALLENGE_ANSWER_LABELS[one.answer]}</p>
                <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">{one.reasons}</p>
                <p className="text-[0.9375rem] text-ink-soft">{one.answeredBy}, {formatDateTime(new Date(one.answeredAt))}</p>
              </div>
            ) : answer ? (
              <AnswerChallengeForm challengeId={one.id} version={one.version} reversible={one.referralId !== null} answer={answer} draft={drafts[keptKey('challenge_answered', one.id)]} />
            ) : null}
          </li>
        ))}
      </ul>
      {children}
    </Card>
  )
}
