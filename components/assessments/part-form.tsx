'use client'

import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import type { OwnPart } from '@/lib/assessments/own-parts'
import { answerPartSchema } from '@/lib/assessments/part-schema'
import { fromDraft } from '@/lib/drafts/restore'
import { BLOCKS, type Block } from '@/lib/pathway/indicators'
import { isLevel, LEVEL_LABELS, LEVELS } from '@/lib/pathway/levels'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'

type Texts = Record<Block, string>
type Form = { requestId: string; submissionKey: string; supersedesId: string; answer: string; known: Texts; level: string; levelReason: string }

const NOTHING: Texts = { vulnerability: '', risk: '', harm: '', protective: '' }

type Props = {
  part: Pick<OwnPart, 'requestId' | 'said'>
  submissionKey: string
  answer: (input: never) => Promise<Outcome<{ late: boolean }>>
  draft: { id: string; content: Record<string, unknown> | undefined }
}

/** An agency's part, or the correction of what it said, which stays readable. */
export function PartForm({ part: { requestId, said }, submissionKey, answer, draft }: Props) {
  const router = useRouter()
  const supersedesId = said?.id ?? ''
  const was = {
    requestId, submissionKey, supersedesId,
    answer: said ? (said.nothingKnown ? 'nothing_known' : 'known') : '',
    known: { ...NOTHING, ...Object.fromEntries((said?.known ?? []).map(({ block, text }) => [block, text])) },
    level: said?.level ?? (said && !said.nothingKnown ? 'none' : ''),
    levelReason: said?.levelReason ?? '',
  }
  const command = useCommand<Form, { late: boolean }>({
    schema: answerPartSchema,
    defaultValues: { ...fromDraft(was, draft.content), requestId, supersedesId },
    // what was typed before somebody chose 'nothing known' is not sent
    toInput: (form) => (form.answer === 'known' ? { ...form, level: isLevel(form.level) ? form.level : '' } : { ...form, known: NOTHING, level: '', levelReason: '' }),
    draft: { kind: 'assessment', id: draft.id },
    action: answer,
    done: () => router.refresh(),
  })
  const { form: { register, control }, errorOf } = command
  const chosen = useWatch({ control, name: 'answer' })
  return (
    <Card title={said ? 'Correct or add to it' : 'Your agency’s part'} id="part-form">
      <CommandForm command={command} className="space-y-5">
        {draft.content ? <DraftNotice draftId={draft.id} /> : null}
        {said ? <p>What is written above stays readable, marked as corrected.</p> : null}
        <Radios legend="Does your agency know anything?" id="answer" options={[{ value: 'known', label: 'Yes, we write it down here' }, { value: 'nothing_known', label: 'Nothing known', hint: 'We looked, and there is nothing on record' }]} error={errorOf('answer')} {...register('answer')} />
        {chosen === 'known' ? (
          <>
            {BLOCKS.map(({ id, label, hint }) => <TextArea key={id} label={label} hint={hint} optional rows={3} error={errorOf(`known.${id}`)} id={`known.${id}`} {...register(`known.${id}`)} />)}
            <Radios legend="Which level does your agency see?" hint="Your own view. It stands beside the others’ and decides nothing by itself" optional id="level" options={[...LEVELS.map((one) => ({ value: one, label: LEVEL_LABELS[one] })), { value: 'none', label: 'We have no view of the level' }]} error={errorOf('level')} {...register('level')} />
            <TextArea label="Why do you see this level?" hint="Leave it out where you have no view" rows={3} error={errorOf('levelReason')} {...register('levelReason')} />
          </>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button type="submit" pending={command.pending} pendingLabel="Sending…">{said ? 'Send the correction' : chosen === 'nothing_known' ? 'Send: nothing known' : 'Send your part'}</Button>
          <SaveStatus {...command.kept} />
        </div>
      </CommandForm>
    </Card>
  )
}
