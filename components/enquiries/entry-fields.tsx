'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { CAVEATS, NAMEABLE } from '@/lib/pathway/caveats'
import { ENTRY_NATURES, ENTRY_NATURE_LABELS, ENTRY_TOPICS } from '@/lib/pathway/enquiry-words'
import { Checkboxes } from '../ui/checkboxes'
import { DateInput } from '../ui/date-input'
import { TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'

/** What the fields of one entry hold. */
export type EntryForm = {
  day: { day: string; month: string; year: string }
  approximately: string
  text: string
  nature: string
  source: string
  topic: string
  topicValue: string
  caveat: string
  caveatFor: string[]
  askWhom: string
}

export const EMPTY_ENTRY: EntryForm = {
  day: { day: '', month: '', year: '' }, approximately: '', text: '', nature: '', source: '', topic: '', topicValue: '', caveat: 'none', caveatFor: [], askWhom: '',
}

const NATURE_HINTS = { fact: 'Seen, recorded or told to you directly', opinion: 'What you make of it' }

/** One thing an agency knows or thinks, below `at` in its form: 'entries.0', or 'entry'. */
export function EntryFields({ at, errorOf }: { at: string; errorOf: (path: string) => string | undefined }) {
  const { register } = useFormContext()
  const [topic, caveat] = useWatch({ name: [`${at}.topic`, `${at}.caveat`] }) as [string, string]
  const path = (name: keyof EntryForm) => `${at}.${name}`
  const field = (name: keyof EntryForm) => ({ ...register(path(name)), error: errorOf(path(name)) })
  return (
    <div className="space-y-5">
      <TextArea label="What you know" rows={4} {...field('text')} />
      <Radios legend="Is this a fact or an opinion?" id={path('nature')} inline options={ENTRY_NATURES.map((value) => ({ value, label: ENTRY_NATURE_LABELS[value], hint: NATURE_HINTS[value] }))} {...field('nature')} />
      <TextInput label="How do you know?" hint="For example: school register, seen by the nurse, told by her aunt" {...field('source')} />
      <DateInput legend="When was it?" hint="For example, 27 3 2026. Leave it empty where you do not know the day" id={path('day')} name={path('day')} error={errorOf(path('day'))} part={(part) => register(`${at}.day.${part}`)} />
      <TextInput label="Roughly when" optional hint="Where there is no certain day: since last summer, most Fridays" {...field('approximately')} />
      <Select label="Does it answer one of these?" optional hint="What is marked here is set beside what other agencies say" placeholder="None of these" options={ENTRY_TOPICS.map(({ id, label }) => ({ value: id, label }))} {...field('topic')} />
      {topic ? <TextInput label="The answer in a few words" hint="For example: 12 Tannery Lane" {...field('topicValue')} /> : null}
      <Radios legend="Who may read this?" id={path('caveat')} options={CAVEATS.map(({ id, label }) => ({ value: id, label }))} hint="The safeguarding lead always can. Others are told that something is withheld, and whom to ask" {...field('caveat')} />
      {caveat === 'named' ? <Checkboxes legend="Who may read it besides the safeguarding lead?" id={path('caveatFor')} options={NAMEABLE.map(({ id, label }) => ({ value: id, label }))} {...field('caveatFor')} /> : null}
      {caveat && caveat !== 'none' ? <TextInput label="Whom should they ask?" hint="A name or a post, and how to reach them" {...field('askWhom')} /> : null}
    </div>
  )
}
