'use server'

import { refresh } from 'next/cache'
import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { addAgency } from '@/lib/areas/commands'
import { setLabels } from '@/lib/areas/labels'
import { setRoom } from '@/lib/enquiries/room'
import { saveIndicators } from '@/lib/indicators/commands'
import { queueJob } from '@/lib/jobs/commands'
import { saveQuestions } from '@/lib/quality-audits/questions'
import { setSize } from '@/lib/quality-audits/sizes'
import { addPerson, restoreRole, revokeRole } from '@/lib/people/commands'

export async function addAgencyAction(input: InputOf<typeof addAgency>) {
  return perform(addAgency, input)
}

export async function addPersonAction(input: InputOf<typeof addPerson>) {
  return perform(addPerson, input)
}

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

export async function queueJobAction(job: string) {
  const answer = await perform(queueJob, { job })
  if (answer.ok) refresh()
  return answer
}

export async function setRoomAction(input: InputOf<typeof setRoom>) {
  return perform(setRoom, input)
}

export async function setLabelsAction(input: InputOf<typeof setLabels>) {
  return perform(setLabels, input)
}

export async function saveIndicatorsAction(input: InputOf<typeof saveIndicators>) {
  return perform(saveIndicators, input)
}

export async function saveQuestionsAction(input: InputOf<typeof saveQuestions>) {
  return perform(saveQuestions, input)
}

export async function setSizeAction(input: InputOf<typeof setSize>) {
  return perform(setSize, input)
}
