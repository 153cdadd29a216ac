'use client'

import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { fromDraft } from '@/lib/drafts/restore'
import { factSchema } from '@/lib/strategy/schema'
import type { FactView } from '@/lib/strategy/view'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Select, TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'
import { Tag } from '../ui/tag'
import { When } from '../when'
import { useAgain } from './again'

type Command = (input: never) => Promise<Outcome<unknown>>
type Draft = { id: string; content: Record<string, unknown> | undefined }
type Fact = Omit<FactView, 'agency' | 'agencyId'> & { agency?: string }

/** What each agency knows, agency by agency, and a form to add to it while the meeting is not decided. */
export function FactsCard({ facts, title, children }: { facts: readonly Fact[]; title: string; children?: React.ReactNode }) {
  const agencies = [...new Set(facts.map(({ agency }) => agency ?? ''))].sort((a, b) => a.localeCompare(b, 'en-GB'))
  return (
    <Card title={title} id="facts">
      {facts.length ? null : <p className="mb-3 text-ink-soft">Nothing is written down yet.</p>}
      {agencies.map((agency) => (
        <section key={agency} className="mb-4" aria-label={agency || 'Your agency'}>
          {agency ? <h3 className="mb-1 text-base">{agency}</h3> : null}
          <ul className="divide-y">
            {facts.filter((one) => (one.agency ?? '') === agency).map((one) => (
              <li key={one.id} className="py-2.5 first:pt-0">
                <p dir="auto" className="whitespace-pre-line wrap-anywhere">{one.text}</p>
                <p className="mt-1 flex flex-wrap items-center gap-x-2 text-[0.9375rem] text-ink-soft">
                  <Tag>{one.nature === 'fact' ? 'Fact' : 'Opinion'}</Tag>
                  <span className="wrap-anywhere">From {one.source}. Written down by {one.by}, <When at={one.at} /></span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {children}
    </Card>
  )
}

type FormProps = {
  meetingId: string
  submissionKey: string
  /** Whose it is, where the writer may write for any. */
  agencies?: readonly { id: string; name: string }[]
  add: Command
  draft: Draft
}

/** Begins again after each, for the next. */
export function FactForm(props: FormProps) {
  const { key, again } = useAgain()
  return <OneFact key={key} {...props} submissionKey={key === 'first' ? props.submissionKey : key} content={key === 'first' ? props.draft.content : undefined} done={again} />
}

type Form = { meetingId: string; submissionKey: string; knownBy: string; text: string; nature: string; source: string }

function OneFact({ meetingId, submissionKey, agencies, add, draft, content: given, done }: FormProps & { content: Draft['content']; done: () => void }) {
  const [content] = useState(given)
  const command = useCommand<Form, unknown>({
    schema: factSchema,
    defaultValues: { ...fromDraft({ submissionKey, knownBy: '', text: '', nature: '', source: '' }, content), meetingId },
    draft: { kind: 'strategy', id: draft.id },
    action: add,
    done,
  })
  const { form, errorOf } = command
  const { register } = form
  return (
    <FormProvider {...form}>
      <CommandForm command={command} className="space-y-5 no-print">
        {content ? <DraftNotice draftId={draft.id} /> : null}
        {agencies ? <Select label="Which agency knows it?" placeholder="Choose" width="full" options={agencies.map(({ id, name }) => ({ value: id, label: name }))} error={errorOf('knownBy')} {...register('knownBy')} /> : null}
        <TextArea label={agencies ? 'What does it know?' : 'What does your agency know?'} rows={3} error={errorOf('text')} {...register('text')} />
        <Radios legend="Is this a fact or an opinion?" inline id="nature" options={[{ value: 'fact', label: 'Fact' }, { value: 'opinion', label: 'Opinion' }]} error={errorOf('nature')} {...register('nature')} />
        <TextInput label="Who or what does it come from?" error={errorOf('source')} {...register('source')} />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Adding…">Add this</Button>
          <SaveStatus {...command.kept} />
        </div>
      </CommandForm>
    </FormProvider>
  )
}
