'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormProvider, useFieldArray, useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { fromDraft } from '@/lib/drafts/restore'
import { answerSchema } from '@/lib/enquiries/schema'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'
import { EMPTY_ENTRY, EntryFields, type EntryForm } from './entry-fields'

type Form = { enquiryId: string; submissionKey: string; answer: string; entries: EntryForm[] }

type Props = {
  enquiryId: string
  /** A fresh key, for an answer that is begun now. */
  submissionKey: string
  /** The agency has written something before: 'nothing known' is no answer any more. */
  more: boolean
  answer: (input: never) => Promise<Outcome<{ late: boolean }>>
  draft: { id: string; content: Record<string, unknown> | undefined }
}

/** An agency's answer. After each it begins again, for what else is known; what others do meanwhile leaves it alone. */
export function AnswerForm(props: Props) {
  const [round, setRound] = useState({ key: props.submissionKey, content: props.draft.content })
  return <OneAnswer {...props} key={round.key} submissionKey={round.key} content={round.content} again={() => setRound({ key: crypto.randomUUID(), content: undefined })} />
}

function OneAnswer({ enquiryId, submissionKey, more, answer, draft, content, again }: Props & { content: Record<string, unknown> | undefined; again: () => void }) {
  const router = useRouter()
  const command = useCommand<Form, { late: boolean }>({
    schema: answerSchema,
    defaultValues: { ...fromDraft({ enquiryId, submissionKey, answer: more ? 'entries' : '', entries: [EMPTY_ENTRY] }, content), enquiryId },
    // what was typed before somebody chose 'nothing known' is not sent
    toInput: (form) => ({ ...form, entries: form.answer === 'entries' ? form.entries : [] }),
    draft: { kind: 'enquiry_answer', id: draft.id },
    action: answer,
    done: () => {
      again()
      router.refresh()
    },
  })
  const { form, errorOf } = command
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'entries' })
  const chosen = useWatch({ control: form.control, name: 'answer' })
  return (
    <Card title={more ? 'Add what else you know' : 'Your agency’s answer'} id="answer-form">
      <FormProvider {...form}>
        <CommandForm command={command} className="space-y-5">
          {content ? <DraftNotice draftId={draft.id} /> : null}
          {more ? null : (
            <Radios legend="Does your agency know anything?" id="answer" options={[{ value: 'entries', label: 'Yes, we write it down here' }, { value: 'nothing_known', label: 'Nothing known', hint: 'We looked, and there is nothing on record' }]} error={errorOf('answer')} {...form.register('answer')} />
          )}
          {chosen === 'entries'
            ? fields.map((one, at) => (
                <fieldset key={one.id} className="rounded-lg border px-4 py-4 sm:px-5">
                  <legend className="px-1 font-semibold">{fields.length > 1 || more ? `Entry ${at + 1}` : 'What you know'}</legend>
                  <EntryFields at={`entries.${at}`} errorOf={errorOf} />
                  {fields.length > 1 ? (
                    <Button variant="quiet" size="small" className="mt-4" onClick={() => remove(at)}>Remove entry {at + 1}</Button>
                  ) : null}
                </fieldset>
              ))
            : null}
          {chosen === 'entries' ? <Button variant="secondary" onClick={() => append(EMPTY_ENTRY, { focusName: `entries.${fields.length}.text` })}>Add another entry</Button> : null}
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <Button type="submit" pending={command.pending} pendingLabel="Sending…">
              {chosen === 'nothing_known' ? 'Send: nothing known' : 'Send to the safeguarding lead'}
            </Button>
            <SaveStatus {...command.kept} />
          </div>
        </CommandForm>
      </FormProvider>
    </Card>
  )
}
