'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { answerSchema } from '@/lib/releases/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

const ANSWERS = [
  { value: 'let_out', label: 'Let it out', hint: 'The file is made. Each of the two of you may take it once, for a week' },
  { value: 'refused', label: 'It may not leave' },
]

/** The second person's answer to what somebody else asked for. */
export function AnswerForm({ releaseId, answer }: { releaseId: string; answer: (input: never) => Promise<Outcome<unknown>> }) {
  const router = useRouter()
  const command = useCommand<{ answer: string; why: string }, unknown>({
    schema: answerSchema,
    defaultValues: { answer: '', why: '' },
    toInput: (form) => ({ releaseId, ...form }),
    action: answer,
    done: () => router.refresh(),
  })
  const { errorOf, form: { register } } = command
  return (
    <CommandForm command={command} className="max-w-form space-y-6">
      <Radios id={`answer-${releaseId}`} legend="May these records leave?" options={ANSWERS} error={errorOf('answer')} {...register('answer')} />
      <TextArea id={`why-${releaseId}`} label="Why not?" hint="Only where it may not leave" error={errorOf('why')} {...register('why')} />
      <Button type="submit" pending={command.pending} pendingLabel="Answering…">Answer</Button>
    </CommandForm>
  )
}
