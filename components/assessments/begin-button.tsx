'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import type { Outcome } from '@/lib/access/outcome'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'

/** Begins an assessment and opens it. */
export function BeginButton({ caseId, again, begin }: { caseId: string; again: boolean; begin: (input: never) => Promise<Outcome<{ id: string }>> }) {
  const router = useRouter()
  const command = useCommand<{ caseId: string }, { id: string }>({
    schema: z.strictObject({ caseId: z.uuid() }),
    defaultValues: { caseId },
    action: begin,
    done: ({ id }) => router.push(`/assessments/${id}` as Route),
  })
  return (
    <CommandForm command={command}>
      <Button type="submit" pending={command.pending} pendingLabel="Beginning…">{again ? 'Assess again' : 'Begin the risk assessment'}</Button>
    </CommandForm>
  )
}
