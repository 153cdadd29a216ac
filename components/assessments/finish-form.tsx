'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { FormProvider, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import type { Outcome } from '@/lib/access/outcome'
import { finishSchema, SECTION47 } from '@/lib/assessments/schema'
import { fromDraft } from '@/lib/drafts/restore'
import { directionOf, type Suggestion } from '@/lib/pathway/assessment'
import { MODELS } from '@/lib/pathway/indicators'
import { isLevel, LEVEL_LABELS, LEVELS } from '@/lib/pathway/levels'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { HeardFields, NOT_ASKED, type HeardForm } from '../forms/heard-fields'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'
import { Working } from './working'

type Form = Omit<z.input<typeof finishSchema>, 'young' | 'parents' | 'level' | 'section47' | 'models'> & { young: HeardForm; parents: HeardForm; level: string; section47: string; models: string[] }

type Props = {
  assessmentId: string
  version: number
  suggestion: Suggestion
  /** Whether anything is answered: where nothing is, nothing speaks for a level. */
  answered: boolean
  finish: (input: never) => Promise<Outcome<unknown>>
  draft: { id: string; content: Record<string, unknown> | undefined }
}

/** The views, then the level with its reasons. After this nothing of it changes. */
export function FinishForm({ assessmentId, version, suggestion, answered, finish, draft }: Props) {
  const router = useRouter()
  const command = useCommand<Form, unknown>({
    schema: finishSchema,
    defaultValues: {
      ...fromDraft({ models: [] as string[], young: NOT_ASKED, parents: NOT_ASKED, section47: '', section47Note: '', level: '', levelReason: '', overrideReason: '' }, draft.content),
      assessmentId, version,
    },
    draft: { kind: 'assessment', id: draft.id },
    action: finish,
    done: () => router.push(`/assessments/${assessmentId}` as Route),
  })
  const { form, errorOf } = command
  const { register } = form
  const level = useWatch({ control: form.control, name: 'level' })
  const direction = isLevel(level) ? directionOf(suggestion.level, level) : 'as_suggested'
  return (
    <FormProvider {...form}>
      <CommandForm command={command} className="max-w-form space-y-6">
        {draft.content ? <DraftNotice draftId={draft.id} /> : null}
        <HeardFields who="young" title="The young person’s view" legend="Has the young person been heard?" errorOf={errorOf} />
        <HeardFields who="parents" title="The parents’ or carers’ view" legend="Have the parents or carers been heard?" errorOf={errorOf} />
        <Card title="The level" fields>
          {answered ? <Working suggestion={suggestion} /> : <p>Nothing is answered yet, so nothing speaks for a level. Answer what you can first.</p>}
          {suggestion.asksSection47 ? (
            <>
              <Radios legend="Strategy discussion / section 47 considered?" hint="There are signs of possible current harm, so this is asked whatever the total" id="section47" options={SECTION47.map(({ id, label }) => ({ value: id, label }))} error={errorOf('section47')} {...register('section47')} />
              <TextArea label="Why?" rows={3} error={errorOf('section47Note')} {...register('section47Note')} />
            </>
          ) : null}
          <Checkboxes legend="Which kinds of exploitation may it be?" optional id="models" options={MODELS.map(({ id, label }) => ({ value: id, label }))} error={errorOf('models')} {...register('models')} />
          <Radios legend="Which level do you record?" hint="The suggestion informs and never decides. The panel confirms." id="level" options={LEVELS.map((one) => ({ value: one, label: LEVEL_LABELS[one] }))} error={errorOf('level')} {...register('level')} />
          {direction === 'as_suggested' && !errorOf('overrideReason') ? null : (
            <TextArea label={answered ? `This is ${direction} than suggested. Why?` : 'Nothing is answered. Why this level all the same?'} rows={3} error={errorOf('overrideReason')} {...register('overrideReason')} />
          )}
          <TextArea label="Why this level?" rows={5} error={errorOf('levelReason')} {...register('levelReason')} />
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <Button type="submit" pending={command.pending} pendingLabel="Finishing…">Finish: nothing of it changes after this</Button>
            <SaveStatus {...command.kept} />
          </div>
        </Card>
      </CommandForm>
    </FormProvider>
  )
}
