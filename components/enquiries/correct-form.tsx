'use client'

import { useRouter } from 'next/navigation'
import { FormProvider } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { correctSchema } from '@/lib/enquiries/schema'
import type { EntryView } from '@/lib/enquiries/view'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Details } from '../ui/details'
import { EntryFields, type EntryForm } from './entry-fields'

type Form = { entryId: string; submissionKey: string; entry: EntryForm }

type Props = { entry: EntryView; submissionKey: string; correct: (input: never) => Promise<Outcome<unknown>> }

/** Puts a new entry in place of one's own; both stay readable. */
export function CorrectForm({ entry, submissionKey, correct }: Props) {
  const router = useRouter()
  const [year = '', month = '', day = ''] = entry.day?.split('-') ?? []
  const command = useCommand<Form, unknown>({
    schema: correctSchema,
    defaultValues: {
      entryId: entry.id, submissionKey,
      entry: {
        day: { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }, approximately: entry.approximately ?? '', text: entry.text, nature: entry.nature, source: entry.source,
        topic: entry.topic ?? '', topicValue: entry.topicValue ?? '', caveat: entry.caveat, caveatFor: entry.caveatFor, askWhom: entry.askWhom,
      },
    },
    action: correct,
    done: () => router.refresh(),
  })
  return (
    <Details summary="Correct this">
      <FormProvider {...command.form}>
        <CommandForm command={command} className="space-y-5">
          <p>The entry above stays readable, marked as corrected.</p>
          <EntryFields at="entry" errorOf={command.errorOf} />
          <Button type="submit" pending={command.pending} pendingLabel="Saving…">Save the correction</Button>
        </CommandForm>
      </FormProvider>
    </Details>
  )
}
