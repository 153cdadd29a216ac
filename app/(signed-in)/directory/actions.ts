'use server'

import { refresh } from 'next/cache'
import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { addService, changeService, restoreService, retireService } from '@/lib/services/commands'

export async function addServiceAction(input: InputOf<typeof addService>) {
  return perform(addService, input)
}

export async function changeServiceAction(input: InputOf<typeof changeService>) {
  return perform(changeService, input)
}

export async function retireServiceAction(input: InputOf<typeof retireService>) {
  const answer = await perform(retireService, input)
  if (answer.ok) refresh()
  return answer
}

export async function restoreServiceAction(input: InputOf<typeof restoreService>) {
  const answer = await perform(restoreService, input)
  if (answer.ok) refresh()
  return answer
}
