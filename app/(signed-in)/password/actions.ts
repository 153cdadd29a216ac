'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { changePassword } from '@/lib/people/password'

export async function changePasswordAction(input: InputOf<typeof changePassword>) {
  return perform(changePassword, input)
}
