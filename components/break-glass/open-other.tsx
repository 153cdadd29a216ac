'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import type { GlassMatch } from '@/lib/break-glass/queries'
import { openGlassSchema } from '@/lib/break-glass/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Empty } from '../ui/empty'
import { TextArea, TextInput } from '../ui/field'
import { useAsyncSearch } from '../ui/use-async-search'

type Search = (input: { query: string }) => Promise<Outcome<GlassMatch[]>>
type Open = (input: never) => Promise<Outcome<{ id: string }>>
type Props = { search: Search; open: Open; submissionKey: string; lasts: string }

/** Finds a case of the team and opens it with a reason. What is typed goes into no address and no history of the browser. */
export function OpenOther({ search, open, submissionKey, lasts }: Props) {
  const [chosen, setChosen] = useState<GlassMatch | null>(null)
  return chosen ? (
    <OpenForm key={chosen.caseId} one={chosen} open={open} submissionKey={submissionKey} lasts={lasts} other={() => setChosen(null)} />
  ) : (
    <FindCase search={search} choose={setChosen} />
  )
}

function FindCase({ search, choose }: { search: Search; choose: (one: GlassMatch) => void }) {
  const [find] = useState(() => async (query: string) => {
    const answer = await search({ query })
    if (!answer.ok) throw new Error(answer.kind)
    return answer.output
  })
  const { phase, items, ask } = useAsyncSearch(find, 3)
  const [words, setWords] = useState('')
  useEffect(() => ask(words), [ask, words])
  return (
    <>
      <form role="search" onSubmit={(event) => event.preventDefault()} className="max-w-2xl">
        <TextInput name="query" label="Whose case?" labelSize="large" hint="The young person’s name, or the reference of the case. Spelling need not be exact. Every search is in the audit log." spellCheck={false} value={words} onChange={(event) => setWords(event.target.value)} />
      </form>
      <p aria-live="polite" className="mt-3 min-h-6 text-ink-soft">
        {phase === 'loading' ? 'Searching…' : null}
        {phase === 'failed' ? 'We could not search just now. Try again in a moment.' : null}
        {phase === 'done' && items.length ? (items.length === 1 ? '1 case found' : `${items.length} cases found, the closest first`) : null}
      </p>
      {phase === 'done' && !items.length ? (
        <Empty title="No such case">No open case of the team is found by this, apart from those you hold, cover or have open already. Try another spelling, or only the last name.</Empty>
      ) : null}
      <ol className="mt-3 max-w-2xl space-y-2" aria-label="Cases found">
        {items.map((one) => (
          <li key={one.caseId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-lg border bg-surface px-4 py-3">
            <div className="min-w-0">
              <p className="text-lg font-semibold wrap-anywhere">{one.name}</p>
              <p className="text-[0.9375rem] text-ink-soft">Case {one.reference}. {one.holder ? `With ${one.holder}` : 'Not allocated yet'}.</p>
            </div>
            <Button variant="secondary" onClick={() => choose(one)}>
              Choose<span className="sr-only"> the case of {one.name}</span>
            </Button>
          </li>
        ))}
      </ol>
    </>
  )
}

function OpenForm({ one, open, submissionKey, lasts, other }: { one: GlassMatch; open: Open; submissionKey: string; lasts: string; other: () => void }) {
  const router = useRouter()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // what was chosen from is gone: whoever cannot see that is told where they are
  useEffect(() => heading.current?.focus(), [])
  const command = useCommand<{ caseId: string; submissionKey: string; reason: string }, { id: string }>({
    schema: openGlassSchema, defaultValues: { caseId: one.caseId, submissionKey, reason: '' }, action: open, done: () => router.push(`/cases/${one.caseId}` as Route),
  })
  return (
    <section aria-labelledby={id} className="max-w-form">
      <h2 id={id} ref={heading} tabIndex={-1} className="mb-4 text-xl wrap-anywhere">{one.name}, case {one.reference}</h2>
      <CommandForm command={command} className="space-y-6">
        <Card title="What happens when you open it">
          <ul className="list-disc space-y-1.5 pl-5">
            <li>You see the young person’s record and the whole case, as its practitioner does, for {lasts}. Then it shuts by itself.</li>
            <li>{one.holder ? `${one.holder} and the CATE manager are` : 'The CATE manager is'} told at once that you opened it. The CATE manager reads your reason and reviews it with you.</li>
            <li>Each page that you open is in the audit log and is counted in the review. Look at what you need, and close it when you are done.</li>
          </ul>
        </Card>
        <TextArea label="Why do you need this record now?" hint="What happened, and why it cannot wait for its practitioner, a cover or the CATE manager" rows={4} error={command.errorOf('reason')} {...command.form.register('reason')} />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit" pending={command.pending} pendingLabel="Opening…">Open for {lasts}</Button>
          <Button variant="quiet" onClick={other}>Choose another case</Button>
        </div>
      </CommandForm>
    </section>
  )
}
