'use client'

import { useRouter } from 'next/navigation'
import { useFieldArray, useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { ANSWER_WAYS, type AuditQuestion } from '@/lib/pathway/audit-questions'
import { questionsSchema } from '@/lib/quality-audits/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Select, TextArea, TextInput } from '../ui/field'

type Form = { kind: string; from: number; rows: { id: string; label: string; hint: string; answer: string }[]; note: string }
type Props = { kind: string; from: number; questions: readonly AuditQuestion[]; save: (input: never) => Promise<Outcome<unknown>> }

const WAYS = ANSWER_WAYS.map(({ id, label }) => ({ value: id, label }))

/** Edits the questions of a kind of audit into their next version. */
export function QuestionsForm({ kind, from, questions, save }: Props) {
  const router = useRouter()
  const command = useCommand<Form, unknown>({ schema: questionsSchema, defaultValues: { kind, from, rows: questions.map((one) => ({ ...one })), note: '' }, action: save, done: () => router.refresh() })
  const { form, errorOf } = command
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'rows', keyName: 'key' })
  const typed = useWatch({ control: form.control, name: 'rows' })
  return (
    <CommandForm command={command} className="max-w-form space-y-6">
      {fields.map((row, at) => {
        const name = typed[at]?.label || 'the new question'
        return (
          <Card key={row.key} title={`Question ${at + 1}`} fields actions={
            <>
              <Button variant="quiet" size="small" disabled={at === 0} aria-label={`Move up: ${name}`} onClick={() => move(at, at - 1)}>Up</Button>
              <Button variant="quiet" size="small" disabled={at === fields.length - 1} aria-label={`Move down: ${name}`} onClick={() => move(at, at + 1)}>Down</Button>
              <Button variant="quiet" size="small" aria-label={`Remove: ${name}`} onClick={() => remove(at)}>Remove</Button>
            </>
          }>
            <TextInput label={<>Question<span className="sr-only"> {at + 1}</span></>} id={`rows.${at}.label`} error={errorOf(`rows.${at}.label`)} {...form.register(`rows.${at}.label`)} />
            <TextInput label={<>Hint<span className="sr-only"> of question {at + 1}</span></>} optional id={`rows.${at}.hint`} error={errorOf(`rows.${at}.hint`)} {...form.register(`rows.${at}.hint`)} />
            {row.id ? <p className="text-ink-soft">Answered by: {WAYS.find(({ value }) => value === row.answer)?.label}</p> : (
              <Select label={<>How it is answered<span className="sr-only">, question {at + 1}</span></>} id={`rows.${at}.answer`} options={WAYS} error={errorOf(`rows.${at}.answer`)} {...form.register(`rows.${at}.answer`)} />
            )}
          </Card>
        )
      })}
      <Button variant="secondary" onClick={() => append({ id: '', label: '', hint: '', answer: 'judge' }, { focusName: `rows.${fields.length}.label` })}>Add a question</Button>
      <Card title="The new version" fields>
        <TextArea label="Why is it changed?" hint="Kept with the version. Name nobody" rows={3} error={errorOf('note')} {...form.register('note')} />
        <Button type="submit" pending={command.pending} pendingLabel="Saving…">Save as a new version</Button>
      </Card>
    </CommandForm>
  )
}
