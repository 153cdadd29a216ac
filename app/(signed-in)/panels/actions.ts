'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { addItem, beginPanel, deferItem, inviteAgency } from '@/lib/panels/build'
import { decideItem } from '@/lib/panels/decide'
import { makeLetters, sendLetter } from '@/lib/panels/letters'
import { answerPanel } from '@/lib/panels/own'
import { addNote, attend, declareConflict, leave, liftConflict, movePanel } from '@/lib/panels/run'

export async function beginPanelAction(input: InputOf<typeof beginPanel>) {
  return perform(beginPanel, input)
}

export async function addItemAction(input: InputOf<typeof addItem>) {
  return perform(addItem, input)
}

export async function deferItemAction(input: InputOf<typeof deferItem>) {
  return perform(deferItem, input)
}

export async function inviteAgencyAction(input: InputOf<typeof inviteAgency>) {
  return perform(inviteAgency, input)
}

export async function movePanelAction(input: InputOf<typeof movePanel>) {
  return perform(movePanel, input)
}

export async function attendAction(input: InputOf<typeof attend>) {
  return perform(attend, input)
}

export async function leaveAction(input: InputOf<typeof leave>) {
  return perform(leave, input)
}

export async function addNoteAction(input: InputOf<typeof addNote>) {
  return perform(addNote, input)
}

export async function declareConflictAction(input: InputOf<typeof declareConflict>) {
  return perform(declareConflict, input)
}

export async function liftConflictAction(input: InputOf<typeof liftConflict>) {
  return perform(liftConflict, input)
}

export async function answerPanelAction(input: InputOf<typeof answerPanel>) {
  return perform(answerPanel, input)
}

export async function decideItemAction(input: InputOf<typeof decideItem>) {
  return perform(decideItem, input)
}

export async function makeLettersAction(input: InputOf<typeof makeLetters>) {
  return perform(makeLetters, input)
}

export async function sendLetterAction(input: InputOf<typeof sendLetter>) {
  return perform(sendLetter, input)
}
