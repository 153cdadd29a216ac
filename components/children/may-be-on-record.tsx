'use client'

import { useEffect, useState } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import type { ContactForm } from '@/lib/contacts/form'
import type { Proposal } from '@/lib/screening/identity'
import { EvidenceList, Likely } from '../screening/proposals-card'
import { Button } from '../ui/button'
import { useAsyncSearch } from '../ui/use-async-search'

type Props = { form: UseFormReturn<ContactForm>; possible: (input: never) => Promise<Outcome<Proposal[]>> }

/** While a new child is typed: records that she may already have. Proposed only; whoever types decides. */
export function MayBeOnRecord({ form, possible }: Props) {
  const typed = useWatch({ control: form.control, name: 'newChild' })
  const [find] = useState(() => async (line: string) => {
    const answer = await possible(JSON.parse(line) as never)
    return answer.ok ? answer.output : []
  })
  const { items, phase, ask, clear } = useAsyncSearch(find, 2, 500)
  const { givenName, familyName, dateOfBirth, birthEstimated, sex, line: address, postcode, phone, school } = typed
  const line = givenName.trim() && familyName.trim() ? JSON.stringify({ givenName, familyName, dateOfBirth, birthEstimated, sex, line: address, postcode, phone, school }) : ''
  useEffect(() => {
    if (line) ask(line)
    else clear()
  }, [line, ask, clear])
  const shown = phase === 'idle' || phase === 'failed' ? [] : items
  return (
    <div aria-live="polite">
      {shown.length ? (
        <section aria-label="This may be a child on record" className="rounded-lg border border-l-[6px] border-blue-text bg-blue-wash px-4 py-3">
          <h3 className="font-semibold">This may be a child on record</h3>
          <ul className="mt-1 divide-y">
            {shown.map(({ child, strong, agrees, conflicts }) => (
              <li key={child.id} className="py-2.5">
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold wrap-anywhere">
                  {child.name} <Likely strong={strong} />
                </p>
                <p className="text-[0.9375rem]">
                  {child.reference}. {child.born}. {child.address ?? 'No address known'}
                </p>
                <EvidenceList agrees={agrees} conflicts={conflicts} />
                <div className="mt-2">
                  <Button
                    variant="secondary"
                    size="small"
                    aria-label={`Use the record of ${child.name}, ${child.reference}`}
                    onClick={() => {
                      form.setValue('knownChild', { id: child.id, title: child.name, openCase: child.openCase }, { shouldDirty: true })
                      form.setValue('childKind', 'known', { shouldDirty: true })
                    }}
                  >
                    It is this child: use this record
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          <p className="text-[0.9375rem]">If it is somebody else, go on: a new record is made.</p>
        </section>
      ) : null}
    </div>
  )
}
