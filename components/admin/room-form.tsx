'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { RoomAgency } from '@/lib/enquiries/room'
import { roomSchema } from '@/lib/enquiries/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'

/** Chooses the agencies that every enquiry asks. */
export function RoomForm({ agencies, save }: { agencies: readonly RoomAgency[]; save: (input: never) => Promise<Outcome<unknown>> }) {
  const router = useRouter()
  const command = useCommand<{ agencyIds: string[] }, unknown>({
    schema: roomSchema,
    defaultValues: { agencyIds: agencies.filter(({ inTheRoom }) => inTheRoom).map(({ id }) => id) },
    action: save,
    done: () => router.push('/admin' as Route),
  })
  return (
    <CommandForm command={command} className="max-w-form">
      <Card title="Agencies in the room" fields>
        <Checkboxes
          legend="Which agencies are asked?"
          id="agencyIds"
          small
          hint="The safeguarding lead can leave one out or add others each time."
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          error={command.errorOf('agencyIds')}
          {...command.form.register('agencyIds')}
        />
        <Button type="submit" pending={command.pending} pendingLabel="Saving…">Save</Button>
      </Card>
    </CommandForm>
  )
}
