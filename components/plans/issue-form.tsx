'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { PlanProblem } from '@/lib/pathway/plan'
import { issueSchema } from '@/lib/plans/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'

type Props = { caseId: string; version: number; problems: readonly PlanProblem[]; again: boolean; issue: (input: never) => Promise<Outcome<unknown>> }

/** Issues a draft. What is missing stands here before anybody tries, each with the way to where it is written. */
export function IssueForm({ caseId, version, problems, again, issue }: Props) {
  const router = useRouter()
  const command = useCommand<{ caseId: string; version: number }, unknown>({
    schema: issueSchema,
    defaultValues: { caseId, version },
    action: issue,
    done: () => router.refresh(),
  })
  return (
    <Card title={again ? 'Issue the changed plan' : 'Issue this plan'} id="issue">
      <CommandForm command={command}>
        {problems.length ? (
          <>
            <p className="mb-1">Before it can be issued:</p>
            <ul className="mb-4 list-disc space-y-1 pl-6">
              {problems.map(({ at, message }) => (
                <li key={at}>
                  <TextLink id={at} href={`/cases/${caseId}/plan/edit#${at}`}>{message}</TextLink>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="mb-4">Once issued it is what was agreed and stays as it is. A change after that is a new draft.</p>
        )}
        <Button type="submit" pending={command.pending} pendingLabel="Issuing…">Issue the plan</Button>
      </CommandForm>
    </Card>
  )
}
