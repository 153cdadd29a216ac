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
  initial?: { id: string; title: string } | null
  onChoose: (child: { id: string; title: string } | null) => void
}

/** Finds a child on record as one types, by name, date of birth, NHS number, address or phone. */
export function ChildPicker({ id, label, hint, error, search, initial, onChoose }: Props) {
  return (
    <Autocomplete
      name={id}
      id={id}
      label={label}
      hint={hint ?? 'Name, date of birth, NHS number, UPN, postcode or phone. Spelling need not be exact.'}
      error={error}
      initialItem={initial ?? null}
      search={async (query) => {
        const answer = await search(query)
        if (!answer.ok) throw new Error(answer.kind)
        return answer.output.map(itemOf)
      }}
      nothingFound="No child on record matches. You can add a new child instead."
      onChange={(item) => onChoose(item ? { id: item.id, title: item.title } : null)}
    />
  )
}

function itemOf(match: ChildMatch): AutocompleteItem {
  const { openCase } = match
  return {
    id: match.id,
    title: match.name,
    description: [`${match.born}. ${match.address ?? 'No address known'}`, `${match.reference}. Matched by ${match.why.join(', ')}`],
    aside: openCase ? <Tag tone="purple">Open to {openCase.practitioner ?? 'CATE'}</Tag> : undefined,
  }
}
