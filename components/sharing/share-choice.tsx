'use client'

import { useFormContext } from 'react-hook-form'
import { LAWFUL_BASES, PURPOSES } from '@/lib/pathway/share-items'
import type { ShareOffer } from '@/lib/sharing/queries'
import { Checkboxes } from '../ui/checkboxes'
import { Select } from '../ui/select'

/** What somebody is given: which items, what for and on what basis. */
export type Given = { items: string[]; purpose: string; basis: string }

/** What stands in a form about sharing; `apart` and `each` where it may go to several. */
export type ShareForm = Given & { apart?: boolean; each?: Record<string, Given & { why: string }> }

type Props = {
  errorOf: (path: string) => string | undefined
  offer: ShareOffer
  /** In words, as the question asks for them. */
  whom: string
  /** Where it stands in the form, for one receiver of several; the choice for all unless said. */
  of?: string
}

/** Item by item, what for and on what basis. */
export function ShareChoice({ errorOf, offer, whom, of }: Props) {
  const { register } = useFormContext<ShareForm>()
  const at = <K extends keyof Given>(key: K) => (of === undefined ? key : (`each.${of}.${key}` as const))
  return (
    <>
      <Checkboxes
        legend={`What is shared with ${whom}?`}
        hint="They see what you wrote above and what is chosen here, and nothing else of the contact or the record."
        id={at('items')}
        small
        error={errorOf(at('items'))}
        options={offer.items.map(({ id, label, value }) => ({
          value: id,
          label,
          hint: id === 'who_told_us' && offer.identityWithheld ? 'They asked that the family should not learn who told us. Share it only where it is needed.' : gist(value),
        }))}
        {...register(at('items'))}
      />
      <Select label="What is it shared for?" width="full" options={PURPOSES.map(({ id, label }) => ({ value: id, label }))} error={errorOf(at('purpose'))} {...register(at('purpose'))} />
      <Select
        label="On what basis?"
        hint="Consent to share is not needed where a child is at risk of harm."
        width="full"
        options={LAWFUL_BASES.map(({ id, label, law }) => ({ value: id, label: `${label} (${law})` }))}
        error={errorOf(at('basis'))}
        {...register(at('basis'))}
      />
    </>
  )
}

function gist(value: string): string {
  return value.length > 120 ? `${value.slice(0, 119)}…` : value
}
