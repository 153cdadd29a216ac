'use client'

import { Autocomplete, type AutocompleteItem } from '../ui/autocomplete'
import { Tag } from '../ui/tag'
import type { Outcome } from '@/lib/access/outcome'
import type { ChildMatch } from '@/lib/children/queries'

type Props = {
  id: string
  label: string
  hint?: string
  error?: string
  search: (query: string) => Promise<Outcome<ChildMatch[]>>
  initial?: { id: string; title: string; openCase?: ChildMatch['openCase'] } | null
  onChoose: (child: { id: string; title: string; openCase: ChildMatch['openCase'] } | null) => void
}

type Item = AutocompleteItem & { openCase: ChildMatch['openCase'] }

/** Finds a child on record as one types, by name, date of birth, NHS number, address or phone. */
export function ChildPicker({ id, label, hint, error, search, initial, onChoose }: Props) {
  return (
    <Autocomplete<Item>
      name={id}
      id={id}
      label={label}
      hint={hint ?? 'Name, date of birth, NHS number, UPN, postcode or phone. Spelling need not be exact.'}
      error={error}
      initialItem={initial ? { ...initial, openCase: initial.openCase ?? null } : null}
      search={async (query) => {
        const answer = await search(query)
        if (!answer.ok) throw new Error(answer.kind)
        return answer.output.map(itemOf)
      }}
      nothingFound="No child on record matches. You can add a new child instead."
      onChange={(item) => onChoose(item ? { id: item.id, title: item.title, openCase: item.openCase } : null)}
    />
  )
}

function itemOf(match: ChildMatch): Item {
  const { openCase } = match
  return {
    id: match.id,
    title: match.name,
    openCase,
    description: [`${match.born}. ${match.address ?? 'No address known'}`, `${match.reference}. Matched by ${match.why.join(', ')}`],
    aside: openCase ? <Tag tone="purple">Open to {openCase.practitioner ?? 'CATE'}</Tag> : undefined,
  }
}
