'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { PanelStart } from '@/lib/panels/build'
import { beginSchema } from '@/lib/panels/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { Select, TextInput } from '../ui/field'
import type { Command } from './press'

type Form = { submissionKey: string; heldAt: string; place: string; chairId: string; deputyId: string; agencyIds: string[] }

/** A new panel: when and where, who chairs, and which agencies are asked. */
export function BeginForm({ start, submissionKey, chairId, begin }: { start: PanelStart; submissionKey: string; chairId: string; begin: Command<{ id: string }> }) {
  const router = useRouter()
  const command = useCommand<Form, { id: string }>({
    schema: beginSchema,
    defaultValues: { submissionKey, heldAt: start.heldAt, place: '', chairId, deputyId: '', agencyIds: start.agencies.map(({ id }) => id) },
    action: begin,
    done: ({ id }) => router.push(`/panels/${id}` as Route),
  })
  const { form: { register }, errorOf } = command
  const people = start.people.map(({ id: value, name: label }) => ({ value, label }))
  return (
    <CommandForm command={command} className="max-w-form space-y-6">
      <Card title="The meeting" fields>
        <TextInput type="datetime-local" width="m" label="When it meets" hint="The next on the cycle, unless you change it" error={errorOf('heldAt')} {...register('heldAt')} />
        <TextInput label="Where" hint="A room, or “Online”" error={errorOf('place')} {...register('place')} />
        <Select label="Chair" placeholder="Choose" options={people} error={errorOf('chairId')} {...register('chairId')} />
        <Select label="Deputy" hint="Takes the chair where the chair has a conflict of interest or cannot come. You can name one later" optional placeholder="Nobody yet" options={people} error={errorOf('deputyId')} {...register('deputyId')} />
      </Card>
      <Card title="Who is asked" fields>
        <Checkboxes legend="Agencies" hint="Each answers for itself before the meeting, and sees its own answers only" options={start.agencies.map(({ id: value, name: label }) => ({ value, label }))} error={errorOf('agencyIds')} id="agencyIds" {...register('agencyIds')} />
      </Card>
      <Button type="submit" pending={command.pending} pendingLabel="Planning…">Plan the panel</Button>
    </CommandForm>
  )
}
