'use client'

import type { Outcome } from '@/lib/access/outcome'
import { callOffSchema, moveSchema } from '@/lib/strategy/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { TextArea, TextInput } from '../ui/field'
import { useAgain } from './again'

type Command = (input: never) => Promise<Outcome<unknown>>
type About = { meetingId: string; version: number }
type Props = About & {
  /** The time it is planned for, as a field of date and time shows it. */
  planned: string
  /** A review is moved and never called off. */
  review: boolean
  move: Command
  callOff: Command
}

/** For the lead: a planned meeting is moved, or called off. */
export function ChangeCard({ meetingId, version, planned, review, move, callOff }: Props) {
  const { key, again } = useAgain()
  return (
    <Card title="Change the meeting">
      <Details summary="Move it"><MoveForm key={`${key} ${version}`} meetingId={meetingId} version={version} planned={planned} move={move} done={again} /></Details>
      {review ? <p className="text-[0.9375rem] text-ink-soft">This is the review of an earlier meeting, so it is not called off: a meeting resolves it.</p> : (
        <Details summary="Call it off"><OffForm key={`${key} off ${version}`} meetingId={meetingId} version={version} callOff={callOff} done={again} /></Details>
      )}
    </Card>
  )
}

function MoveForm({ meetingId, version, planned, move, done }: About & { planned: string; move: Command; done: () => void }) {
  const command = useCommand<About & { movedTo: string; moveWhy: string }, unknown>({ schema: moveSchema, defaultValues: { meetingId, version, movedTo: planned, moveWhy: '' }, action: move, done })
  const { form: { register }, errorOf } = command
  return (
    <CommandForm command={command} className="space-y-4">
      <p>Each invited agency is told the new time.</p>
      <TextInput type="datetime-local" label="New day and time" error={errorOf('movedTo')} {...register('movedTo')} />
      <TextArea label="Why is it moved?" rows={2} error={errorOf('moveWhy')} {...register('moveWhy')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Moving…">Move it</Button>
    </CommandForm>
  )
}

function OffForm({ meetingId, version, callOff, done }: About & { callOff: Command; done: () => void }) {
  const command = useCommand<About & { offWhy: string }, unknown>({ schema: callOffSchema, defaultValues: { meetingId, version, offWhy: '' }, action: callOff, done })
  return (
    <CommandForm command={command} className="space-y-4">
      <p>Each invited agency is told, and sees nothing of this meeting from then on. What happened stays on the record.</p>
      <TextArea label="Why does it not meet?" hint="And what keeps the young person safe instead" rows={2} error={command.errorOf('offWhy')} {...command.form.register('offWhy')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Calling off…">Call it off</Button>
    </CommandForm>
  )
}
