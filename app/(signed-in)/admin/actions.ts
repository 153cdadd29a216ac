'use server'

import { refresh } from 'next/cache'
import { perform } from '@/lib/access/web'
import { restoreRole, revokeRole } from '@/lib/people/commands'

export async function revokeRoleAction(assignmentId: string) {
  const answer = await perform(revokeRole, { assignmentId })
  if (answer.ok) refresh()
  return answer
}

export async function restoreRoleAction(assignmentId: string) {
  const answer = await perform(restoreRole, { assignmentId })
  if (answer.ok) refresh()
  return answer
}
