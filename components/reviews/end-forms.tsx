'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { CLOSURE_REASONS } from '@/lib/pathway/codes'
import { closeCaseSchema, reopenSchema, withdrawExitSchema } from '@/lib/reviews/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useCommand } from '../forms/use-command'
import { useKeptCommand } from '../forms/use-kept-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Select } from '../ui/select'

type Act = (input: never) => Promise<Outcome<unknown>>
type Props = { caseId: string; version: number; act: Act; draft: FormDraft | undefined }

/** Closes a case that a second agency agreed may close. */
export function CloseCaseForm({ caseId, version, act, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<{ caseId: string; version: number; closureReason: string; reason: string }, unknown>({
    schema: closeCaseSchema, empty: { caseId, version, closureReason: '', reason: '' }, fixed: { caseId, version }, draft, action: act, done: () => router.refresh(),
  })
  const { register } = command.form
  return (
    <Card title="Close this case" fields>
      <CommandForm command={command} className="space-y-5">
        <p>The second agency agrees. The case stays readable, and a new contact or a missing episode asks whether it should be reopened.</p>
        <Select label="Why does it close?" options={[{ value: '', label: 'Choose' }, ...CLOSURE_REASONS.map(({ code, label }) => ({ value: code, label }))]} error={command.errorOf('closureReason')} {...register('closureReason')} />
        <TextArea label="Why now?" rows={3} error={command.errorOf('reason')} {...register('reason')} />
        <SendRow command={command} sending="Closing…">Close the case</SendRow>
      </CommandForm>
    </Card>
  )
}

/** Reopens a closed case: it waits to be allocated again. */
export function ReopenForm({ caseId, version, act, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<{ caseId: string; version: number; reason: string }, unknown>({
    schema: reopenSchema, empty: { caseId, version, reason: '' }, fixed: { caseId, version }, draft, action: act, done: () => router.refresh(),
  })
  return (
    <Card title="Reopen this case" fields>
      <CommandForm command={command} className="space-y-5">
        <TextArea label="What brought it back?" rows={3} error={command.errorOf('reason')} {...command.form.register('reason')} />
        <SendRow command={command} variant="secondary" sending="Reopening…">Reopen the case</SendRow>
      </CommandForm>
    </Card>
  )
}

/** Withdraws a proposal: the work goes on where it was. */
export function WithdrawButton({ exitId, version, act }: { exitId: string; version: number; act: Act }) {
  const router = useRouter()
  const command = useCommand<{ exitId: string; version: number }, unknown>({ schema: withdrawExitSchema, defaultValues: { exitId, version }, action: act, done: () => router.refresh() })
  return (
    <CommandForm command={command}>
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Withdrawing…">Withdraw this proposal</Button>
    </CommandForm>
  )
}
