'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { saveTemplate } from '@/lib/templates/commands'

export async function saveTemplateAction(input: InputOf<typeof saveTemplate>) {
  return perform(saveTemplate, input)
}
