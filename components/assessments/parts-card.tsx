import type { ReactNode } from 'react'
import type { PartView, Said } from '@/lib/assessments/parts'
import type { Finished } from '@/lib/assessments/view'
import { disagree } from '@/lib/pathway/assessment-change'
import { Card } from '../ui/card'
import { ClockTag } from '../ui/clock-tag'
import { Details } from '../ui/details'
import { LevelTag } from '../ui/level-tag'
import { Tag } from '../ui/tag'
import { Warning } from '../ui/warning'
import { When } from '../when'

type Props = { parts: readonly PartView[]; finished: Finished | null; askLink?: ReactNode }

/** Which level each sees, side by side, and what each agency knows. Who has not answered is shown as such. */
export function PartsCard({ parts, finished, askLink }: Props) {
  const differ = disagree([finished?.level ?? null, ...parts.map(({ said }) => said?.level ?? null)])
  return (
    <Card title="Which level each sees" id="parts" actions={askLink}>
      {differ ? <Warning>They do not see the same level. Nobody’s view is overruled here: the panel hears each of them.</Warning> : null}
      <ul aria-label="Levels side by side" className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <View who="The practitioner">
          {finished ? <><LevelTag level={finished.level} /><Why words={finished.reason} /><Who by={finished.by} at={finished.at} /></> : <p className="text-ink-soft">Not recorded yet</p>}
        </View>
        {parts.map((part) => <View key={part.requestId} who={part.agency}><AgencyView part={part} finishedAt={finished?.at ?? null} /></View>)}
      </ul>
      {parts.length ? parts.map((part) => <Known key={part.requestId} part={part} />) : <p className="mt-3 text-ink-soft">No other agency has been asked for its part of this assessment.</p>}
    </Card>
  )
}

function View({ who, children }: { who: string; children: ReactNode }) {
  return (
    <li className="space-y-2 rounded-lg border px-4 py-3">
      <p className="font-semibold wrap-anywhere">{who}</p>
      {children}
    </li>
  )
}

function AgencyView({ part: { said, clock, dueAt }, finishedAt }: { part: PartView; finishedAt: string | null }) {
  if (!said) return <p className="flex flex-wrap items-center gap-2"><ClockTag state={clock}>{clock === 'late' ? 'Late, no answer' : 'No answer yet'}</ClockTag><span className="text-[0.9375rem] text-ink-soft">due by <When at={dueAt} day /></span></p>
  return (
    <>
      {said.nothingKnown ? <p><Tag>Nothing known</Tag></p> : said.level ? <LevelTag level={said.level} /> : <p className="text-ink-soft">No view of the level</p>}
      {said.levelReason ? <Why words={said.levelReason} /> : null}
      <Who by={said.by} at={said.at} />
      {said.late || (finishedAt && said.at > finishedAt) ? (
        <p className="flex flex-wrap gap-1.5">
          {said.late ? <Tag tone="purple">Came late</Tag> : null}
          {finishedAt && said.at > finishedAt ? <Tag tone="amber">After it was finished</Tag> : null}
        </p>
      ) : null}
    </>
  )
}

const Why = ({ words }: { words: string }) => <p dir="auto" className="whitespace-pre-line wrap-anywhere">{words}</p>
const Who = ({ by, at }: { by: string; at: string }) => <p className="text-[0.9375rem] text-ink-soft">{by}, <When at={at} /></p>

/** What an agency was asked and what it knows; what it said before it corrected that is folded away. */
function Known({ part: { agency, question, askedBy, askedAt, said, earlier } }: { part: PartView }) {
  return (
    <section className="mt-5 border-t pt-4" aria-label={agency}>
      <h3>{agency}</h3>
      <p className="text-[0.9375rem] text-ink-soft">Asked by {askedBy}, <When at={askedAt} />: <span dir="auto" className="wrap-anywhere">{question}</span></p>
      {said ? <SaidList said={said} /> : null}
      <EarlierAnswers earlier={earlier} />
    </section>
  )
}

export function SaidList({ said }: { said: Said }) {
  if (said.nothingKnown) return <p className="mt-2">Nothing known: they looked, and there is nothing on record.</p>
  return (
    <dl className="mt-2 space-y-2">
      {said.known.map(({ block, label, text }) => (
        <div key={block}>
          <dt className="font-semibold">{label}</dt>
          <dd dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Answers that were corrected, as they were, folded away. */
export function EarlierAnswers({ earlier }: { earlier: readonly Said[] }) {
  if (!earlier.length) return null
  return (
    <Details summary={`Corrected since: ${earlier.length === 1 ? 'one earlier answer' : `${earlier.length} earlier answers`}`}>
      {earlier.map((said) => (
        <div key={said.id} className="space-y-1 py-2">
          <Who by={said.by} at={said.at} />
          {said.level ? <LevelTag level={said.level} /> : null}
          {said.levelReason ? <Why words={said.levelReason} /> : null}
          <SaidList said={said} />
        </div>
      ))}
    </Details>
  )
}
