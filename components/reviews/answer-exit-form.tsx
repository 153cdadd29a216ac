'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { answerExitSchema } from '@/lib/reviews/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Props = { exitId: string; version: number; answer: (input: never) => Promise<Outcome<unknown>>; draft: FormDraft | undefined }

/** The second agency's word on an ending. */
export function AnswerExitForm({ exitId, version, answer, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<{ exitId: string; version: number; agreed: string; answer: string }, unknown>({
    schema: answerExitSchema, empty: { exitId, version, agreed: '', answer: '' }, fixed: { exitId, version }, draft, action: answer, done: () => router.refresh(),
  })
  const { register } = command.form
  return (
    <Card title="Your agency’s answer" fields>
      <CommandForm command={command} className="space-y-5">
        <Radios legend="Does your agency agree?" id="agreed" options={[{ value: 'yes', label: 'Yes, we agree' }, { value: 'no', label: 'No, we do not agree' }]} error={command.errorOf('agreed')} {...register('agreed')} />
        <TextArea label="Why?" hint="What your agency knows, and what it would look out for" rows={4} error={command.errorOf('answer')} {...register('answer')} />
        <SendRow command={command} sending="Sending…">Send your answer</SendRow>
      </CommandForm>
    </Card>
  )
}
