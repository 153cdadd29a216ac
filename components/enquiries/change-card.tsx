'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import type { EnquiryView } from '@/lib/enquiries/read'
import { askAnotherSchema, moveTimeSchema } from '@/lib/enquiries/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Select, TextArea, TextInput } from '../ui/field'

type Command = (input: never) => Promise<Outcome<unknown>>
type Shown = Pick<EnquiryView, 'id' | 'dueAt' | 'another' | 'answers'>

/** For the lead of an open enquiry: one more agency, or another time. Each form begins again once it is sent; what others do meanwhile leaves it alone. */
export function ChangeCard({ enquiry, waiting, askAnother, moveTime }: { enquiry: Shown; waiting: number; askAnother: Command; moveTime: Command }) {
  const { agencies } = enquiry.another
  const [sent, setSent] = useState(0)
  const router = useRouter()
  // one transition: the form begins again with what the page says then
  const done = () => startTransition(() => {
    router.refresh()
    setSent((times) => times + 1)
  })
  if (!agencies.length && !waiting) return null
  return (
    <Card title="Change who is asked, or until when">
      {agencies.length ? <Details summary="Ask one more agency"><AnotherForm key={sent} enquiry={enquiry} ask={askAnother} done={done} /></Details> : null}
      {waiting ? <Details summary="Move the time to answer"><TimeForm key={sent} enquiry={enquiry} move={moveTime} done={done} /></Details> : null}
    </Card>
  )
}

function AnotherForm({ enquiry: { id, another }, ask, done }: { enquiry: Shown; ask: Command; done: () => void }) {
  const command = useCommand<{ enquiryId: string; agencyId: string; besides: string; dueAt: string }, unknown>({
    schema: askAnotherSchema,
    defaultValues: { enquiryId: id, agencyId: '', besides: '', dueAt: another.dueAt },
    action: ask,
    done,
  })
  const { form: { register }, errorOf } = command
  return (
    <CommandForm command={command} className="space-y-5">
      <p>It is told and asked what the others were.</p>
      <Select label="Agency" placeholder="Choose" options={another.agencies.map(({ id: value, name: label }) => ({ value, label }))} error={errorOf('agencyId')} {...register('agencyId')} />
      <TextArea label="Also ask this agency" optional hint="No other agency reads it" rows={2} error={errorOf('besides')} {...register('besides')} />
      <TextInput type="datetime-local" width="m" label="This agency answers by" error={errorOf('dueAt')} {...register('dueAt')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Asking…">Ask this agency</Button>
    </CommandForm>
  )
}

function TimeForm({ enquiry: { id, dueAt, another }, move, done }: { enquiry: Shown; move: Command; done: () => void }) {
  const command = useCommand<{ enquiryId: string; was: string; newDueAt: string; reason: string }, unknown>({
    schema: moveTimeSchema,
    defaultValues: { enquiryId: id, was: dueAt, newDueAt: another.dueAt, reason: '' },
    action: move,
    done,
  })
  const { form: { register }, errorOf } = command
  return (
    <CommandForm command={command} className="space-y-5">
      <p>It moves for the agencies that have not answered, and each is told.</p>
      <TextInput type="datetime-local" width="m" label="New time to answer" error={errorOf('newDueAt')} {...register('newDueAt')} />
      <TextArea label="Why it is moved" hint="Kept with the enquiry. The agencies do not read it" rows={2} error={errorOf('reason')} {...register('reason')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Moving…">Move the time</Button>
    </CommandForm>
  )
}
