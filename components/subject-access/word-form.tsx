'use client'

import { useRouter } from 'next/navigation'
import type { z } from 'zod'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { endSchema, extendSchema, reopenSchema } from '@/lib/subject-access/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Props = { requestId: string; version: number; draft?: FormDraft | undefined; act: (input: never) => Promise<Outcome<unknown>> }

const ENDS = [{ value: 'handed_over', label: 'The copy was handed over' }, { value: 'refused', label: 'Refused' }, { value: 'withdrawn', label: 'Withdrawn by whoever asked' }]

/** Words that a step of a request asks for. */
function useWords({ requestId, version, draft, act }: Props, schema: z.ZodType, empty: Record<string, string>) {
  const router = useRouter()
  const fixed = { requestId, version }
  return useKeptCommand<Record<string, string | number>, unknown>({ schema, empty: { ...fixed, ...empty }, fixed, draft, action: act, done: () => router.refresh() })
}

export function ExtendForm(props: Props) {
  const command = useWords(props, extendSchema, { why: '' })
  return (
    <CommandForm command={command} className="space-y-4">
      <TextArea label="Why does it take longer?" hint="Two months more, once. Whoever asked is told within the first month, with this reason" rows={3} error={command.errorOf('why')} {...command.form.register('why')} />
      <SendRow command={command} sending="Extending…" variant="secondary">Extend the time</SendRow>
    </CommandForm>
  )
}

/** Ends a request; `ready` where the copy may be handed over. */
export function EndForm({ ready, ...props }: Props & { ready: boolean }) {
  const command = useWords(props, endSchema, { to: '', words: '' })
  return (
    <CommandForm command={command} className="space-y-4">
      <Radios legend="How does it end?" id="to" small options={ENDS.filter(({ value }) => ready || value !== 'handed_over')} error={command.errorOf('to')} {...command.form.register('to')} />
      <TextArea label="What happened?" hint="How the copy was given, or why it is refused or withdrawn. A refusal is told with the right to complain" rows={3} error={command.errorOf('words')} {...command.form.register('words')} />
      <SendRow command={command} sending="Ending…" variant="secondary">End the request</SendRow>
    </CommandForm>
  )
}

export function ReopenForm(props: Props) {
  const command = useWords(props, reopenSchema, { again: '' })
  return (
    <CommandForm command={command} className="space-y-4">
      <TextArea label="Why is it opened again?" rows={2} error={command.errorOf('again')} {...command.form.register('again')} />
      <SendRow command={command} sending="Opening…" variant="secondary">Open it again</SendRow>
    </CommandForm>
  )
}
