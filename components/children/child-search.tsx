'use client'

import { useEffect, useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import type { ChildMatch } from '@/lib/children/queries'
import { Empty } from '../ui/empty'
import { TextInput } from '../ui/field'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { useAsyncSearch } from '../ui/use-async-search'

type Show = 'all' | 'exploitation' | 'open'
type Search = (input: { query: string; show: Show }) => Promise<Outcome<ChildMatch[]>>

/** Finds children as one types, among all or some. What is typed goes into no address and no history of the browser. */
export function ChildSearch({ search, show }: { search: Search; show: Show }) {
  const [words, setWords] = useState('')
  return (
    <>
      <form role="search" onSubmit={(event) => event.preventDefault()} className="max-w-2xl">
        <TextInput
          name="query"
          label="Find a child"
          labelSize="large"
          hint="Name, date of birth, NHS number, UPN, postcode, address or phone. Spelling need not be exact."
          spellCheck={false}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
      <ChildrenFound key={show} search={search} show={show} words={words} />
    </>
  )
}

function ChildrenFound({ search, show, words }: { search: Search; show: Show; words: string }) {
  const [find] = useState(() => async (query: string) => {
    const answer = await search({ query, show })
    if (!answer.ok) throw new Error(answer.kind)
    return answer.output
  })
  const { phase, items, ask } = useAsyncSearch(find, 2)
  useEffect(() => ask(words), [ask, words])
  return (
    <>
      <p aria-live="polite" className="mt-3 min-h-6 text-ink-soft">
        {phase === 'loading' ? 'Searching…' : null}
        {phase === 'failed' ? 'We could not search just now. Try again in a moment.' : null}
        {phase === 'done' && items.length ? `${items.length} found, the closest first` : null}
      </p>
      {phase === 'done' && items.length === 0 ? (
        <Empty title={show === 'all' ? 'No child found' : 'No child found among these'}>{show === 'all' ? '' : 'Choose All to look among every child. '}Try another spelling, only the last name, or a date of birth. The child may also not be on record, or not open to your role.</Empty>
      ) : null}
      <ol className="mt-3 space-y-2" aria-label="Children found">
        {items.map((child) => (
          <li key={child.id} className="rounded-lg border bg-surface px-4 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <TextLink href={`/children/${child.id}`} className="text-lg font-semibold wrap-anywhere">
                {child.name}
              </TextLink>
              {child.exploitation === 'no' ? null : <Tag tone="purple">{child.exploitation === 'yes' ? 'Exploitation' : 'Exploitation suspected'}</Tag>}
              {child.openCase ? <Tag tone="blue">Open to {child.openCase.practitioner ?? 'CATE, not allocated'}</Tag> : null}
            </p>
            <p>
              {child.born}. {child.address ?? 'No address known'}.
            </p>
            <p className="text-[0.9375rem] text-ink-soft">
              {child.reference}. Matched by {child.why.join(', ')}.
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}
