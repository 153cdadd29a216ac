'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { answerItem } from '@/lib/quality-audits/answer'
import { addTheme } from '@/lib/quality-audits/conclude'
import { drawAudit } from '@/lib/quality-audits/draw'
import { giveItems } from '@/lib/quality-audits/given'
import { recordTalk } from '@/lib/quality-audits/providers'

export async function drawAuditAction(input: InputOf<typeof drawAudit>) {
  return perform(drawAudit, input)
}

export async function answerItemAction(input: InputOf<typeof answerItem>) {
  return perform(answerItem, input)
}

export async function giveItemsAction(input: InputOf<typeof giveItems>) {
  return perform(giveItems, input)
}

export async function addThemeAction(input: InputOf<typeof addTheme>) {
  return perform(addTheme, input)
}

export async function recordTalkAction(input: InputOf<typeof recordTalk>) {
  return perform(recordTalk, input)
}
