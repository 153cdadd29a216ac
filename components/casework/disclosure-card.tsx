import type { ReactNode } from 'react'
import type { DisclosureView } from '@/lib/casework/view'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { Card } from '../ui/card'
import { Inset } from '../ui/inset'
import { Warning } from '../ui/warning'
import { isvaLabel, IsvaTag } from './words'

/** What was told, that whoever heard it is a witness, and where the offer of an adviser stands. */
export function DisclosureCard({ told, offer }: { told: DisclosureView; offer?: ReactNode }) {
  const [now, ...before] = told.offers
  return (
    <Card title="What was told" id="told">
      <Warning>
        {told.own
          ? 'You are a witness to this. Keep your notes as they are, talk about it in supervision, and do not rehearse it with the young person.'
          : `${told.heardBy} is a witness to this. Do not ask the young person to tell it again.`}
      </Warning>
      <Inset><span dir="auto" className="wrap-anywhere">{told.words}</span></Inset>
      <p className="text-ink-soft">Told to {told.heardBy}, {formatDateTime(new Date(told.heardAt))}. The safeguarding lead was told.</p>
      <h3 className="mt-5 mb-2">Independent sexual violence adviser (ISVA)</h3>
      <p className="flex flex-wrap items-center gap-3">
        <IsvaTag state={now?.state ?? null} />
        {now ? <span>{formatDate(now.onDay)}, {now.by}</span> : <span>An adviser is offered early, whether or not anything is reported to the police.</span>}
      </p>
      {now?.note ? <p dir="auto" className="mt-1 max-w-prose wrap-anywhere">{now.note}</p> : null}
      {before.length ? (
        <ul aria-label="Before that" className="mt-3 space-y-1 text-[0.9375rem] text-ink-soft">
          {before.map(({ id, state, onDay, by, note }) => <li key={id} className="wrap-anywhere">{formatDate(onDay)}: {isvaLabel(state).toLowerCase()}. {by}{note ? `. ${note}` : ''}</li>)}
        </ul>
      ) : null}
      {offer}
    </Card>
  )
}
