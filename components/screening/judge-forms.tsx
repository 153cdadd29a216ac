'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { keptKey, type FormDraft, type KeptForms } from '@/lib/drafts/kept-form'
import { mergeSchema, tellApartSchema, undoSchema } from '@/lib/screening/schema'
import { CommandForm } from '../forms/command-form'
import { ownIds } from '../forms/own-ids'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Details } from '../ui/details'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Action = (input: never) => Promise<Outcome<unknown>>
type Named = { id: string; name: string; reference: string }
export type JudgeActions = { tellApart: Action; askToJoin: Action; merge: Action | null }

type JudgeProps = { child: Named; other: Named; actions: JudgeActions; drafts: KeptForms }

/** What a person may say of two records: not the same child; the same, where they may join them; else to ask for it. */
export function JudgeForms({ child, other, actions, drafts }: JudgeProps) {
  const of = (form: 'joined' | 'join_asked' | 'told_apart') => ({ child, other, draft: drafts[keptKey(form, child.id, other.id)] })
  return (
    <div className="no-print">
      {actions.merge ? <MergeForm {...of('joined')} merge={actions.merge} /> : <ReasonForm {...of('join_asked')} action={actions.askToJoin} summary="Ask the safeguarding lead to join them" label="Why they may be the same child" send="Ask the lead" done="The safeguarding lead has been asked." />}
      <ReasonForm {...of('told_apart')} action={actions.tellApart} summary="They are not the same child" label="Why they are not the same child" send="Not the same child" />
    </div>
  )
}

function MergeForm({ child, other, merge, draft }: { child: Named; other: Named; merge: Action; draft: FormDraft | undefined }) {
  const router = useRouter()
  const command = useKeptCommand({
    schema: mergeSchema,
    empty: { childId: child.id, otherId: other.id, keptId: '', reason: '' },
    fixed: { childId: child.id, otherId: other.id },
    draft,
    action: merge,
    done: () => router.refresh(),
  })
  const own = ownIds(other.id, command)
  return (
    <Details summary="They are the same child" open={command.unsaved !== undefined}>
      <CommandForm command={own.command} className="space-y-4">
        <p>Nothing is moved or deleted: the record you keep shows both histories, and you can undo this.</p>
        <Radios
          legend="Which record is kept?"
          hint="What comes new goes to it. Keep the one with the open case, or the fuller one."
          small
          id={own.id('keptId')}
          error={command.errorOf('keptId')}
          options={[child, other].map(({ id, name, reference }) => ({ value: id, label: `${name}, ${reference}` }))}
          {...command.form.register('keptId')}
        />
        <TextArea label="Why they are the same child" rows={3} id={own.id('reason')} error={command.errorOf('reason')} {...command.form.register('reason')} />
        <SendRow command={command} sending="Joining…">Join the two records</SendRow>
      </CommandForm>
    </Details>
  )
}

type ReasonProps = { child: Named; other: Named; action: Action; summary: string; label: string; send: string; done?: string; draft: FormDraft | undefined }

function ReasonForm({ child, other, action, summary, label, send, done, draft }: ReasonProps) {
  const router = useRouter()
  const [said, setSaid] = useState(false)
  const command = useKeptCommand({
    schema: tellApartSchema,
    empty: { childId: child.id, otherId: other.id, reason: '' },
    fixed: { childId: child.id, otherId: other.id },
    draft,
    action,
    done: () => (done ? setSaid(true) : router.refresh()),
  })
  const own = ownIds(`${other.id}-${send.charAt(0)}`, command)
  if (said) return <p role="status">{done}</p>
  return (
    <Details summary={summary} open={command.unsaved !== undefined}>
      <CommandForm command={own.command} className="space-y-4">
        <TextArea label={label} rows={3} id={own.id('reason')} error={command.errorOf('reason')} {...command.form.register('reason')} />
        <SendRow command={command} variant="secondary" sending="Saving…">{send}</SendRow>
      </CommandForm>
    </Details>
  )
}

/** Undoes what was judged of two records, with a reason. */
export function UndoForm({ judgementId, same, undo, draft }: { judgementId: string; same: boolean; undo: Action; draft: FormDraft | undefined }) {
  const router = useRouter()
  const command = useKeptCommand({ schema: undoSchema, empty: { judgementId, reason: '' }, fixed: { judgementId }, draft, action: undo, done: () => router.refresh() })
  const own = ownIds(judgementId, command)
  return (
    <Details summary={same ? 'Undo this and separate the records' : 'Undo this, so that they may be proposed again'} open={command.unsaved !== undefined}>
      <CommandForm command={own.command} className="space-y-4">
        {same ? <p>Both records stand apart again, as they were. What came since stays with the record it was written on.</p> : null}
        <TextArea label="Why it is undone" rows={3} id={own.id('reason')} error={command.errorOf('reason')} {...command.form.register('reason')} />
        <SendRow command={command} variant="secondary" sending="Saving…">{same ? 'Separate the records' : 'Undo'}</SendRow>
      </CommandForm>
    </Details>
  )
}
