'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { readSchema } from '@/lib/subject-access/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Form = { decisionId: string; agrees: string; reason: string }
type Props = { decisionId: string; draft: FormDraft | undefined; nextPath: string; read: (input: never) => Promise<Outcome<unknown>> }

/** The second person's word on a decision. */
export function ReadForm({ decisionId, draft, nextPath, read }: Props) {
  const router = useRouter()
  const command = useKeptCommand<Form, unknown>({ schema: readSchema, empty: { decisionId, agrees: '', reason: '' }, fixed: { decisionId }, draft, action: read, done: () => router.push(nextPath as never) })
  const { errorOf, form: { register } } = command
  return (
    <Card title="Your second reading" fields>
      <CommandForm command={command} className="space-y-5">
        <Radios legend="Do you agree?" id="agrees" inline options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No, send it back' }]} error={errorOf('agrees')} {...register('agrees')} />
        <TextArea label="Why?" hint="Needed where you send it back. Leave it empty where you agree" rows={2} error={errorOf('reason')} {...register('reason')} />
        <SendRow command={command} sending="Saving…">Save and go on</SendRow>
      </CommandForm>
    </Card>
  )
}
