'use client'

import type { Outcome } from '@/lib/access/outcome'
import { passwordSchema } from '@/lib/people/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { TextInput } from '../ui/field'

/** Changes one's own password. */
export function PasswordForm({ change }: { change: (input: never) => Promise<Outcome<unknown>> }) {
  const command = useCommand<{ current: string; next: string }, unknown>({
    schema: passwordSchema,
    defaultValues: { current: '', next: '' },
    action: change,
    done: () => window.location.replace('/today'),
  })
  const { register } = command.form
  return (
    <CommandForm command={command} className="max-w-md space-y-5">
      <TextInput label="The password you signed in with" type="password" autoComplete="current-password" error={command.errorOf('current')} {...register('current')} />
      <TextInput label="Your new password" type="password" autoComplete="new-password" hint="At least 12 characters. Three or four words make a good one." error={command.errorOf('next')} {...register('next')} />
      <Button type="submit" pending={command.pending} pendingLabel="Saving…">
        Change password
      </Button>
    </CommandForm>
  )
}
