'use client'

import { useTransition } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { Button } from '../ui/button'
import { ConfirmDialog } from '../ui/confirm-dialog'
import { useToast } from '../ui/toast'

type Props = { assignmentId: string; about: string; revoked: boolean; change: (assignmentId: string) => Promise<Outcome<unknown>> }

/** Takes a role away, after asking, or gives it back. */
export function RoleButton({ assignmentId, about, revoked, change }: Props) {
  const { toast } = useToast()
  const [pending, start] = useTransition()
  const go = () =>
    start(async () => {
      const answer = await change(assignmentId).catch(() => null)
      if (!answer?.ok) toast({ title: 'Nothing was changed', description: answer?.message ?? 'Waymark cannot be reached. Try again in a minute.', tone: 'problem' })
    })
  if (revoked) {
    return (
      <Button size="small" variant="secondary" pending={pending} onClick={go} aria-label={`Give back: ${about}`}>
        Give back
      </Button>
    )
  }
  return (
    <ConfirmDialog
      title="Take this role away?"
      description={`${about}. They are shut out at their next click. What they wrote and did stays on record.`}
      confirmLabel="Take it away"
      tone="warning"
      onConfirm={go}
      trigger={
        <Button size="small" variant="secondary" pending={pending} aria-label={`Take away: ${about}`}>
          Take away
        </Button>
      }
    />
  )
}
