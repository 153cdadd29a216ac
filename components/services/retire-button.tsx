'use client'

import { useTransition } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { Button } from '../ui/button'
import { ConfirmDialog } from '../ui/confirm-dialog'
import { useToast } from '../ui/toast'

type Version = { serviceId: string; version: number }
type Props = Version & { name: string; retired: boolean; change: (input: Version) => Promise<Outcome<unknown>> }

/** Takes a service out of the directory, after asking, or brings it back. */
export function RetireButton({ serviceId, version, name, retired, change }: Props) {
  const { toast } = useToast()
  const [pending, start] = useTransition()
  const go = () =>
    start(async () => {
      const answer = await change({ serviceId, version }).catch(() => null)
      if (!answer?.ok) toast({ title: 'Nothing was changed', description: answer?.message ?? 'Waymark cannot be reached. Try again in a minute.', tone: 'problem' })
    })
  if (retired) {
    return (
      <Button variant="secondary" pending={pending} onClick={go}>
        Bring back
      </Button>
    )
  }
  return (
    <ConfirmDialog
      title="Take this service out of the directory?"
      description={`${name} is not offered any more, and is on no new sheet. What was sent to it stays on record, and you can bring it back.`}
      confirmLabel="Retire it"
      tone="warning"
      onConfirm={go}
      trigger={
        <Button variant="secondary" pending={pending}>
          Retire
        </Button>
      }
    />
  )
}
