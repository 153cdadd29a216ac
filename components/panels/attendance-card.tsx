'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { AttendanceView } from '@/lib/panels/load'
import type { Attendee } from '@/lib/panels/run'
import { attendSchema } from '@/lib/panels/schema'
import { SEATS } from '@/lib/pathway/panel'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Select, TextInput } from '../ui/field'
import { Press, type Command } from './press'

type Props = { panelId: string; attendance: readonly AttendanceView[]; missing: readonly string[]; people?: readonly Attendee[]; attend?: Command | undefined; leave?: Command | undefined }
const seatLabel = (seat: string) => SEATS.find(({ id }) => id === seat)?.label ?? seat

/** Who is at the table, and whether the panel may decide. */
export function AttendanceCard({ panelId, attendance, missing, people = [], attend, leave }: Props) {
  const [sent, setSent] = useState(0)
  const router = useRouter()
  const here = attendance.filter(({ leftAt }) => !leftAt)
  return (
    <Card title={here.length ? `At the table: ${here.length}` : 'At the table'} id="attendance">
      <p className="mb-3">{missing.length ? <><strong>No quorum yet.</strong> Missing: {missing.join('; ')}.</> : <strong>There is a quorum.</strong>}</p>
      <ul className="divide-y">
        {here.map(({ id, seat, name, agency }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-1.5">
            <span className="wrap-anywhere"><span className="font-semibold">{name}</span>, {seatLabel(seat)}{agency ? <span className="text-ink-soft"> ({agency})</span> : null}</span>
            {leave ? <Press command={leave} variant="quiet" size="small" label={`${name} has left`} input={{ attendanceId: id }}>Has left</Press> : null}
          </li>
        ))}
      </ul>
      {attend ? <AttendForm key={sent} panelId={panelId} people={people} attend={attend} done={() => startTransition(() => { router.refresh(); setSent((times) => times + 1) })} /> : null}
    </Card>
  )
}

function AttendForm({ panelId, people, attend, done }: { panelId: string; people: readonly Attendee[]; attend: Command; done: () => void }) {
  const command = useCommand<{ seat: string; userId: string; name: string }, unknown>({
    schema: attendSchema,
    defaultValues: { seat: '', userId: '', name: '' },
    toInput: (form) => ({ ...form, panelId, agencyId: '', name: form.userId ? '' : form.name }),
    action: attend,
    done,
  })
  const { form: { register, control }, errorOf } = command
  const chosen = useWatch({ control, name: 'userId' })
  return (
    <CommandForm command={command} className="mt-4 space-y-3 border-t pt-4">
      <Select label="Speaks for" placeholder="Choose" options={SEATS.map(({ id: value, label }) => ({ value, label }))} error={errorOf('seat')} {...register('seat')} />
      <Select label="Who" placeholder="Somebody who is not in this list" options={people.map(({ id: value, name, agency }) => ({ value, label: agency ? `${name}, ${agency}` : name }))} error={errorOf('userId')} {...register('userId')} />
      {chosen ? null : <TextInput label="Their name and agency" error={errorOf('name')} {...register('name')} />}
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Saving…">They are here</Button>
    </CommandForm>
  )
}
