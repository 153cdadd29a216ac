'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { acceptSchema, declineSchema } from '@/lib/referrals/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { TextArea } from '../ui/field'

type Props = {
  referralId: string
  version: number
  panelDays: number
  accept: (input: never) => Promise<Outcome<{ caseId: string }>>
  decline: (input: never) => Promise<Outcome<unknown>>
}

/** Accept, which opens a case; or decline, with a reason that goes back to who sent it. */
export function AnswerForms({ referralId, version, panelDays, accept, decline }: Props) {
  const router = useRouter()
  const accepting = useCommand<{ referralId: string; version: number }, { caseId: string }>({
    schema: acceptSchema,
    defaultValues: { referralId, version },
    action: accept,
    done: ({ caseId }) => router.push(`/cases/${caseId}` as Route),
  })
  const declining = useCommand<{ referralId: string; version: number; reason: string }, unknown>({
    schema: declineSchema,
    defaultValues: { referralId, version, reason: '' },
    action: decline,
    done: () => router.refresh(),
  })
  return (
    <Card title="Your answer">
      <CommandForm command={accepting}>
        <p className="mb-3">Accepting opens a case. The risk panel is then due {panelDays} days after the referral was sent.</p>
        <Button type="submit" pending={accepting.pending} pendingLabel="Accepting…">
          Accept and open a case
        </Button>
      </CommandForm>
      <Details summary="Decline this referral">
        <CommandForm command={declining} className="space-y-4">
          <TextArea label="Why is it declined?" hint="Family Connect reads this and decides again" rows={3} error={declining.errorOf('reason')} {...declining.form.register('reason')} />
          <Button type="submit" variant="secondary" pending={declining.pending} pendingLabel="Declining…">
            Decline
          </Button>
        </CommandForm>
      </Details>
    </Card>
  )
}
