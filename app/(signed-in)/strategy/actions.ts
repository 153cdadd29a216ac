'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { callMeeting } from '@/lib/strategy/call'
import { callOffMeeting, moveMeeting } from '@/lib/strategy/change'
import { decideMeeting } from '@/lib/strategy/decide'
import { inviteAgency, withdrawInvitation } from '@/lib/strategy/invite'
import { issueMinutes } from '@/lib/strategy/minutes'
import { recordStep } from '@/lib/strategy/protection'
import { addDissent, addFact, recordAttendance } from '@/lib/strategy/say'

export async function callMeetingAction(input: InputOf<typeof callMeeting>) {
  return perform(callMeeting, input)
}

export async function inviteAgencyAction(input: InputOf<typeof inviteAgency>) {
  return perform(inviteAgency, input)
}

export async function withdrawInvitationAction(input: InputOf<typeof withdrawInvitation>) {
  return perform(withdrawInvitation, input)
}

export async function recordAttendanceAction(input: InputOf<typeof recordAttendance>) {
  return perform(recordAttendance, input)
}

export async function addFactAction(input: InputOf<typeof addFact>) {
  return perform(addFact, input)
}

export async function addDissentAction(input: InputOf<typeof addDissent>) {
  return perform(addDissent, input)
}

export async function decideMeetingAction(input: InputOf<typeof decideMeeting>) {
  return perform(decideMeeting, input)
}

export async function issueMinutesAction(input: InputOf<typeof issueMinutes>) {
  return perform(issueMinutes, input)
}

export async function recordStepAction(input: InputOf<typeof recordStep>) {
  return perform(recordStep, input)
}

export async function moveMeetingAction(input: InputOf<typeof moveMeeting>) {
  return perform(moveMeeting, input)
}

export async function callOffMeetingAction(input: InputOf<typeof callOffMeeting>) {
  return perform(callOffMeeting, input)
}
