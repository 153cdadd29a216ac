'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { askSchema } from '@/lib/releases/schema'
import { RELEASE_KIND_LABELS } from '@/lib/releases/view'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { DateInput } from '../ui/date-input'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Parts = { day: string; month: string; year: string }
type Form = { kind: string; reason: string; from: Parts; until: Parts }

const EMPTY: Parts = { day: '', month: '', year: '' }
const KINDS = [
  { value: 'archive', label: RELEASE_KIND_LABELS.archive, hint: 'Every record, with a dictionary of what each column means: for leaving Waymark' },
  { value: 'census', label: RELEASE_KIND_LABELS.census, hint: 'Of a period, by reference and without names' },
]

/** Asks that records leave as a file. The days are for a census alone. */
export function AskForm({ submissionKey, ask }: { submissionKey: string; ask: (input: never) => Promise<Outcome<unknown>> }) {
  const router = useRouter()
  const command = useCommand<Form, unknown>({
    schema: askSchema,
    defaultValues: { kind: '', reason: '', from: EMPTY, until: EMPTY },
    toInput: ({ kind, reason, from, until }) => ({ submissionKey, kind, reason, ...(kind === 'census' ? { from, until } : {}) }),
    action: ask,
    done: () => router.refresh(),
  })
  const { errorOf, form: { register } } = command
  const census = command.form.watch('kind') === 'census'
  return (
    <CommandForm command={command} className="max-w-form">
      <Card title="Ask for a file" fields>
        <Radios legend="What is to leave?" options={KINDS} error={errorOf('kind')} {...register('kind')} />
        {census ? (
          <>
            <DateInput legend="First day" hint="For example, 1 4 2026" name="from" error={errorOf('from')} part={(part) => register(`from.${part}`)} />
            <DateInput legend="Last day" hint="For example, 31 3 2027" name="until" error={errorOf('until')} part={(part) => register(`until.${part}`)} />
          </>
        ) : null}
        <TextArea label="Why does it leave, and into whose hands?" hint="The safeguarding lead reads this and answers it. Name nobody whom the records are about." error={errorOf('reason')} {...register('reason')} />
        <Button type="submit" pending={command.pending} pendingLabel="Asking…">Ask a safeguarding lead to let it out</Button>
      </Card>
    </CommandForm>
  )
}
