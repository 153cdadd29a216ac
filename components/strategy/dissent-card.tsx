'use client'

import type { Outcome } from '@/lib/access/outcome'
import { dissentSchema } from '@/lib/strategy/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Select, TextArea } from '../ui/field'
import { When } from '../when'
import { useAgain } from './again'

type Props = {
  dissents: readonly { id: string; agency?: string; words: string; by: string; at: string }[]
  meetingId: string
  submissionKey: string
  /** Whose it is, where the writer may write for any. */
  agencies?: readonly { id: string; name: string }[]
  /** Left out once the minutes are out. */
  add?: (input: never) => Promise<Outcome<unknown>>
}

/** Who does not agree, in their words. It stands beside the decision and changes nothing of it. */
export function DissentCard({ dissents, add, ...form }: Props) {
  const { key, again } = useAgain()
  return (
    <Card title="Who does not agree" id="dissent">
      {dissents.length ? null : <p className="text-ink-soft">Nobody has said so.</p>}
      <ul className="divide-y">
        {dissents.map((one) => (
          <li key={one.id} className="py-2.5 first:pt-0">
            {one.agency ? <p className="font-semibold">{one.agency}</p> : null}
            <p dir="auto" className="whitespace-pre-line wrap-anywhere">{one.words}</p>
            <p className="text-[0.9375rem] text-ink-soft">Written down by {one.by}, <When at={one.at} /></p>
          </li>
        ))}
      </ul>
      {add ? <Details summary="Write down that an agency does not agree"><DissentForm key={key} {...form} submissionKey={key === 'first' ? form.submissionKey : key} add={add} done={again} /></Details> : null}
    </Card>
  )
}

function DissentForm({ meetingId, submissionKey, agencies, add, done }: Omit<Props, 'dissents'> & { add: NonNullable<Props['add']>; done: () => void }) {
  const command = useCommand<{ meetingId: string; submissionKey: string; dissentBy: string; words: string }, unknown>({
    schema: dissentSchema,
    defaultValues: { meetingId, submissionKey, dissentBy: '', words: '' },
    action: add,
    done,
  })
  const { form: { register }, errorOf } = command
  return (
    <CommandForm command={command} className="space-y-5 no-print">
      {agencies ? <Select label="Which agency does not agree?" placeholder="Choose" width="full" options={agencies.map(({ id, name }) => ({ value: id, label: name }))} error={errorOf('dissentBy')} {...register('dissentBy')} /> : null}
      <TextArea label="With what, and why?" hint="In the agency’s own words" rows={3} error={errorOf('words')} {...register('words')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Saving…">Write it down</Button>
    </CommandForm>
  )
}
