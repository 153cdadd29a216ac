'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { JUDGEMENTS, type AuditQuestion } from '@/lib/pathway/audit-questions'
import type { ItemPage } from '@/lib/quality-audits/item'
import { answersSchema } from '@/lib/quality-audits/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { DateInput } from '../ui/date-input'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Given = { judgement?: string; words?: string; on?: { day: string; month: string; year: string } }
type Form = { itemId: string; answers: Record<string, Given> }
type Props = { item: ItemPage; draft: FormDraft | undefined; answer: (input: never) => Promise<Outcome<unknown>> }

const OPTIONS = JUDGEMENTS.map(({ id, label }) => ({ value: id, label }))

/** The auditor's form: each question of the audit's own set, with what shows it. */
export function AnswerForm({ item, draft, answer }: Props) {
  const router = useRouter()
  const { id: itemId, questions } = item
  const command = useKeptCommand<Form, unknown>({
    schema: answersSchema(questions),
    empty: { itemId, answers: Object.fromEntries(questions.map((question) => [question.id, emptyOf(question)])) },
    fixed: { itemId },
    draft,
    action: answer,
    done: () => router.refresh(),
  })
  const { register } = command.form
  return (
    <CommandForm command={command} className="space-y-6">
      <Card title="What did you find?" fields>
        {questions.map(({ id, label, hint, answer: way }, at) => {
          const path = `answers.${id}` as const
          if (way === 'date') return <DateInput key={id} id={`${path}.on`} name={`${path}.on`} legend={label} hint={hint || undefined} error={command.errorOf(`${path}.on`)} part={(part) => register(`${path}.on.${part}`)} />
          if (way === 'words') return <TextArea key={id} label={label} hint={hint || undefined} optional rows={3} error={command.errorOf(`${path}.words`)} {...register(`${path}.words`)} />
          return (
            <div key={id} className="space-y-3 border-b pb-5">
              <Radios id={`${path}.judgement`} legend={label} hint={hint || undefined} options={OPTIONS} inline small error={command.errorOf(`${path}.judgement`)} {...register(`${path}.judgement`)} />
              <TextArea label={<>What shows it<span className="sr-only">: question {at + 1}</span></>} rows={2} error={command.errorOf(`${path}.words`)} {...register(`${path}.words`)} />
            </div>
          )
        })}
        <p className="text-ink-soft">Do not name the child, the family or a colleague here. Once it is sent it is not changed.</p>
        <SendRow command={command} sending="Sending…">{item.next === 2 ? 'Send my second opinion' : 'Send what I found'}</SendRow>
      </Card>
    </CommandForm>
  )
}

function emptyOf({ answer }: AuditQuestion): Given {
  if (answer === 'date') return { on: { day: '', month: '', year: '' } }
  return answer === 'words' ? { words: '' } : { judgement: '', words: '' }
}
