'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { decidePassage } from '@/lib/subject-access/decide'
import { endRequest, extendRequest, reopenRequest } from '@/lib/subject-access/end'
import { logRequest } from '@/lib/subject-access/log'
import { concludeReading, readSecond, sendToSecond } from '@/lib/subject-access/second'
import { beginReading, takeSince } from '@/lib/subject-access/take'

export async function logRequestAction(input: InputOf<typeof logRequest>) {
  return perform(logRequest, input)
}

export async function beginReadingAction(input: InputOf<typeof beginReading>) {
  return perform(beginReading, input)
}

export async function takeSinceAction(input: InputOf<typeof takeSince>) {
  return perform(takeSince, input)
}

export async function decidePassageAction(input: InputOf<typeof decidePassage>) {
  return perform(decidePassage, input)
}

export async function sendToSecondAction(input: InputOf<typeof sendToSecond>) {
  return perform(sendToSecond, input)
}

export async function readSecondAction(input: InputOf<typeof readSecond>) {
  return perform(readSecond, input)
}

export async function concludeReadingAction(input: InputOf<typeof concludeReading>) {
  return perform(concludeReading, input)
}

export async function extendRequestAction(input: InputOf<typeof extendRequest>) {
  return perform(extendRequest, input)
}

export async function endRequestAction(input: InputOf<typeof endRequest>) {
  return perform(endRequest, input)
}

export async function reopenRequestAction(input: InputOf<typeof reopenRequest>) {
  return perform(reopenRequest, input)
}
