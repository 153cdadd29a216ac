'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { FormProvider, useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { fallsToLow } from '@/lib/pathway/exit'
import { isLevel, LEVEL_LABELS, LEVELS, type Level } from '@/lib/pathway/levels'
import { reviewSchema } from '@/lib/reviews/schema'
import { ActionFields, type ActionForm, type ActionOwners } from '../actions/action-fields'
import { CommandForm } from '../forms/command-form'
import { HeardFields, NOT_ASKED, type HeardForm } from '../forms/heard-fields'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { DateInput } from '../ui/date-input'
import { TextArea } from '../ui/field'
import { Inset } from '../ui/inset'
import { Radios } from '../ui/radios'

type Date3 = { day: string; month: string; year: string }
type Form = {
  caseId: string; version: number; submissionKey: string; changed: string; young: HeardForm; parents: HeardForm
  level: string; reason: string; nextReview: Date3; transition: string; actions: ActionForm[]
}

type Props = {
  caseId: string
  version: number
  submissionKey: string
  level: Level | null
  reviewWeeks: Readonly<Record<Level, number>>
  asksTransition: boolean
  owners: ActionOwners
  hold: (input: never) => Promise<Outcome<unknown>>
  draft: FormDraft | undefined
}

/** A review: what has changed, what she and her parents say, the level and why, and what is agreed. */
export function ReviewForm({ caseId, version, submissionKey, level: before, reviewWeeks, asksTransition, owners, hold, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<Form, unknown>({
    schema: reviewSchema,
    empty: {
      caseId, version, submissionKey, changed: '', young: NOT_ASKED, parents: NOT_ASKED, level: before ?? '', reason: '', nextReview: { day: '', month: '', year: '' }, transition: '', actions: [],
    },
    fixed: { caseId, version, submissionKey },
    draft,
    action: hold,
    done: () => router.push(`/cases/${caseId}` as Route),
  })
  const { form, errorOf } = command
  const { register, control } = form
  const level = useWatch({ control, name: 'level' })
  return (
    <FormProvider {...form}>
      <CommandForm command={command} className="max-w-form space-y-6">
        <Card title="Since the last time" fields>
          <TextArea label="What has changed?" hint="Better, worse, or new. If nothing has, say so" rows={5} error={errorOf('changed')} {...register('changed')} />
        </Card>
        <HeardFields who="young" title="The young person’s view" legend="Has the young person been heard?" errorOf={errorOf} />
        <HeardFields who="parents" title="The parents’ or carers’ view" legend="Have the parents or carers been heard?" errorOf={errorOf} />
        {asksTransition ? (
          <Card title="At 18 and after" fields>
            <TextArea label="Which support goes on at 18 and after?" hint="Who, from when, and what the young person wants. Nothing ends on a birthday" rows={3} error={errorOf('transition')} {...register('transition')} />
          </Card>
        ) : null}
        <Card title="The level" fields>
          <Radios legend="Which level is it now?" hint={before ? `It was ${LEVEL_LABELS[before]}` : 'No level has been agreed yet'} id="level" options={LEVELS.map((one) => ({ value: one, label: LEVEL_LABELS[one], hint: `Next review within ${reviewWeeks[one]} weeks` }))} error={errorOf('level')} {...register('level')} />
          {isLevel(level) && fallsToLow(before, level) ? <Inset>A fall to Low needs evidence and a second agency’s agreement. Propose it on the case’s page first; until then the level stays above Low.</Inset> : null}
          <TextArea label="Why this level?" rows={4} error={errorOf('reason')} {...register('reason')} />
          <DateInput legend="When is the next review?" hint="Leave it empty for the longest time that the level allows" optional name="nextReview" error={errorOf('nextReview')} part={(part) => register(`nextReview.${part}`)} />
        </Card>
        <Card title="Actions" fields><ActionFields owners={owners} errorOf={errorOf} /></Card>
        <SendRow command={command} sending="Saving…">Save the review</SendRow>
      </CommandForm>
    </FormProvider>
  )
}
