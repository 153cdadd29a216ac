'use server'

import type { InputOf } from '@/lib/access/operation'
import { perform } from '@/lib/access/web'
import { signIn, signOut } from '@/lib/handovers/commands'

export async function signOutAction(input: InputOf<typeof signOut>) {
  return perform(signOut, input)
}

export async function signInAction(input: InputOf<typeof signIn>) {
  return perform(signIn, input)
}
