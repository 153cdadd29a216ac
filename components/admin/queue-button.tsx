'use client'

import { useTransition } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { Button } from '../ui/button'
import { useToast } from '../ui/toast'

/** Puts a background job in the queue now. */
export function QueueButton({ job, about, queue }: { job: string; about: string; queue: (job: string) => Promise<Outcome<unknown>> }) {
  const { toast } = useToast()
  const [pending, start] = useTransition()
  const go = () =>
    start(async () => {
      const answer = await queue(job).catch(() => null)
      if (answer?.ok) toast({ title: 'It will run in a moment' })
      else toast({ title: 'It was not put in the queue', description: answer?.message ?? 'Waymark cannot be reached. Try again in a minute.', tone: 'problem' })
    })
  return (
    <Button size="small" variant="secondary" pending={pending} onClick={go} aria-label={`Run now: ${about}`}>
      Run now
    </Button>
  )
}
