'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { addItemSchema } from '@/lib/panels/schema'
import type { PanelView } from '@/lib/panels/read'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Select, TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { Tag } from '../ui/tag'
import { Press, type Command } from './press'

/** What the agencies are told and asked, unless somebody writes something else. */
const TOLD = 'The risk panel discusses this young person. What does your agency know of the last six months, and who is in touch with the family?'

/** Cases that something speaks for having at this panel, with why; and any other. Nothing is put on by itself. */
export function SuggestionsCard({ panel, add }: { panel: Pick<PanelView, 'id' | 'suggestions' | 'others'>; add: Command }) {
  const [sent, setSent] = useState(0)
  const router = useRouter()
  return (
    <Card title="To put on the agenda" id="suggestions">
      {panel.suggestions.length ? (
        <ul className="divide-y">
          {panel.suggestions.map(({ caseId, name, reference, reason, label, why }) => (
            <li key={caseId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5 first:pt-0">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2"><span className="font-semibold wrap-anywhere">{name}</span><Tag tone={reason === 'overdue' ? 'red' : 'neutral'}>{label}</Tag></p>
                <p className="text-[0.9375rem] text-ink-soft">{reference}. {why}</p>
              </div>
              <Press command={add} size="small" label={`Put ${name} on the agenda`} input={{ panelId: panel.id, caseId, reason: 'suggested', why: '', told: TOLD }}>Put on</Press>
            </li>
          ))}
        </ul>
      ) : <p className="text-ink-soft">Nothing is due that is not on the agenda.</p>}
      {panel.others.length ? (
        <Details summary="Put on another case">
          <OtherForm key={sent} panel={panel} add={add} done={() => startTransition(() => { router.refresh(); setSent((times) => times + 1) })} />
        </Details>
      ) : null}
    </Card>
  )
}

function OtherForm({ panel, add, done }: { panel: Pick<PanelView, 'id' | 'others'>; add: Command; done: () => void }) {
  const command = useCommand<{ caseId: string; reason: string; why: string; told: string }, unknown>({
    schema: addItemSchema,
    defaultValues: { caseId: '', reason: 'chosen', why: '', told: TOLD },
    toInput: (form) => ({ ...form, panelId: panel.id }),
    action: add,
    done,
  })
  const { form: { register, control }, errorOf } = command
  const reason = useWatch({ control, name: 'reason' })
  return (
    <CommandForm command={command} className="space-y-4">
      <Select label="Case" placeholder="Choose" options={panel.others.map(({ caseId: value, label }) => ({ value, label }))} error={errorOf('caseId')} {...register('caseId')} />
      <Radios legend="Why now?" id="reason" options={[{ value: 'chosen', label: 'The coordinator puts it on' }, { value: 'asked', label: 'Another authority asks for the panel’s view' }]} error={errorOf('reason')} {...register('reason')} />
      <TextInput label={reason === 'asked' ? 'Which authority asks, and for what?' : 'The reason'} error={errorOf('why')} {...register('why')} />
      <TextArea label="What the agencies are told and asked" rows={3} error={errorOf('told')} {...register('told')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Saving…">Put it on the agenda</Button>
    </CommandForm>
  )
}
