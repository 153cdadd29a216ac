import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { LAWFUL_BASES, PURPOSES } from '@/lib/pathway/share-items'
import type { ShareOffer } from '@/lib/sharing/queries'
import { Checkboxes } from '../ui/checkboxes'
import { Select } from '../ui/select'
import { Warning } from '../ui/warning'

type Props<F extends FieldValues> = { form: UseFormReturn<F>; errorOf: (path: string) => string | undefined; offer: ShareOffer }

/** What a receiver outside the council's teams is given: item by item, what for and on what basis. */
export function ShareFields<F extends FieldValues>({ form, errorOf, offer }: Props<F>) {
  const { register } = form
  return (
    <div className="space-y-5 rounded-lg border bg-sunk p-4">
      {offer.notToShare === null ? null : <Warning>When the call was written down it was decided not to share for now. {offer.notToShare}</Warning>}
      <Checkboxes
        legend="What is shared with them?"
        hint="They see what you wrote above and what is chosen here, and nothing else of the contact or the record."
        id="items"
        small
        error={errorOf('items')}
        options={offer.items.map(({ id, label, value }) => ({
          value: id,
          label,
          hint: id === 'who_told_us' && offer.identityWithheld ? 'They asked that the family should not learn who told us. Share it only where it is needed.' : gist(value),
        }))}
        {...register('items' as Path<F>)}
      />
      <Select label="What is it shared for?" width="full" options={PURPOSES.map(({ id, label }) => ({ value: id, label }))} error={errorOf('purpose')} {...register('purpose' as Path<F>)} />
      <Select
        label="On what basis?"
        hint="Consent to share is not needed where a child is at risk of harm."
        width="full"
        options={LAWFUL_BASES.map(({ id, label, law }) => ({ value: id, label: `${label} (${law})` }))}
        error={errorOf('basis')}
        {...register('basis' as Path<F>)}
      />
    </div>
  )
}

function gist(value: string): string {
  return value.length > 120 ? `${value.slice(0, 119)}…` : value
}
