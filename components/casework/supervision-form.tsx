'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import type { z } from 'zod'
import type { Outcome } from '@/lib/access/outcome'
import { supervisionSchema } from '@/lib/casework/schema'
import type { Supervisee } from '@/lib/casework/supervision'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { SUPERVISION_THEMES } from '@/lib/pathway/sessions'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { DateInput } from '../ui/date-input'
import { Select, TextArea } from '../ui/field'

/** What stands in the form: `decided` has what was decided by the case's id. */
export type SupervisionForm = Omit<z.input<typeof supervisionSchema>, 'themes' | 'decisions'> & { themes: string[]; decided: Record<string, string> }

type Props = { empty: SupervisionForm; people: readonly Supervisee[]; save: (input: never) => Promise<Outcome<{ id: string }>>; draft: FormDraft | undefined }

/** A supervision, by the supervisor: the day, the themes, the reflections of both, and what was decided for each case. */
export function SupervisionForm({ empty, people, save, draft }: Props) {
  const router = useRouter()
  const correcting = empty.correctsId !== ''
  const command = useKeptCommand<SupervisionForm, { id: string }>({
    schema: supervisionSchema,
    empty,
    fixed: { correctsId: empty.correctsId, ...(correcting ? { practitionerId: empty.practitionerId } : {}) },
    // of the cases of whoever is chosen: what was typed for another's stays in the form and is not sent
    toInput: ({ decided, ...form }) => ({
      ...form,
      decisions: casesOf(people, form.practitionerId).map(({ id }) => ({ caseId: id, decision: decided[id] ?? '' })).filter(({ decision }) => decision.trim()),
    }),
    draft,
    action: save,
    done: ({ id }) => router.replace(`/supervision/${id}` as Route),
  })
  const { register, control } = command.form
  const practitionerId = useWatch({ control, name: 'practitionerId' })
  const cases = casesOf(people, practitionerId)
  return (
    <CommandForm command={command} className="max-w-form space-y-6">
      <Card title="The meeting" fields>
        {correcting ? null : (
          <Select label="With whom?" id="practitionerId" options={[{ value: '', label: 'Choose' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} error={command.errorOf('practitionerId')} {...register('practitionerId')} />
        )}
        <DateInput legend="On what day?" name="heldOn" error={command.errorOf('heldOn')} part={(part) => register(`heldOn.${part}`)} />
        <Checkboxes legend="What did you talk about?" id="themes" options={SUPERVISION_THEMES.map(({ id, label }) => ({ value: id, label }))} error={command.errorOf('themes')} {...register('themes')} />
        <TextArea label="Reflections" hint="Of both of you. The practitioner and the CATE manager read this, and nobody else." rows={6} error={command.errorOf('reflections')} {...register('reflections')} />
      </Card>
      {cases.length ? (
        <Card title="What was decided, case by case" fields>
          <p className="text-ink-soft">Leave a case empty where nothing was decided.</p>
          {cases.map(({ id, reference, child }) => <TextArea key={id} label={`${child}, ${reference}`} optional rows={2} id={`decided.${id}`} {...register(`decided.${id}`)} />)}
        </Card>
      ) : null}
      <Card title="Next" fields>
        <DateInput legend="When do you meet next?" optional name="nextOn" error={command.errorOf('nextOn')} part={(part) => register(`nextOn.${part}`)} />
      </Card>
      <SendRow command={command} sending="Saving…">{correcting ? 'Save the correction' : 'Save the supervision'}</SendRow>
    </CommandForm>
  )
}

const casesOf = (people: readonly Supervisee[], id: string) => people.find((one) => one.id === id)?.cases ?? []
