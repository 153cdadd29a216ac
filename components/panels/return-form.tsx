'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { FormProvider, useWatch } from 'react-hook-form'
import type { FormDraft } from '@/lib/drafts/kept-form'
import type { AskedPage } from '@/lib/panels/own'
import { returnSchema } from '@/lib/panels/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import type { Command } from './press'

type Form = { answer: string; text: string }

/** What one's agency says about one young person; a correction once it has. Then on to the next who waits. */
export function ReturnForm({ asked, submissionKey, answer: send, draft }: { asked: AskedPage; submissionKey: string; answer: Command; draft: FormDraft | undefined }) {
  const router = useRouter()
  const corrects = asked.answers[0]?.id ?? ''
  const command = useKeptCommand<Form, unknown>({
    schema: returnSchema,
    empty: { answer: '', text: '' },
    draft,
    toInput: ({ answer, text }) => ({ itemId: asked.itemId, submissionKey, answer, text: answer === 'known' ? text : '', corrects }),
    action: send,
    done: () => router.push((asked.next && !corrects ? `/panels/${asked.panelId}/answer/${asked.next}` : `/panels/${asked.panelId}`) as Route),
  })
  const { form, errorOf } = command
  const answer = useWatch({ control: form.control, name: 'answer' })
  return (
    <Card title={corrects ? 'Correct your agency’s answer' : 'Your agency’s answer'}>
      <FormProvider {...form}>
        <CommandForm command={command} className="space-y-5">
          <Radios legend="Does your agency know anything?" id="answer" options={[{ value: 'known', label: 'Yes, I write it down here' }, { value: 'nothing_known', label: 'Nothing known', hint: 'We looked, and there is nothing on record' }]} error={errorOf('answer')} {...form.register('answer')} />
          {answer === 'known' ? <TextArea label="What your agency knows" hint="Facts and when; what you think, said as that; and who is in touch with the family" rows={7} error={errorOf('text')} {...form.register('text')} /> : null}
          <SendRow command={command} sending="Sending…">{answer === 'nothing_known' ? 'Send: nothing known' : 'Send to the panel'}</SendRow>
        </CommandForm>
      </FormProvider>
    </Card>
  )
}
