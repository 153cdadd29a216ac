'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { minutesSchema } from '@/lib/strategy/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { TextLink } from '../ui/text-link'

type Props = { meetingId: string; version: number; issue: (input: never) => Promise<Outcome<unknown>> }

/** Lets the minutes out as they stand. */
export function MinutesButton({ meetingId, version, issue }: Props) {
  const router = useRouter()
  const command = useCommand<{ meetingId: string; version: number }, unknown>({ schema: minutesSchema, defaultValues: { meetingId, version }, action: issue, done: () => router.refresh() })
  return (
    <CommandForm command={command} className="space-y-3">
      <p>Read them first: <TextLink href={`/strategy/${meetingId}/minutes`}>the minutes as they stand</TextLink>. After this nothing of the meeting is written.</p>
      <Button type="submit" pending={command.pending} pendingLabel="Issuing…">Issue the minutes</Button>
    </CommandForm>
  )
}
