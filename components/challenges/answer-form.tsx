'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { answerSchema, CHALLENGE_ANSWER_LABELS, CHALLENGE_ANSWERS } from '@/lib/challenges/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Props = { challengeId: string; version: number; reversible: boolean; answer: (input: never) => Promise<Outcome<unknown>> }
type Form = { challengeId: string; version: number; answer: string; reasons: string }

/** The safeguarding lead's answer, with reasons: it stands, or it is changed. */
export function AnswerChallengeForm({ challengeId, version, reversible, answer }: Props) {
  const router = useRouter()
  const command = useCommand<Form, unknown>({
    schema: answerSchema,
    defaultValues: { challengeId, version, answer: '', reasons: '' },
    action: answer,
    done: () => router.refresh(),
  })
  const { register } = command.form
  return (
    <CommandForm command={command} className="mt-4 space-y-4">
      <Radios
        legend="Your answer"
        id="answer"
        options={CHALLENGE_ANSWERS.filter((one) => one !== 'reversed' || reversible).map((value) => ({ value, label: CHALLENGE_ANSWER_LABELS[value], hint: value === 'sent_elsewhere' ? 'Send it first, then answer here' : undefined }))}
        error={command.errorOf('answer')}
        {...register('answer')}
      />
      <TextArea label="Reasons" hint="Whoever disagrees reads them" rows={4} error={command.errorOf('reasons')} {...register('reasons')} />
      <Button type="submit" pending={command.pending} pendingLabel="Saving…">
        Save answer
      </Button>
    </CommandForm>
  )
}
