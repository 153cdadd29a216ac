'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { answerActionSchema } from '@/lib/actions/schema'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Form = { actionId: string; version: number; state: string; words: string }
type Props = { actionId: string; version: number; answer: (input: never) => Promise<Outcome<unknown>>; draft: FormDraft | undefined }

/** What became of an action. It may be answered again: the latest stands and the earlier stay readable. */
export function AnswerActionForm({ actionId, version, answer, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<Form, unknown>({ schema: answerActionSchema, empty: { actionId, version, state: '', words: '' }, fixed: { actionId, version }, draft, action: answer, done: () => router.refresh() })
  const { register } = command.form
  return (
    <Card title="What became of it?" fields>
      <CommandForm command={command} className="space-y-5">
        <Radios legend="Is it done?" id="state" options={[{ value: 'done', label: 'Done' }, { value: 'not_done', label: 'It will not be done', hint: 'Say what happens instead' }, { value: 'open', label: 'Still to do' }]} error={command.errorOf('state')} {...register('state')} />
        <TextArea label="What happened?" rows={3} error={command.errorOf('words')} {...register('words')} />
        <SendRow command={command} sending="Saving…">Save</SendRow>
      </CommandForm>
    </Card>
  )
}
