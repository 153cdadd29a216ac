'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { answerSchema, CHALLENGE_ANSWER_LABELS, CHALLENGE_ANSWERS } from '@/lib/challenges/schema'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Props = { challengeId: string; version: number; reversible: boolean; answer: (input: never) => Promise<Outcome<unknown>>; draft: FormDraft | undefined }
type Form = { challengeId: string; version: number; answer: string; reasons: string }

/** The safeguarding lead's answer, with reasons: it stands, or it is changed. */
export function AnswerChallengeForm({ challengeId, version, reversible, answer, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<Form, unknown>({
    schema: answerSchema,
    empty: { challengeId, version, answer: '', reasons: '' },
    fixed: { challengeId, version },
    draft,
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
      <SendRow command={command} sending="Saving…">Save answer</SendRow>
    </CommandForm>
  )
}
