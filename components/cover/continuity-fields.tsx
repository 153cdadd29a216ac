'use client'

import { useFormContext } from 'react-hook-form'
import { CONTINUITY, type Continuity } from '@/lib/pathway/cover'
import { Details } from '../ui/details'
import { TextArea } from '../ui/field'

export const NOT_SAID: Continuity = { teller: '', told: '', thinks: '', how: '' }

type Props = {
  /** It may be said later: nobody worked with her before. */
  later?: boolean
  errorOf: (path: string) => string | undefined
}

/** How a young person hears that somebody else works with her. Stands in a form's context. */
export function ContinuityFields({ later, errorOf }: Props) {
  const { register } = useFormContext<{ continuity: Continuity }>()
  const failed = CONTINUITY.some(({ id }) => errorOf(`continuity.${id}`))
  const fields = CONTINUITY.map(({ id, label, hint }) => (
    <TextArea key={id} id={`continuity.${id}`} label={label} hint={hint} rows={2} error={errorOf(`continuity.${id}`)} {...register(`continuity.${id}`)} />
  ))
  if (later) return <Details summary="How does the young person hear of it? (if it is known already)" open={failed}><div className="space-y-5">{fields}</div></Details>
  return <fieldset className="space-y-5"><legend className="mb-3 font-semibold">How does the young person hear of it?</legend>{fields}</fieldset>
}
