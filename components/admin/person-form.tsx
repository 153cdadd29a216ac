'use client'

import { useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { ROLE_LABELS } from '@/lib/access/roles'
import { GIVEN_ROLES, personSchema } from '@/lib/people/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { Select, TextInput } from '../ui/field'
import { Panel } from '../ui/panel'

type Props = { agencies: readonly { id: string; name: string }[]; add: (input: never) => Promise<Outcome<{ password: string | null }>> }

/** Gives somebody a role. A new account's password is shown once, to be told by voice. */
export function PersonForm({ agencies, add }: Props) {
  const [given, setGiven] = useState<{ password: string | null } | null>(null)
  const command = useCommand<{ name: string; email: string; role: string; agencyId: string }, { password: string | null }>({
    schema: personSchema,
    defaultValues: { name: '', email: '', role: '', agencyId: '' },
    action: add,
    done: setGiven,
  })
  const { register } = command.form
  if (given) {
    return (
      <div className="max-w-form space-y-4">
        <Panel title="They can sign in" reference={given.password ?? undefined}>
          {given.password ? 'Tell them this password by voice. It is shown here once, and they are asked for one of their own.' : 'They have an account already, and sign in with the password they have.'}
        </Panel>
        <ButtonLink href="/admin">Back to people</ButtonLink>
      </div>
    )
  }
  return (
    <CommandForm command={command} className="max-w-form">
      <Card title="Who, and as what" fields>
        <TextInput label="Name" error={command.errorOf('name')} {...register('name')} />
        <TextInput label="E-mail address" type="email" error={command.errorOf('email')} {...register('email')} />
        <Select label="Role" placeholder="Choose" options={GIVEN_ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }))} error={command.errorOf('role')} {...register('role')} />
        <Select label="Agency" placeholder="Choose" options={agencies.map(({ id, name }) => ({ value: id, label: name }))} error={command.errorOf('agencyId')} {...register('agencyId')} />
        <Button type="submit" pending={command.pending} pendingLabel="Adding…">
          Add
        </Button>
      </Card>
    </CommandForm>
  )
}
