'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { publishSchema, withdrawSchema } from '@/lib/oversight/publish-schema'
import { CommandForm } from '../forms/command-form'
import { ownIds } from '../forms/own-ids'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Checkboxes } from '../ui/checkboxes'
import { TextArea } from '../ui/field'

type Act = (input: never) => Promise<Outcome<unknown>>

/** Publishes what was looked at, after saying that one has read it. */
export function PublishForm({ submissionKey, from, until, digest, publish }: { submissionKey: string; from: string; until: string; digest: string; publish: Act }) {
  const router = useRouter()
  const command = useCommand<{ confirmed: string[] }, unknown>({
    schema: publishSchema,
    defaultValues: { confirmed: [] },
    toInput: ({ confirmed }) => ({ submissionKey, from, until, digest, confirmed: confirmed[0] ?? '' }),
    action: publish,
    done: () => router.refresh(),
  })
  return (
    <CommandForm command={command} className="max-w-form space-y-5">
      <Checkboxes
        legend="Before you publish"
        id="confirmed"
        options={[{ value: 'yes', label: 'I have read everything above, and it may be public', hint: 'A day is published once, so this year cannot be counted and published again. It can be withdrawn.' }]}
        error={command.errorOf('confirmed')}
        {...command.form.register('confirmed')}
      />
      <Button type="submit" pending={command.pending} pendingLabel="Publishing…">Publish this summary</Button>
    </CommandForm>
  )
}

/** Takes a published summary back. */
export function WithdrawForm({ summaryId, withdraw }: { summaryId: string; withdraw: Act }) {
  const router = useRouter()
  const command = useCommand<{ reason: string }, unknown>({ schema: withdrawSchema, defaultValues: { reason: '' }, toInput: ({ reason }) => ({ summaryId, reason }), action: withdraw, done: () => router.refresh() })
  const own = ownIds(summaryId, command)
  return (
    <CommandForm command={own.command} className="max-w-form space-y-4">
      <TextArea label="Why is it withdrawn?" hint="It stays on record for managers and auditors, and is public no more" rows={2} id={own.id('reason')} error={command.errorOf('reason')} {...command.form.register('reason')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Withdrawing…">Withdraw it</Button>
    </CommandForm>
  )
}
