'use client'

import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { REQUESTERS } from '@/lib/pathway/subject-access'
import { logSchema } from '@/lib/subject-access/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { DateInput } from '../ui/date-input'
import { TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'

const NO_DAY = { day: '', month: '', year: '' }
type Form = { submissionKey: string; childId: string; requester: string; requesterName: string; reach: string; asked: string; identity: string; authority: string; youngView: string; receivedOn: typeof NO_DAY; checkedOn: typeof NO_DAY }
type Props = { childId: string; submissionKey: string; draft: FormDraft | undefined; log: (input: never) => Promise<Outcome<{ id: string }>> }

/** Who asks, how it was checked, and the days that the month runs from. */
export function LogForm({ childId, submissionKey, draft, log }: Props) {
  const router = useRouter()
  const fixed = { childId, submissionKey }
  const command = useKeptCommand<Form, { id: string }>({
    schema: logSchema,
    empty: { ...fixed, requester: '', requesterName: '', reach: '', asked: '', identity: '', authority: '', youngView: '', receivedOn: NO_DAY, checkedOn: NO_DAY },
    fixed, draft, action: log,
    done: ({ id }) => router.push(`/children/${childId}/subject-access/${id}`),
  })
  const { errorOf, form: { register, control } } = command
  const requester = useWatch({ control, name: 'requester' })
  return (
    <CommandForm command={command} className="space-y-6">
      <Card title="Who asks" fields>
        <Radios legend="Who asks?" id="requester" options={REQUESTERS.map(({ id, label, hint }) => ({ value: id, label, hint }))} error={errorOf('requester')} {...register('requester')} />
        <TextInput label="Their name" width="l" error={errorOf('requesterName')} {...register('requesterName')} />
        <TextArea label="How to reach them, and how they want the copy" rows={2} error={errorOf('reach')} {...register('reach')} />
        <TextArea label="What do they ask for?" hint="In their words. Leave it empty for everything" optional rows={2} error={errorOf('asked')} {...register('asked')} />
      </Card>
      <Card title="How it was checked" fields>
        <TextArea label="How did you check who they are?" hint="Not more than is needed: somebody whom the worker knows brings no passport" rows={2} error={errorOf('identity')} {...register('identity')} />
        {requester && requester !== 'young_person' ? (
          <>
            <TextArea label="By what right do they ask, and how did you check it?" rows={2} error={errorOf('authority')} {...register('authority')} />
            <TextArea label="What does the young person think of it?" hint="Or why they were not asked. A young person who understands decides for themselves" rows={2} error={errorOf('youngView')} {...register('youngView')} />
          </>
        ) : null}
      </Card>
      <Card title="The month" fields>
        <DateInput legend="When did the request come?" name="receivedOn" hint="To anybody here, in whatever form, for example 12 11 2026" error={errorOf('receivedOn')} part={(part) => register(`receivedOn.${part}`)} />
        <DateInput legend="When was it clear who asks?" name="checkedOn" hint="The month runs from the later of the two" error={errorOf('checkedOn')} part={(part) => register(`checkedOn.${part}`)} />
        <SendRow command={command} sending="Logging…">Log the request</SendRow>
      </Card>
    </CommandForm>
  )
}
