'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { answerSchema } from '@/lib/releases/schema'
import { CommandForm } from '../forms/command-form'
import { ownIds } from '../forms/own-ids'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

const LET_OUT = { value: 'let_out', label: 'Let it out', hint: 'The file is made. Each of the two of you may take it once, for a week' }

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
  const own = ownIds(releaseId, command)
  const why = <TextArea id={own.id('why')} label="Why may it not leave?" hint="Whoever asked reads this" error={errorOf('why')} {...register('why')} />
  return (
    <CommandForm command={own.command} className="max-w-form space-y-6">
      <Radios id={own.id('answer')} legend="May these records leave?" options={[LET_OUT, { value: 'refused', label: 'It may not leave', reveal: why }]} error={errorOf('answer')} {...register('answer')} />
      <Button type="submit" pending={command.pending} pendingLabel="Answering…">Send the answer</Button>
    </CommandForm>
  )
}
