'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { FormProvider, useFormContext, useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { blockSchema, type AnswerInput } from '@/lib/assessments/schema'
import { fromDraft } from '@/lib/drafts/restore'
import { ANSWERS, RECENCIES, type IndicatorAnswer } from '@/lib/pathway/assessment'
import type { Block, Indicator } from '@/lib/pathway/indicators'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import type { ErrorItem } from '../ui/error-summary'
import { TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'

type Form = { assessmentId: string; version: number; block: Block; answers: Record<string, { [K in keyof AnswerInput]: string }> }

type Props = {
  assessmentId: string
  version: number
  block: Block
  indicators: readonly Indicator[]
  answers: Readonly<Record<string, IndicatorAnswer>>
  save: (input: never) => Promise<Outcome<unknown>>
  next: string
  draft: { id: string; content: Record<string, unknown> | undefined }
}

/** One block: each indicator is answered, and what shows it is asked for where there is something. */
export function BlockForm({ assessmentId, version, block, indicators, answers, save, next, draft }: Props) {
  const router = useRouter()
  const initial = Object.fromEntries(indicators.map(({ id }) => {
    const { answer = '', when, evidence = '', source = '', nature } = answers[id] ?? {}
    return [id, { answer, when: when ?? '', evidence, source, nature: nature ?? '' }]
  }))
  const command = useCommand<Form, unknown>({
    schema: blockSchema,
    defaultValues: { ...fromDraft({ assessmentId, version, block, answers: initial }, draft.content), assessmentId, version, block },
    // what is not answered yet is left for another day: it counts as not known until then
    toInput: (form) => ({ ...form, answers: Object.fromEntries(Object.entries(form.answers).filter(([, { answer }]) => answer)) }),
    draft: { kind: 'assessment', id: draft.id },
    action: save,
    done: () => router.push(next as Route),
  })
  return (
    <FormProvider {...command.form}>
      <CommandForm command={{ ...command, errors: naming(command.errors, indicators) }} className="max-w-form space-y-6">
        {draft.content ? <DraftNotice draftId={draft.id} /> : null}
        {indicators.map((one) => <IndicatorFields key={one.id} one={one} errorOf={command.errorOf} />)}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button type="submit" pending={command.pending} pendingLabel="Saving…">Save and go on</Button>
          <SaveStatus {...command.kept} />
        </div>
      </CommandForm>
    </FormProvider>
  )
}

/** The errors with the indicator each is about: “Late home: say when”. Many fields of the page ask the same. */
function naming(errors: readonly ErrorItem[], indicators: readonly Indicator[]): ErrorItem[] {
  return errors.map(({ href, message }) => {
    const about = indicators.find(({ id }) => href.startsWith(`#answers.${id}.`))
    return { href, message: about ? `${about.label}: ${message.charAt(0).toLowerCase()}${message.slice(1)}` : message }
  })
}

function IndicatorFields({ one, errorOf }: { one: Indicator; errorOf: (path: string) => string | undefined }) {
  const { register, control } = useFormContext<Form>()
  const at = `answers.${one.id}` as const
  const answer = useWatch({ control, name: `${at}.answer` })
  const said = answer === 'yes' || answer === 'suspected'
  const field = <P extends keyof AnswerInput>(part: P) => ({ id: `${at}.${part}`, error: errorOf(`${at}.${part}`), ...register(`${at}.${part}`) })
  return (
    <Card>
      <Radios legend={one.label} inline options={ANSWERS.map(({ id, label }) => ({ value: id, label }))} {...field('answer')} />
      {said ? (
        <div className="mt-4 space-y-4 border-l-2 border-control pl-4">
          <Radios legend="When?" options={RECENCIES.map(({ id, label }) => ({ value: id, label }))} {...field('when')} />
          <TextArea label="What shows it?" rows={2} {...field('evidence')} />
          <TextInput label="Who or what does it come from?" {...field('source')} />
          <Radios legend="Is this a fact or an opinion?" inline options={[{ value: 'fact', label: 'Fact' }, { value: 'opinion', label: 'Opinion' }]} {...field('nature')} />
        </div>
      ) : null}
    </Card>
  )
}
