'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { answerEnquiry, correctEntry } from '@/lib/enquiries/answer'
import { askAnother } from '@/lib/enquiries/ask-another'
import { beginEnquiry } from '@/lib/enquiries/begin'
import { decideEnquiry } from '@/lib/enquiries/decide'
import { moveTime } from '@/lib/enquiries/move-time'
import { judgeName } from '@/lib/enquiries/names'
import { sendAgain } from '@/lib/enquiries/send-again'

export async function beginEnquiryAction(input: InputOf<typeof beginEnquiry>) {
  return perform(beginEnquiry, input)
}

export async function askAnotherAction(input: InputOf<typeof askAnother>) {
  return perform(askAnother, input)
}

export async function moveTimeAction(input: InputOf<typeof moveTime>) {
  return perform(moveTime, input)
}

export async function answerEnquiryAction(input: InputOf<typeof answerEnquiry>) {
  return perform(answerEnquiry, input)
}

export async function correctEntryAction(input: InputOf<typeof correctEntry>) {
  return perform(correctEntry, input)
}

export async function decideEnquiryAction(input: InputOf<typeof decideEnquiry>) {
  return perform(decideEnquiry, input)
}

export async function judgeNameAction(input: InputOf<typeof judgeName>) {
  return perform(judgeName, input)
}

export async function sendEnquiryAgainAction(input: InputOf<typeof sendAgain>) {
  return perform(sendAgain, input)
}
