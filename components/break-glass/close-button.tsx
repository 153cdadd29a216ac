'use client'

import { useRouter } from 'next/navigation'
import type { Route } from 'next'
import type { Outcome } from '@/lib/access/outcome'
import { closeGlassSchema } from '@/lib/break-glass/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'

type Props = { glassId: string; close: (input: never) => Promise<Outcome<unknown>>; /** Where to go on, as the page may be open no more. */ then?: string }

/** Ends an opening before its time. */
export function CloseGlassButton({ glassId, close, then }: Props) {
  const router = useRouter()
  const command = useCommand<{ glassId: string }, unknown>({ schema: closeGlassSchema, defaultValues: { glassId }, action: close, done: () => (then ? router.push(then as Route) : router.refresh()) })
  return (
    <CommandForm command={command}>
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Closing…">Close it now</Button>
    </CommandForm>
  )
}
