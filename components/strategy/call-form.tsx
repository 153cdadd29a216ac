'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { fromDraft } from '@/lib/drafts/restore'
import { STRATEGY_SOURCES } from '@/lib/pathway/strategy-words'
import type { StrategyStart } from '@/lib/strategy/call'
import { callSchema } from '@/lib/strategy/schema'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'

type Form = { caseId: string; submissionKey: string; from: string; reason: string; plannedAt: string; place: string; subjectLine: string; told: string; agencyIds: string[] }

type Props = {
  start: StrategyStart
  /** What it is called from, where the link says so. */
  from: string
  submissionKey: string
  call: (input: never) => Promise<Outcome<{ id: string }>>
  draft: { id: string; content: Record<string, unknown> | undefined }
}

/** What a meeting is called from and about, when and where it meets, and who is invited. */
export function CallForm({ start, from, submissionKey, call, draft }: Props) {
  const router = useRouter()
  const [content] = useState(draft.content)
  const { child, agencies } = start
  const command = useCommand<Form, { id: string }>({
    schema: callSchema,
    defaultValues: {
      ...fromDraft({
        submissionKey, from, reason: '', plannedAt: start.plannedAt, place: '', subjectLine: `${child.name}. ${child.born}`, told: '',
        agencyIds: agencies.filter(({ kind, inTheRoom }) => kind === 'police' || kind === 'health' || inTheRoom).map(({ id }) => id),
      }, content),
      caseId: start.case.id,
    },
    draft: { kind: 'strategy', id: draft.id },
    action: call,
    done: ({ id }) => router.push(`/strategy/${id}` as Route),
  })
  const { form: { register }, errorOf } = command
  return (
    <CommandForm command={command} className="max-w-form space-y-6">
      {content ? <DraftNotice draftId={draft.id} /> : null}
      <Card title="Why it is called" fields>
        <Radios legend="What is it called from?" id="from" options={start.sources.map(({ id, why }) => ({ value: id, label: STRATEGY_SOURCES.find((one) => one.id === id)?.label ?? id, ...(why ? { hint: `${why}.`, disabled: true } : {}) }))} error={errorOf('from')} {...register('from')} />
        <TextArea label="What has happened?" hint="For those who chair and read it. The agencies read what you write for them below" rows={4} error={errorOf('reason')} {...register('reason')} />
      </Card>
      <Card title="When and where" fields>
        <TextInput type="datetime-local" width="m" label="When" hint="If it was held by telephone just now, give that time" error={errorOf('plannedAt')} {...register('plannedAt')} />
        <TextInput label="Where, or how to join" error={errorOf('place')} {...register('place')} />
      </Card>
      <Card title="Who is invited, and what they are told" fields>
        <Checkboxes legend="Agencies" hint="Social care chairs. Health and the police come at least; add the referrer and others who know the young person" id="agencyIds" options={agencies.map(({ id, name }) => ({ value: id, label: name }))} error={errorOf('agencyIds')} {...register('agencyIds')} />
        <TextInput label="Who it is about" hint="A name and date of birth, so that they find the right records" error={errorOf('subjectLine')} {...register('subjectLine')} />
        <TextArea label="What they are told" hint="What they need in order to come prepared, and no more. They see no record of the young person here" rows={4} error={errorOf('told')} {...register('told')} />
      </Card>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" pending={command.pending} pendingLabel="Calling…">Call the meeting</Button>
        <SaveStatus {...command.kept} />
      </div>
    </CommandForm>
  )
}
