'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import type { NameOffer } from '@/lib/enquiries/read'
import { NAME_KIND_LABELS } from '@/lib/pathway/names'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Tag } from '../ui/tag'

type Props = {
  enquiryId: string
  names: readonly NameOffer[]
  /** A person taken joins those around the child. */
  onChild: boolean
  /** Empty for somebody who only reads. */
  judge?: (input: never) => Promise<Outcome<unknown>>
}

/** Names, vehicles, places and phones that crop up. Each is offered; nothing is linked until somebody takes it. */
export function NamesCard({ enquiryId, names, onChild, judge }: Props) {
  if (!names.length) return null
  return (
    <Card title="Names that crop up">
      <p className="mb-3 max-w-prose text-[0.9375rem] text-ink-soft">Found by matching words, in what two agencies or more wrote, or on record already. Taking a name links it{onChild ? '; a person joins those around the child' : ''}.</p>
      <ul className="divide-y">
        {names.map((name) => <Name key={`${name.kind} ${name.value}`} enquiryId={enquiryId} name={name} judge={judge} />)}
      </ul>
    </Card>
  )
}

function Name({ enquiryId, name, judge }: { enquiryId: string; name: NameOffer; judge: Props['judge'] }) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const answer = async (verdict: 'accepted' | 'dismissed') => {
    if (!judge || pending) return
    setPending(true)
    const done = await judge({ enquiryId, kind: name.kind, value: name.value, verdict } as never).catch(() => null)
    setProblem(done === null ? 'Waymark cannot be reached. Try again in a minute.' : done.ok ? null : done.message)
    setPending(false)
    router.refresh()
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2"><span className="font-semibold wrap-anywhere">{name.shown}</span><Tag>{NAME_KIND_LABELS[name.kind]}</Tag>{name.restricted ? <Tag tone="red">Only in withheld entries</Tag> : null}</p>
        <p className="text-[0.9375rem] text-ink-soft">{name.from.join(', ')}{name.known ? `. On record as ${name.known}` : ''}{name.restricted ? '. Kept off the child’s record and out of what others read' : ''}</p>
        {problem ? <p role="alert" className="text-[0.9375rem] text-red-text">{problem}</p> : null}
      </div>
      {name.verdict ? (
        <Tag tone={name.verdict === 'accepted' ? 'green' : 'neutral'}>{name.verdict === 'accepted' ? 'Taken' : 'Left'}</Tag>
      ) : judge ? (
        <div className="flex gap-2">
          <Button size="small" variant="secondary" pending={pending} onClick={() => void answer('accepted')}>Take<span className="sr-only"> {name.shown}</span></Button>
          <Button size="small" variant="quiet" pending={pending} onClick={() => void answer('dismissed')}>Leave<span className="sr-only"> {name.shown}</span></Button>
        </div>
      ) : null}
    </li>
  )
}
