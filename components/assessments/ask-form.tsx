'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { AskWhom } from '@/lib/assessments/ask-whom'
import { askPartSchema } from '@/lib/assessments/part-schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { DateInput } from '../ui/date-input'
import { Select, TextArea } from '../ui/field'

type Form = { assessmentId: string; agencyId: string; question: string; due: { day: string; month: string; year: string } }

/** Asks one agency for its part: what it is told stands above what it is asked. */
export function AskForm({ whom, ask }: { whom: AskWhom; ask: (input: never) => Promise<Outcome<unknown>> }) {
  const router = useRouter()
  const [year = '', month = '', day = ''] = whom.day.split('-')
  const command = useCommand<Form, unknown>({
    schema: askPartSchema,
    defaultValues: { assessmentId: whom.assessmentId, agencyId: '', question: '', due: { day: String(Number(day)), month: String(Number(month)), year } },
    action: ask,
    done: () => router.push(`/assessments/${whom.assessmentId}` as Route),
  })
  const { form: { register }, errorOf } = command
  return (
    <CommandForm command={command} className="max-w-form">
      <Card title="What the agency is told and asked" fields>
        <p>It is told the name and date of birth, so that it can find its records: <span className="font-semibold wrap-anywhere">{whom.child}</span>, {whom.born.toLowerCase()}. It sees your question, and nothing of the assessment or of what other agencies say.</p>
        <Select label="Agency" placeholder="Choose" options={whom.agencies.map(({ id: value, name: label }) => ({ value, label }))} error={errorOf('agencyId')} {...register('agencyId')} />
        <TextArea label="What do you ask?" hint="What you need for the assessment, and no more about the young person than they need to answer" rows={4} error={errorOf('question')} {...register('question')} />
        <DateInput legend="Answer by" name="due" hint="They have until the end of that day. For example, 27 3 2026" error={errorOf('due')} part={(part) => register(`due.${part}`)} />
        <Button type="submit" pending={command.pending} pendingLabel="Asking…">Ask this agency</Button>
      </Card>
    </CommandForm>
  )
}
