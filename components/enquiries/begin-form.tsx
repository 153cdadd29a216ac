'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { fromDraft } from '@/lib/drafts/restore'
import type { EnquiryStart } from '@/lib/enquiries/begin'
import { beginSchema } from '@/lib/enquiries/schema'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { Details } from '../ui/details'
import { TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'

type Form = {
  submissionKey: string; subject: string; personName: string; personDetails: string
  subjectLine: string; told: string; question: string; agencyIds: string[]; besides: Record<string, string>; dueAt: string
}

type Props = {
  start: EnquiryStart
  begin: (input: never) => Promise<Outcome<{ id: string }>>
  draft: { id: string; content: Record<string, unknown> | undefined }
  /** A fresh key, for an enquiry that is begun now. */
  submissionKey: string
}

/** What stands in the form for each agency that is asked; what was typed for one that was taken out is not sent. */
function besidesOf({ besides, agencyIds }: Form) {
  return Object.entries(besides).filter(([id, text]) => text.trim() && agencyIds.includes(id)).map(([agencyId, text]) => ({ agencyId, text }))
}

/** Whom it is about, what the agencies are told and asked, who is asked, and until when. */
export function BeginForm({ start, begin, draft, submissionKey }: Props) {
  const router = useRouter()
  const { child, contact, agencies } = start
  const [content] = useState(draft.content)
  const room = agencies.filter(({ inTheRoom }) => inTheRoom)
  const others = agencies.filter(({ inTheRoom }) => !inTheRoom)
  const empty: Form = {
    submissionKey, subject: child ? 'child' : 'person', personName: '', personDetails: '',
    subjectLine: child ? `${child.name}. ${child.born}` : '', told: '', question: '', agencyIds: room.map(({ id }) => id), besides: {}, dueAt: start.dueAt,
  }
  const command = useCommand<Form, { id: string }>({
    schema: beginSchema,
    defaultValues: fromDraft(empty, content),
    toInput: (form) => ({ ...form, besides: besidesOf(form), ...(child ? { childId: child.id } : {}), ...(contact ? { contactId: contact.id } : {}) }),
    draft: { kind: 'enquiry', id: draft.id },
    action: begin,
    done: ({ id }) => router.push(`/enquiries/${id}` as Route),
  })
  const { register, control } = command.form
  const { errorOf } = command
  const subject = useWatch({ control, name: 'subject' })
  const chosen = useWatch({ control, name: 'agencyIds' })
  const asked = agencies.filter(({ id }) => chosen.includes(id))
  return (
    <CommandForm command={command} className="max-w-3xl space-y-6">
      {content ? <DraftNotice draftId={draft.id} /> : null}
      <Card title="Who this is about" fields>
        {child ? (
          <Radios legend="Ask about" id="subject" options={[{ value: 'child', label: child.name, hint: child.born }, { value: 'person', label: 'Somebody suspected of harming a child' }]} error={errorOf('subject')} {...register('subject')} />
        ) : (
          <p>No child is named here, so this asks about a person of concern.</p>
        )}
        {subject === 'person' ? (
          <>
            <TextInput label="Name, or what they are known by" error={errorOf('personName')} {...register('personName')} />
            <TextArea label="What is known of them" optional hint="For this record. The agencies are told only what you write below" rows={2} error={errorOf('personDetails')} {...register('personDetails')} />
          </>
        ) : null}
      </Card>
      <Card title="What the agencies are told" fields>
        <TextInput label="Who they are asked about" hint="A name and date of birth, so that they find the right records" error={errorOf('subjectLine')} {...register('subjectLine')} />
        <TextArea label="What they are told" hint="What they need to answer, and no more. Every agency below reads this" rows={4} error={errorOf('told')} {...register('told')} />
        <TextArea label="What you ask" rows={3} error={errorOf('question')} {...register('question')} />
      </Card>
      <Card title="Whom you ask, and until when" fields>
        <Checkboxes legend="Agencies in the room" id="agencyIds" hint={room.length ? undefined : 'No agency is on the room’s standing list yet'} error={errorOf('agencyIds')} options={room.map(({ id, name }) => ({ value: id, label: name }))} {...register('agencyIds')} />
        {others.length ? (
          <Details summary="Other agencies" open={room.length === 0}>
            <Checkboxes legend="Other agencies" legendHidden id="otherAgencies" small options={others.map(({ id, name }) => ({ value: id, label: name }))} {...register('agencyIds')} />
          </Details>
        ) : null}
        {asked.length ? (
          <Details summary="Ask one agency something more" open={besidesOf(command.form.getValues()).length > 0}>
            <p>No other agency reads it.</p>
            <div className="space-y-4">
              {asked.map(({ id, name }) => <TextInput key={id} label={`Also ask ${name}`} optional {...register(`besides.${id}`)} />)}
            </div>
          </Details>
        ) : null}
        <TextInput type="datetime-local" width="m" label="Answer by" hint="The same time on the next working day, unless you say otherwise" error={errorOf('dueAt')} {...register('dueAt')} />
      </Card>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" pending={command.pending} pendingLabel="Asking…">Ask the agencies</Button>
        <SaveStatus {...command.kept} />
      </div>
    </CommandForm>
  )
}
