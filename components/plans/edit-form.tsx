'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormProvider, type Path } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { fromDraft } from '@/lib/drafts/restore'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { PLAN_SECTIONS, type Party } from '@/lib/pathway/plan'
import { flat, flatLabels, type PlanForm } from '@/lib/plans/flat'
import type { PlanView } from '@/lib/plans/queries'
import { planSchema } from '@/lib/plans/schema'
import { BothVersions } from '../children/both-versions'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { SendRow } from '../forms/send-row'
import { useCommand } from '../forms/use-command'
import { Banner } from '../ui/banner'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { DateInput } from '../ui/date-input'
import { TextArea, TextInput } from '../ui/field'
import { InvolvementFields } from './involvement-fields'
import { SectionFields, type EditForm } from './section-fields'
import { useWriting } from './use-writing'

type Props = {
  caseId: string
  plan: PlanView
  parties: readonly Party[]
  latestReview: string
  /** What stands in the form for the version as it is saved. */
  saved: PlanForm
  save: (input: never) => Promise<Outcome<unknown>>
  writing: (input: { caseId: string }) => Promise<Outcome<unknown>>
  draft: { id: string; content: Record<string, unknown> | undefined }
}

/**
 * Writes in a plan. What is typed is kept as the writer's draft; saving makes the next version. Where somebody saved
 * meanwhile both are shown: what they changed elsewhere is taken over, and the person decides the rest.
 */
export function PlanEditForm({ caseId, plan, parties, latestReview, saved, save, writing, draft }: Props) {
  const router = useRouter()
  // a page that refreshes itself does not come between the writer and what they began from
  const [began] = useState({ version: plan.now.number, saved, draft: draft.content })
  const version = typeof began.draft?.version === 'number' ? began.draft.version : began.version
  const command = useCommand<EditForm, unknown>({
    schema: planSchema,
    defaultValues: { ...startFrom(began.saved, began.draft), caseId, version, note: typeof began.draft?.note === 'string' ? began.draft.note : '' },
    draft: { kind: 'plan', id: draft.id },
    action: save,
    done: () => {
      router.push(`/cases/${caseId}/plan` as Route)
      router.refresh()
    },
  })
  const { form, errorOf, failure } = command
  const { register } = form
  useWriting(form, () => void writing({ caseId }).catch(() => null))

  const current = failure?.kind === 'stale' ? failure.current : undefined
  const labels = flatLabels(parties)
  const base = version === began.version ? flat(began.saved) : null
  /** Parts that somebody else changed and this writer did not. */
  const theirs = current && base ? Object.keys(labels).filter((key) => flat(form.getValues())[key] === base[key] && current[key] !== base[key]) : []
  const goOn = (to: number) => {
    const newer = current?.form as PlanForm
    for (const key of theirs) form.setValue(key as Path<EditForm>, partOf(newer, key) as never)
    form.setValue('version', to)
  }
  const mine = flat(form.getValues())
  return (
    <FormProvider {...form}>
      <Others plan={plan} since={began.version} />
      <CommandForm
        command={command}
        className="max-w-4xl space-y-6"
        beside={current ? (
          <>
            {theirs.length ? <p className="mt-2">{String(current.by)} changed what you did not, and it is taken over when you save: {theirs.map((key) => labels[key]).join(', ')}.</p> : null}
            <BothVersions current={{ ...current, ...Object.fromEntries(theirs.map((key) => [key, mine[key]])) }} mine={mine} takeVersion={goOn} labels={labels} />
          </>
        ) : null}
      >
        {began.draft ? <DraftNotice draftId={draft.id} /> : null}
        <Card title="Who made it, and in their words" fields>
          {parties.map((party) => <InvolvementFields key={party.key} party={party} errorOf={errorOf} />)}
        </Card>
        <p className="max-w-prose text-ink-soft">Begin a line with “- ” for a list, and put two asterisks around **a word** to make it bold.</p>
        {PLAN_SECTIONS.map((section) => <SectionFields key={section.id} section={section} errorOf={errorOf} />)}
        <Card title="Agreed, copied and reviewed" fields>
          <TextArea label="Agreed with" optional rows={2} hint="Names, and when" error={errorOf('agreedWith')} {...register('agreedWith')} />
          <TextArea label="Copied to" optional rows={2} hint="Who has a copy, and which" error={errorOf('copiedTo')} {...register('copiedTo')} />
          <DateInput legend="When is the plan reviewed?" optional name="reviewOn" hint={`By ${formatDate(latestReview)} at the latest, at this level`} error={errorOf('reviewOn')} part={(part) => register(`reviewOn.${part}`)} />
          <TextInput label="What changed, and why" optional hint="For whoever reads the history" error={errorOf('note')} {...register('note')} />
        </Card>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <SendRow command={command} sending="Saving…">Save the plan</SendRow>
          <ButtonLink variant="quiet" href={`/cases/${caseId}/plan`}>Leave: your draft is kept</ButtonLink>
        </div>
      </CommandForm>
    </FormProvider>
  )
}

/** Who else writes in it, and whether somebody saved since this form was opened. */
function Others({ plan, since }: { plan: PlanView; since: number }) {
  const { now, writers } = plan
  if (now.number > since) {
    return <Banner tone="notice" title={`${now.by} saved a newer version at ${formatDateTime(new Date(now.at))}`} announce><p>What you typed is kept. When you save, you see both and nothing is written over.</p></Banner>
  }
  if (!writers.length) return null
  return (
    <Banner tone="notice" title={`${writers.map(({ name }) => name).join(' and ')} ${writers.length > 1 ? 'have' : 'has'} this plan open too`} announce>
      <p>Talk to each other before you both change the same part. Whoever saves second sees both, and nothing is written over.</p>
    </Banner>
  )
}

function startFrom(saved: PlanForm, content: Record<string, unknown> | undefined): PlanForm {
  const start = fromDraft(saved as Record<string, unknown>, content) as PlanForm
  // whoever came onto the record since the draft was begun is asked about too
  return { ...start, sections: { ...saved.sections, ...start.sections }, involvement: Object.fromEntries(Object.keys(saved.involvement).map((key) => [key, start.involvement[key] ?? saved.involvement[key]])) as PlanForm['involvement'] }
}

function partOf(form: PlanForm, key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], form)
}
