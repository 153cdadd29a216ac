'use client'

import type { Outcome } from '@/lib/access/outcome'
import { missingText, STRATEGY_PARTS } from '@/lib/pathway/strategy-words'
import { attendSchema } from '@/lib/strategy/schema'
import type { AttendanceView, MeetingView } from '@/lib/strategy/view'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Select, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { Tag } from '../ui/tag'
import { useAgain } from './again'

type Command = (input: never) => Promise<Outcome<unknown>>
type Agency = { id: string; name: string }
type Props = { meeting: Pick<MeetingView, 'id' | 'attendance' | 'missing'>; agencies: readonly Agency[]; attend?: Command }

const partLabel = (part: AttendanceView['part']) => STRATEGY_PARTS.find(({ id }) => id === part)?.label ?? part

/** Who is there, whether that is a quorum, and a form to add somebody. */
export function AttendanceCard({ meeting, agencies, attend }: Props) {
  const { id, attendance, missing } = meeting
  const { key, again } = useAgain()
  return (
    <Card title="Who is there" id="attendance">
      <p className="mb-3 flex flex-wrap items-center gap-2">
        <Tag tone={missing.length ? 'amber' : 'green'}>{missing.length ? 'No quorum' : 'Quorum'}</Tag>
        <span>{missing.length ? missingText(missing) : 'Social care, health and the police are there.'}</span>
      </p>
      <ul className="divide-y">
        {attendance.map((one) => (
          <li key={one.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5 first:pt-0">
            <div className="min-w-0">
              <p className="font-semibold wrap-anywhere">{one.who}</p>
              <p className="text-[0.9375rem] text-ink-soft">{one.agency}. {partLabel(one.part)}{one.presence === 'apologies' ? '. Sent apologies' : ''}</p>
            </div>
            {attend ? <TakeBack meetingId={id} one={one} attend={attend} done={again} /> : null}
          </li>
        ))}
      </ul>
      {attend ? <Details summary="Add somebody" open={missing.length > 0}><AttendForm key={key} meetingId={id} agencies={agencies} attend={attend} done={again} /></Details> : null}
    </Card>
  )
}

type Form = { meetingId: string; agencyId: string; who: string; part: string; presence: string }

function AttendForm({ meetingId, agencies, attend, done }: { meetingId: string; agencies: readonly Agency[]; attend: Command; done: () => void }) {
  const command = useCommand<Form, unknown>({ schema: attendSchema, defaultValues: { meetingId, agencyId: '', who: '', part: '', presence: 'attended' }, action: attend, done })
  const { form: { register }, errorOf } = command
  return (
    <CommandForm command={command} className="space-y-5">
      <TextInput label="Who" hint="Name and post" error={errorOf('who')} {...register('who')} />
      <Select label="Their agency" placeholder="Choose" width="full" options={agencies.map(({ id, name }) => ({ value: id, label: name }))} error={errorOf('agencyId')} {...register('agencyId')} />
      <Radios legend="They come for" inline small id="part" options={STRATEGY_PARTS.map(({ id, label }) => ({ value: id, label }))} error={errorOf('part')} {...register('part')} />
      <Radios legend="Are they there?" inline small id="presence" options={[{ value: 'attended', label: 'There, or on the line' }, { value: 'apologies', label: 'Sent apologies' }]} error={errorOf('presence')} {...register('presence')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Adding…">Add them</Button>
    </CommandForm>
  )
}

/** What was written by mistake is said to be one; both stay in the record. */
function TakeBack({ meetingId, one, attend, done }: { meetingId: string; one: AttendanceView; attend: Command; done: () => void }) {
  const command = useCommand<Form, unknown>({ schema: attendSchema, defaultValues: { meetingId, agencyId: one.agencyId, who: one.who, part: one.part, presence: 'mistaken' }, action: attend, done })
  return (
    <CommandForm command={command} className="no-print">
      <Button type="submit" size="small" variant="quiet" pending={command.pending} pendingLabel="Saving…">Not there after all<span className="sr-only">: {one.who}</span></Button>
    </CommandForm>
  )
}
