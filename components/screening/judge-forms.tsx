'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { mergeSchema, tellApartSchema, undoSchema } from '@/lib/screening/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Details } from '../ui/details'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Action = (input: never) => Promise<Outcome<unknown>>
type Named = { id: string; name: string; reference: string }
export type JudgeActions = { tellApart: Action; askToJoin: Action; merge: Action | null }

/** What a person may say of two records: not the same child; the same, where they may join them; else to ask for it. */
export function JudgeForms({ child, other, actions }: { child: Named; other: Named; actions: JudgeActions }) {
  return (
    <div className="no-print">
      {actions.merge ? <MergeForm child={child} other={other} merge={actions.merge} /> : <ReasonForm child={child} other={other} action={actions.askToJoin} summary="Ask the safeguarding lead to join them" label="Why they may be the same child" send="Ask the lead" done="The safeguarding lead has been asked." />}
      <ReasonForm child={child} other={other} action={actions.tellApart} summary="They are not the same child" label="Why they are not the same child" send="Not the same child" />
    </div>
  )
}

function MergeForm({ child, other, merge }: { child: Named; other: Named; merge: Action }) {
  const router = useRouter()
  const command = useCommand({
    schema: mergeSchema,
    defaultValues: { childId: child.id, otherId: other.id, keptId: '', reason: '' },
    action: merge,
    done: () => router.refresh(),
  })
  const own = idsOf(other.id, command)
  return (
    <Details summary="They are the same child">
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
        <Button type="submit" pending={command.pending} pendingLabel="Joining…">
          Join the two records
        </Button>
      </CommandForm>
    </Details>
  )
}

type ReasonProps = { child: Named; other: Named; action: Action; summary: string; label: string; send: string; done?: string }

function ReasonForm({ child, other, action, summary, label, send, done }: ReasonProps) {
  const router = useRouter()
  const [said, setSaid] = useState(false)
  const command = useCommand({
    schema: tellApartSchema,
    defaultValues: { childId: child.id, otherId: other.id, reason: '' },
    action,
    done: () => (done ? setSaid(true) : router.refresh()),
  })
  const own = idsOf(`${other.id}-${send.charAt(0)}`, command)
  if (said) return <p role="status">{done}</p>
  return (
    <Details summary={summary}>
      <CommandForm command={own.command} className="space-y-4">
        <TextArea label={label} rows={3} id={own.id('reason')} error={command.errorOf('reason')} {...command.form.register('reason')} />
        <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Saving…">
          {send}
        </Button>
      </CommandForm>
    </Details>
  )
}

/** Undoes what was judged of two records, with a reason. */
export function UndoForm({ judgementId, same, undo }: { judgementId: string; same: boolean; undo: Action }) {
  const router = useRouter()
  const command = useCommand({ schema: undoSchema, defaultValues: { judgementId, reason: '' }, action: undo, done: () => router.refresh() })
  const own = idsOf(judgementId, command)
  return (
    <Details summary={same ? 'Undo this and separate the records' : 'Undo this, so that they may be proposed again'}>
      <CommandForm command={own.command} className="space-y-4">
        {same ? <p>Both records stand apart again, as they were. What came since stays with the record it was written on.</p> : null}
        <TextArea label="Why it is undone" rows={3} id={own.id('reason')} error={command.errorOf('reason')} {...command.form.register('reason')} />
        <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Saving…">
          {same ? 'Separate the records' : 'Undo'}
        </Button>
      </CommandForm>
    </Details>
  )
}

/** Several of these forms stand on one page, so that each field has an id of its own. */
function idsOf<C extends { errors: readonly { href: `#${string}`; message: string }[] }>(suffix: string, command: C) {
  return {
    id: (name: string) => `${name}-${suffix}`,
    command: { ...command, errors: command.errors.map((error) => ({ ...error, href: `${error.href}-${suffix}` as const })) },
  }
}
