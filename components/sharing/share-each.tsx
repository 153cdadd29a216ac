'use client'

import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { ShareOffer } from '@/lib/sharing/queries'
import { Details } from '../ui/details'
import { TextArea } from '../ui/field'
import { ShareChoice, type ShareForm } from './share-choice'

export type ShareReceiver = { key: string; name: string }

type Props = { receivers: readonly ShareReceiver[]; errorOf: (path: string) => string | undefined; offer: ShareOffer }

/** What each receiver is given. Each begins with what was chosen for all, folded away, and is opened to be changed. */
export function ShareEach({ receivers, errorOf, offer }: Props) {
  const { register, control, getValues, setValue } = useFormContext<ShareForm>()
  const each = useWatch({ control, name: 'each' }) ?? {}
  const missing = receivers.filter(({ key }) => !each[key]).map(({ key }) => key).join(' ')
  useEffect(() => {
    const { items, purpose, basis } = getValues()
    for (const key of missing.split(' ').filter(Boolean)) setValue(`each.${key}`, { items, purpose, basis, why: '' })
  }, [missing, getValues, setValue])
  return (
    <div>
      <p id="each" className="font-semibold">What is shared with each of them?</p>
      <p className="text-ink-soft">Each begins with what is shared with all. Open one to change it.</p>
      <ul aria-labelledby="each">
        {receivers.map(({ key, name }) => {
          const given = each[key]
          if (!given) return null
          return (
            <li key={key}>
              <Details summary={<span className="wrap-anywhere">{name}: {countOf(given.items)}</span>}>
                <div className="space-y-5 py-2">
                  <ShareChoice of={key} whom={name} errorOf={errorOf} offer={offer} />
                  <TextArea
                    label={`Why this, for ${name}?`}
                    hint="Left empty, the reason for the decision is recorded."
                    optional
                    rows={2}
                    error={errorOf(`each.${key}.why`)}
                    {...register(`each.${key}.why`)}
                  />
                </div>
              </Details>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function countOf(items: readonly string[]): string {
  if (!items.length) return 'only what you wrote above'
  return items.length === 1 ? '1 item' : `${items.length} items`
}
