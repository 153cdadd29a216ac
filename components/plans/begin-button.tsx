'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import type { Outcome } from '@/lib/access/outcome'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'

/** Begins a safety plan and opens it to write. */
export function BeginPlanButton({ caseId, begin }: { caseId: string; begin: (input: never) => Promise<Outcome<unknown>> }) {
  const router = useRouter()
  const command = useCommand<{ caseId: string }, unknown>({
    schema: z.strictObject({ caseId: z.uuid() }),
    defaultValues: { caseId },
    action: begin,
    done: () => router.push(`/cases/${caseId}/plan/edit` as Route),
  })
  return (
    <CommandForm command={command}>
      <Button type="submit" pending={command.pending} pendingLabel="Beginning…">Begin the safety plan</Button>
    </CommandForm>
  )
}
