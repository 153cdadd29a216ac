'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import type { ShareOffer } from '@/lib/sharing/queries'
import { Checkbox } from '../ui/checkboxes'
import { Warning } from '../ui/warning'
import { ShareChoice, type ShareForm } from './share-choice'
import { ShareEach, type ShareReceiver } from './share-each'

type Props = {
  errorOf: (path: string) => string | undefined
  offer: ShareOffer
  /** Whom it goes to outside the council's teams; where there are several, each may be given something of its own. */
  receivers?: readonly ShareReceiver[]
}

/** What receivers outside the council's teams are given: the same for all of them, unless somebody chooses apart. */
export function ShareFields({ errorOf, offer, receivers = [] }: Props) {
  const { register, control } = useFormContext<ShareForm>()
  const apart = useWatch({ control, name: 'apart' })
  const several = receivers.length > 1
  return (
    <div className="space-y-5 rounded-lg border bg-sunk p-4">
      {offer.notToShare === null ? null : <Warning>When the call was written down it was decided not to share for now. {offer.notToShare}</Warning>}
      {several ? <Checkbox small label="Choose separately for each of them" hint="Where one needs to know more than another" error={errorOf('apart')} {...register('apart')} /> : null}
      {several && apart ? <ShareEach receivers={receivers} errorOf={errorOf} offer={offer} /> : <ShareChoice errorOf={errorOf} offer={offer} whom={several ? 'all of them' : 'them'} />}
    </div>
  )
}
