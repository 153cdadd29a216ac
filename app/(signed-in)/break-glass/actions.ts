'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { closeGlass, openGlass } from '@/lib/break-glass/commands'
import { searchGlass } from '@/lib/break-glass/queries'
import { reviewGlass } from '@/lib/break-glass/review'

export async function searchGlassAction(input: InputOf<typeof searchGlass>) {
  return perform(searchGlass, input)
}

export async function openGlassAction(input: InputOf<typeof openGlass>) {
  return perform(openGlass, input)
}

export async function closeGlassAction(input: InputOf<typeof closeGlass>) {
  return perform(closeGlass, input)
}

export async function reviewGlassAction(input: InputOf<typeof reviewGlass>) {
  return perform(reviewGlass, input)
}
