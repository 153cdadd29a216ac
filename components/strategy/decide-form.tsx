'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormProvider, useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { fromDraft } from '@/lib/drafts/restore'
import { missingText, SECTION47_ANSWERS } from '@/lib/pathway/strategy-words'
import type { MeetingPage } from '@/lib/strategy/queries'
import { decideSchema } from '@/lib/strategy/schema'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Select, TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'
import { Warning } from '../ui/warning'
import { ActionFields, type ActionForm } from './action-fields'

type Form = {
  meetingId: string; version: number; heldAt: string; section47: string; section47Reasons: string; criminal: string; criminalWhy: string; immediateSafety: string; tellYoung: string; tellParents: string
  perpetrators: string; next: string; nextReviewAt: string; resolvedWhy: string; withoutQuorumWhy: string; dissents: { agencyId: string; words: string }[]; actions: ActionForm[]
}

type Props = {
  meeting: Pick<MeetingPage, 'id' | 'version' | 'missing' | 'section47' | 'choices'>
  /** London date and time of now, for when it was held. */
  now: string
  decide: (input: never) => Promise<Outcome<unknown>>
  draft: { id: string; content: Record<string, unknown> | undefined }
}

const EMPTY = {
  section47: '', section47Reasons: '', criminal: '', criminalWhy: '', immediateSafety: '', tellYoung: '', tellParents: '', perpetrators: '',
  next: '', nextReviewAt: '', resolvedWhy: '', withoutQuorumWhy: '', dissents: [] as Form['dissents'], actions: [] as ActionForm[],
}

/** What the meeting decided. Nothing is chosen beforehand, and what others write meanwhile leaves it alone. */
export function DecideForm({ meeting, now, decide, draft }: Props) {
  const router = useRouter()
  const [content] = useState(draft.content)
  const { id, missing, section47, choices } = meeting
  const command = useCommand<Form, unknown>({
    schema: decideSchema,
    defaultValues: { ...fromDraft({ ...EMPTY, heldAt: now }, content), meetingId: id, version: meeting.version },
    draft: { kind: 'strategy', id: draft.id },
    action: decide,
    done: () => router.refresh(),
  })
  const { form, errorOf } = command
  const { register, control } = form
  const next = useWatch({ control, name: 'next' })
  const answers = SECTION47_ANSWERS.filter((one) => one.id === 'not_met' || (one.id === 'goes_on' ? section47.begun : !section47.running))
  const area = (name: 'section47Reasons' | 'criminalWhy' | 'immediateSafety' | 'tellYoung' | 'tellParents' | 'perpetrators' | 'resolvedWhy' | 'withoutQuorumWhy', label: string, hint?: string) =>
    <TextArea label={label} hint={hint} rows={3} error={errorOf(name)} {...register(name)} />
  return (
    <Card title="What the meeting decides" id="decide">
      <FormProvider {...form}>
        <CommandForm command={command} className="space-y-6 no-print">
          {content ? <DraftNotice draftId={draft.id} /> : null}
          {missing.length ? (
            <div className="rounded-lg border border-amber-line bg-amber-wash px-4 pb-4">
              <Warning>{missingText(missing)}</Warning>
              <p className="mb-4">A strategy meeting needs social care, health and the police. Get them on the line and add them above. If somebody would be harmed while you wait, act now: decide what immediate protection needs, and say why it cannot wait.</p>
              {area('withoutQuorumWhy', 'Why can immediate protection not wait for them?', 'Only where you decide without them')}
            </div>
          ) : null}
          <TextInput type="datetime-local" width="m" label="When was it held?" hint="The minutes are due one working day after" error={errorOf('heldAt')} {...register('heldAt')} />
          <Radios legend="Is the threshold of section 47 met?" hint="Reasonable cause to suspect that the young person is suffering, or is likely to suffer, significant harm" id="section47" options={answers.map((one) => ({ value: one.id, label: one.label }))} error={errorOf('section47')} {...register('section47')} />
          {area('section47Reasons', 'Reasons', 'Whichever way it went')}
          <Radios legend="Is there a criminal investigation?" inline id="criminal" options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} error={errorOf('criminal')} {...register('criminal')} />
          {area('criminalWhy', 'Why, or why not?', 'The police read this')}
          {area('immediateSafety', 'What keeps the young person safe tonight?')}
          {area('tellYoung', 'Who tells the young person what, and when?', 'If not yet, why not, and when')}
          {area('tellParents', 'Who tells the parents or carers what, and when?', 'If not yet, why not, and when')}
          {area('perpetrators', 'What is done about those who harm?', 'The police read this')}
          <div>
            <h3 className="mb-2 text-base">Actions</h3>
            <p className="mb-3 text-ink-soft">Each appears in its owner’s list, and is asked about when its day has passed.</p>
            <ActionFields people={choices.people} agencies={choices.answering} errorOf={errorOf} />
          </div>
          <div>
            <h3 className="mb-2 text-base">Who does not agree</h3>
            <DissentFields agencies={choices.agencies} errorOf={errorOf} />
          </div>
          <Radios legend="Is it looked at again?" id="next" options={[{ value: 'review', label: 'Yes, in a review' }, { value: 'resolved', label: 'No, nothing more is needed from a strategy meeting' }]} error={errorOf('next')} {...register('next')} />
          {next === 'review' ? <TextInput type="datetime-local" width="m" label="The review is held by" error={errorOf('nextReviewAt')} {...register('nextReviewAt')} /> : null}
          {next === 'resolved' ? area('resolvedWhy', 'Why is nothing more needed?') : null}
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <Button type="submit" pending={command.pending} pendingLabel="Saving…">Record the decision: it stays as it is after this</Button>
            <SaveStatus {...command.kept} />
          </div>
        </CommandForm>
      </FormProvider>
    </Card>
  )
}

function DissentFields({ agencies, errorOf }: { agencies: readonly { id: string; name: string }[]; errorOf: (path: string) => string | undefined }) {
  const { register } = useFormContext<Form>()
  const { fields, append, remove } = useFieldArray<Form, 'dissents'>({ name: 'dissents' })
  const field = (at: number, part: 'agencyId' | 'words') => ({ id: `dissents.${at}.${part}`, error: errorOf(`dissents.${at}.${part}`), ...register(`dissents.${at}.${part}`) })
  return (
    <div className="space-y-4">
      {fields.map((one, at) => (
        <fieldset key={one.id} className="space-y-5 rounded-lg border px-4 py-4 sm:px-5">
          <legend className="px-1 font-semibold">Dissent {at + 1}</legend>
          <Select label="Agency" placeholder="Choose" width="full" options={agencies.map(({ id, name }) => ({ value: id, label: name }))} {...field(at, 'agencyId')} />
          <TextArea label="With what, and why?" rows={2} {...field(at, 'words')} />
          <Button variant="quiet" size="small" onClick={() => remove(at)}>Remove dissent {at + 1}</Button>
        </fieldset>
      ))}
      <Button variant="secondary" onClick={() => append({ agencyId: '', words: '' }, { focusName: `dissents.${fields.length}.agencyId` })}>Add an agency that does not agree</Button>
    </div>
  )
}
