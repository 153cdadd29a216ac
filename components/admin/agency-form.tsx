'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { AGENCY_KIND_LABELS, AGENCY_KINDS, agencySchema } from '@/lib/areas/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Select, TextInput } from '../ui/field'

/** Adds an agency of the area. */
export function AgencyForm({ add }: { add: (input: never) => Promise<Outcome<unknown>> }) {
  const router = useRouter()
  const command = useCommand<{ name: string; kind: string }, unknown>({
    schema: agencySchema,
    defaultValues: { name: '', kind: '' },
    action: add,
    done: () => router.push('/admin/new' as Route),
  })
  const { register } = command.form
  return (
    <CommandForm command={command} className="max-w-form">
      <Card title="The agency" fields>
        <TextInput label="Name" error={command.errorOf('name')} {...register('name')} />
        <Select label="Kind" placeholder="Choose" options={AGENCY_KINDS.map((kind) => ({ value: kind, label: AGENCY_KIND_LABELS[kind] }))} error={command.errorOf('kind')} {...register('kind')} />
        <Button type="submit" pending={command.pending} pendingLabel="Adding…">
          Add
        </Button>
      </Card>
    </CommandForm>
  )
}
