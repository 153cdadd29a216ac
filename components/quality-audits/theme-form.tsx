'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { themeSchema } from '@/lib/quality-audits/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { TextArea } from '../ui/field'

type Form = { auditId: string; submissionKey: string; words: string }
type Props = { auditId: string; submissionKey: string; draft: FormDraft | undefined; add: (input: never) => Promise<Outcome<unknown>> }

export function ThemeForm({ auditId, submissionKey, draft, add }: Props) {
  const router = useRouter()
  const fixed = { auditId, submissionKey }
  const command = useKeptCommand<Form, unknown>({ schema: themeSchema, empty: { ...fixed, words: '' }, fixed, draft, action: add, done: () => router.refresh() })
  return (
    <CommandForm command={command} className="max-w-form space-y-4">
      <TextArea label="What do you see across the records?" hint="One theme at a time. Name nobody" rows={3} error={command.errorOf('words')} {...command.form.register('words')} />
      <SendRow command={command} sending="Adding…" variant="secondary">Add this theme</SendRow>
    </CommandForm>
  )
}
