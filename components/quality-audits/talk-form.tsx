'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { talkSchema } from '@/lib/quality-audits/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { DateInput } from '../ui/date-input'
import { TextArea, TextInput } from '../ui/field'

const NO_DAY = { day: '', month: '', year: '' }
type Form = { submissionKey: string; agencyId: string; from: string; until: string; on: typeof NO_DAY; withWhom: string; said: string; nextStep: string; nextOn: typeof NO_DAY }
type Props = { agencyId: string; period: { from: string; until: string }; submissionKey: string; draft: FormDraft | undefined; record: (input: never) => Promise<Outcome<unknown>> }

/** Writes down a talk with a provider. */
export function TalkForm({ agencyId, period, submissionKey, draft, record }: Props) {
  const router = useRouter()
  const fixed = { submissionKey, agencyId, ...period }
  const command = useKeptCommand<Form, unknown>({ schema: talkSchema, empty: { ...fixed, on: NO_DAY, withWhom: '', said: '', nextStep: '', nextOn: NO_DAY }, fixed, draft, action: record, done: () => router.refresh() })
  const { errorOf, form: { register } } = command
  return (
    <Card title="Write a conversation down" fields>
      <CommandForm command={command} className="space-y-5">
        <DateInput legend="When did you talk?" name="on" error={errorOf('on')} part={(part) => register(`on.${part}`)} />
        <TextInput label="With whom?" hint="Their name and what they are there" error={errorOf('withWhom')} {...register('withWhom')} />
        <TextArea label="What was said?" hint="About the school or the provider, and no child" rows={4} error={errorOf('said')} {...register('said')} />
        <TextArea label="What is the next step?" rows={2} error={errorOf('nextStep')} {...register('nextStep')} />
        <DateInput legend="By when?" name="nextOn" optional error={errorOf('nextOn')} part={(part) => register(`nextOn.${part}`)} />
        <SendRow command={command} sending="Saving…">Save the conversation</SendRow>
      </CommandForm>
    </Card>
  )
}
