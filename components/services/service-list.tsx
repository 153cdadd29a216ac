'use client'

import { useState, type ReactNode } from 'react'
import { labelOf } from '@/lib/pathway/codes'
import { hasWords } from '@/lib/pathway/find'
import { LEVEL_OF_NEED_LABELS } from '@/lib/pathway/need-levels'
import { FOR_WHOM, HELP_KINDS } from '@/lib/pathway/services'
import { MOST_ON_A_SHEET } from '@/lib/services/sheet'
import { agesText, wordsOfService, type ServiceView } from '@/lib/services/view'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkboxes'
import { Empty } from '../ui/empty'
import { TextInput } from '../ui/field'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { ChosenForSheet, type ChosenService } from './chosen-for-sheet'

type Props = {
  services: readonly ServiceView[]
  /** Shown where the address's filters leave nothing. */
  empty: ReactNode
  /** Services can be chosen for a family's sheet; retired ones cannot. */
  choosing: boolean
}

/** The directory: found by words as one types, which go into no address, and chosen for a sheet. */
export function ServiceList({ services, empty, choosing }: Props) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<readonly ChosenService[]>([])
  const found = services.filter((service) => hasWords(wordsOfService(service), words))
  const drop = (id: string) => setChosen((before) => before.filter((one) => one.id !== id))
  const full = chosen.length >= MOST_ON_A_SHEET
  if (!services.length && !chosen.length) return <>{empty}</>
  return (
    <>
      {choosing ? <ChosenForSheet chosen={chosen} drop={drop} /> : null}
      <form role="search" onSubmit={(event) => event.preventDefault()} className="max-w-2xl">
        <TextInput
          name="words"
          label="Find a service"
          hint="Its name, a kind of help, or a word of what it does"
          spellCheck={false}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
      <p aria-live="polite" className="mt-3 min-h-6 text-ink-soft">
        {found.length === 1 ? '1 service' : `${found.length} services`}
        {words.trim() ? ' found' : ''}
      </p>
      {services.length === 0 ? empty : null}
      {services.length > 0 && found.length === 0 ? (
        <Empty title="No service has these words" action={<Button variant="secondary" onClick={() => setWords('')}>Clear the words</Button>}>
          Try fewer words, or one that the family would use. A service that is not in the directory can still be named in a referral.
        </Empty>
      ) : null}
      <ul className="mt-2 space-y-3" aria-label="Services">
        {found.map((service) => (
          <li key={service.id} className="rounded-lg border bg-surface px-4 py-3">
            <ServiceLine service={service} />
            {choosing ? (
              <Checkbox
                id={`sheet-${service.id}`}
                small
                label={<>For the family’s sheet<span className="sr-only">: {service.name}</span></>}
                checked={chosen.some((one) => one.id === service.id)}
                disabled={full && !chosen.some((one) => one.id === service.id)}
                onChange={(event) => (event.target.checked ? setChosen((before) => [...before, { id: service.id, name: service.name }]) : drop(service.id))}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function ServiceLine({ service }: { service: ServiceView }) {
  const { forWhom, needs, phone, outOfHoursPhone } = service
  const ages = agesText(service)
  const whom = forWhom.map((one) => labelOf(FOR_WHOM, one)).join(', ')
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <TextLink href={`/directory/${service.id}`} className="text-lg font-semibold wrap-anywhere">
          {service.name}
        </TextLink>
        {service.help.map((kind) => (
          <Tag key={kind} tone="blue">{labelOf(HELP_KINDS, kind)}</Tag>
        ))}
        {service.retired ? <Tag tone="neutral">Retired</Tag> : null}
      </p>
      <p className="mt-1 max-w-prose">{service.offers}</p>
      <p className="mt-1 text-[0.9375rem] text-ink-soft">
        {whom}
        {ages ? `, ${ages}` : ''}. Need: {needs.map((need) => LEVEL_OF_NEED_LABELS[need].toLowerCase()).join(', ')}.
      </p>
      {phone || outOfHoursPhone ? (
        <p className="mt-0.5">
          {phone ? <>Phone {phone}. </> : null}
          {outOfHoursPhone ? <>Out of hours {outOfHoursPhone}.</> : null}
        </p>
      ) : null}
    </>
  )
}
