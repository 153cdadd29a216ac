'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { EXIT_EVIDENCE, type ExitEvidence } from '@/lib/pathway/exit'
import { proposeExitSchema } from '@/lib/reviews/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'

type Form = { caseId: string; kind: string; evidence: ExitEvidence; agencyId: string; told: string }
const NOTHING = Object.fromEntries(EXIT_EVIDENCE.map(({ id }) => [id, ''])) as ExitEvidence

type Props = { caseId: string; agencies: readonly { id: string; name: string }[]; propose: (input: never) => Promise<Outcome<unknown>>; draft: FormDraft | undefined }

/** The evidence for an ending, and who is asked to agree. Nothing ends by it: a person does that afterwards. */
export function ExitForm({ caseId, agencies, propose, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<Form, unknown>({
    schema: proposeExitSchema,
    empty: { caseId, kind: '', evidence: NOTHING, agencyId: '', told: '' },
    fixed: { caseId },
    draft,
    action: propose,
    done: () => router.push(`/cases/${caseId}` as Route),
  })
  const { errorOf } = command
  const { register } = command.form
  return (
    <CommandForm command={command} className="max-w-form space-y-6">
      <Card title="What is proposed?" fields>
        <Radios legend="What is proposed?" legendHidden id="kind" options={[{ value: 'close', label: 'The case closes' }, { value: 'low', label: 'The level falls to Low' }]} error={errorOf('kind')} {...register('kind')} />
      </Card>
      <Card title="The evidence" fields>
        {EXIT_EVIDENCE.map(({ id, label, hint }) => (
          <TextArea key={id} label={label} hint={hint} rows={3} error={errorOf(`evidence.${id}`)} {...register(`evidence.${id}`)} id={`evidence.${id}`} />
        ))}
      </Card>
      <Card title="A second agency" fields>
        <Select label="Which agency is asked to agree?" options={[{ value: '', label: 'Choose' }, ...agencies.map(({ id, name }) => ({ value: id, label: name }))]} error={errorOf('agencyId')} {...register('agencyId')} />
        <TextArea label="What does the agency need to know to answer?" hint="It sees this, the young person’s name and date of birth, and nothing else of the case" rows={5} error={errorOf('told')} {...register('told')} />
      </Card>
      <SendRow command={command} sending="Asking…">Ask the agency</SendRow>
    </CommandForm>
  )
}
