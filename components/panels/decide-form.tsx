'use client'

import { useRouter } from 'next/navigation'
import { FormProvider, useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import type { FormDraft } from '@/lib/drafts/kept-form'
import type { MeetingItem } from '@/lib/panels/meeting'
import { decideSchema } from '@/lib/panels/schema'
import { formatDate } from '@/lib/pathway/dates'
import { fallsToLow } from '@/lib/pathway/exit'
import { isLevel, LEVEL_LABELS, LEVELS } from '@/lib/pathway/levels'
import { ActionFields, type ActionForm } from '../actions/action-fields'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { DateInput } from '../ui/date-input'
import { Select, TextArea } from '../ui/field'
import { Fieldset } from '../ui/fieldset'
import { Inset } from '../ui/inset'
import { Radios } from '../ui/radios'
import type { Command } from './press'

type Dissent = { agencyId: string; words: string }
type Form = { level: string; reason: string; nextReview: { day: string; month: string; year: string }; strategy: string; strategyWhyNot: string; dissents: Dissent[]; actions: ActionForm[] }
const EMPTY: Form = { level: '', reason: '', nextReview: { day: '', month: '', year: '' }, strategy: '', strategyWhyNot: '', dissents: [], actions: [] }

/** What the panel decides about one case. Once it is sent nothing of it changes. */
export function DecideForm({ one, decide, draft }: { one: MeetingItem; decide: Command; draft: FormDraft | undefined }) {
  const router = useRouter()
  const { item, rules } = one
  const command = useKeptCommand<Form, unknown>({
    schema: decideSchema, empty: EMPTY, draft, action: decide,
    toInput: (form) => ({ ...form, itemId: item.id, version: item.version, strategy: asks(form.level, rules) ? form.strategy : '', strategyWhyNot: form.strategy === 'not_called' ? form.strategyWhyNot : '' }),
    done: () => router.refresh(),
  })
  const { form, errorOf } = command
  const { register, control } = form
  const [level, strategy] = useWatch({ control, name: ['level', 'strategy'] })
  const before = one.case?.level ?? null
  return (
    <FormProvider {...form}>
      <CommandForm command={command} className="space-y-6">
        <Card title="The decision" id="decide" fields>
          <Radios legend="Which level does the panel agree?" hint={before ? `It was ${LEVEL_LABELS[before]}` : 'No level has been agreed yet'} id="level" options={LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] }))} error={errorOf('level')} {...register('level')} />
          {isLevel(level) && fallsToLow(before, level) ? <Inset>A fall to Low needs evidence and a second agency’s agreement. Propose it on the case’s page first; until then the level stays above Low.</Inset> : null}
          <TextArea label="Why this level?" hint="As it is to be read by those who were not here" rows={4} error={errorOf('reason')} {...register('reason')} />
          {asks(level, rules) ? (
            <>
              <Radios legend="Is a strategy meeting called?" hint="This level asks for one" id="strategy" options={[{ value: 'called', label: 'Yes: safeguarding is told now' }, { value: 'not_called', label: 'No' }]} error={errorOf('strategy')} {...register('strategy')} />
              {strategy === 'not_called' ? <TextArea label="Why is none called?" rows={2} error={errorOf('strategyWhyNot')} {...register('strategyWhyNot')} /> : null}
            </>
          ) : null}
          <DateInput legend="When is the next review?" hint={isLevel(level) ? `Leave it empty for ${formatDate(rules[level].latest)}, the latest at this level` : 'Leave it empty for the latest day that the level allows'} optional name="nextReview" error={errorOf('nextReview')} part={(part) => register(`nextReview.${part}`)} />
        </Card>
        <Card title="An agency that does not agree" fields><Dissents one={one} errorOf={errorOf} /></Card>
        <Card title="Actions" fields><ActionFields owners={one.owners} errorOf={errorOf} /></Card>
        <SendRow command={command} sending="Deciding…">Decide: nothing of it changes after this</SendRow>
      </CommandForm>
    </FormProvider>
  )
}

const asks = (level: string, rules: MeetingItem['rules']): boolean => isLevel(level) && rules[level].asks

function Dissents({ one, errorOf }: { one: MeetingItem; errorOf: (path: string) => string | undefined }) {
  const { control, register } = useFormContext<Form>()
  const { fields, append, remove } = useFieldArray({ control, name: 'dissents' })
  return (
    <>
      {fields.map(({ id }, at) => (
        <Fieldset key={id} id={`dissents.${at}`} role="group" legend={`Dissent ${at + 1}`}>
          <div className="space-y-4 border-l-4 pl-4">
            <Select label="Agency" placeholder="Choose" options={one.dissenters.map(({ id: value, name: label }) => ({ value, label }))} id={`dissents.${at}.agencyId`} error={errorOf(`dissents.${at}.agencyId`)} {...register(`dissents.${at}.agencyId`)} />
            <TextArea label="What they said" hint="In their words" rows={2} id={`dissents.${at}.words`} error={errorOf(`dissents.${at}.words`)} {...register(`dissents.${at}.words`)} />
            <Button variant="secondary" onClick={() => remove(at)}>Remove dissent {at + 1}</Button>
          </div>
        </Fieldset>
      ))}
      <Button variant="secondary" onClick={() => append({ agencyId: '', words: '' })}>{fields.length ? 'Add another' : 'Write down that an agency does not agree'}</Button>
    </>
  )
}
