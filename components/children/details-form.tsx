'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { childDetailsSchema } from '@/lib/children/schema'
import { fromDraft } from '@/lib/drafts/restore'
import { DISABILITIES, ETHNICITIES, LEGAL_STATUSES, SEXES } from '@/lib/pathway/codes'
import type { ChildRecord } from '@/lib/records/queries'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { useCommand } from '../forms/use-command'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { Checkbox, Checkboxes } from '../ui/checkboxes'
import { DateInput } from '../ui/date-input'
import { Select, TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'
import { BothVersions } from './both-versions'

type Props = { child: ChildRecord; save: (input: never) => Promise<Outcome<unknown>>; draft: { id: string; content: Record<string, unknown> | undefined } }

const options = (set: readonly { code: string; label: string }[]) => set.map(({ code, label }) => ({ value: code, label }))

/** A child's details. Where somebody saved a newer version meanwhile, both are shown and nothing is lost. */
export function DetailsForm({ child, save, draft }: Props) {
  const router = useRouter()
  const [year = '', month = '', day = ''] = child.dateOfBirth?.split('-') ?? []
  const command = useCommand({
    schema: childDetailsSchema,
    defaultValues: {
      childId: child.id,
      // a draft goes on from the version it was begun at, so that what somebody saved since is not written over
      version: typeof draft.content?.version === 'number' ? draft.content.version : child.version,
      ...fromDraft({
      givenName: child.givenName,
      familyName: child.familyName,
      knownAs: child.knownAs ?? '',
      dateOfBirth: { day, month, year },
      birthEstimated: child.birthEstimated,
      sex: child.sex,
      ethnicity: child.ethnicity,
      disabilities: child.disabilities,
      firstLanguage: child.firstLanguage ?? '',
      interpreterNeeded: child.interpreterNeeded,
      legalStatus: child.legalStatus ?? '',
      nhsNumber: child.nhsNumber ?? '',
      upn: child.upn ?? '',
      school: child.school ?? '',
      gpPractice: child.gpPractice ?? '',
      howToSpeak: child.howToSpeak ?? '',
      pronouns: child.pronouns ?? '',
      communicationNeeds: child.communicationNeeds ?? '',
      ifMissing: child.ifMissing ?? '',
      ifInDanger: child.ifInDanger ?? '',
      ifAtNight: child.ifAtNight ?? '',
      }, draft.content),
    },
    draft: { kind: 'child', id: draft.id },
    action: save,
    done: () => {
      router.push(`/children/${child.id}` as Route)
      router.refresh()
    },
  })
  const { form, errorOf, failure } = command
  const { register } = form
  const current = failure?.kind === 'stale' ? failure.current : undefined
  const field = (name: Parameters<typeof register>[0]) => ({ error: errorOf(name), ...register(name) })
  return (
    <CommandForm
      command={command}
      className="max-w-3xl space-y-6"
      beside={current ? <BothVersions current={current} mine={form.getValues()} takeVersion={(version) => form.setValue('version', version)} /> : null}
    >
      {draft.content ? <DraftNotice draftId={draft.id} /> : null}
      <Card title="Name and birth" fields>
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <TextInput label="First name" {...field('givenName')} />
          <TextInput label="Last name" {...field('familyName')} />
        </div>
        <TextInput label="Known as" optional width="l" hint="What this young person likes to be called" {...field('knownAs')} />
        <TextInput label="Pronouns" optional width="l" hint="The words they want used: she/her, he/him, they/them" {...field('pronouns')} />
        <DateInput legend="Date of birth" optional name="dateOfBirth" hint="For example, 27 3 2011" error={errorOf('dateOfBirth')} part={(part) => register(`dateOfBirth.${part}`)} />
        <Checkbox label="This is an estimate" small {...register('birthEstimated')} />
        <Radios legend="Sex" inline id="sex" options={options(SEXES)} {...field('sex')} />
      </Card>
      <Card title="Speaking with this young person" id="speaking" fields>
        <TextArea label="How this young person likes to be spoken to" optional hint="What a professional should know before knocking on the door; their own words where you can" {...field('howToSpeak')} />
        <TextArea label="Communication needs" optional rows={3} hint="What helps them to follow and to be understood: signing, short sentences, time, somebody they trust beside them" {...field('communicationNeeds')} />
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <TextInput label="First language" optional {...field('firstLanguage')} />
        </div>
        <Checkbox label="An interpreter is needed" small {...register('interpreterNeeded')} />
      </Card>
      <Card title="What to do if…" id="what-to-do" fields>
        <p className="text-ink-soft">A few lines each, for whoever stands at the door or answers the phone. Write down what this young person says helps.</p>
        <TextArea label="They are missing" optional rows={3} hint="Where they may be, who hears from them first, whom to ring" {...field('ifMissing')} />
        <TextArea label="They are in danger" optional rows={3} hint="What helps, what makes it worse, who can come" {...field('ifInDanger')} />
        <TextArea label="It is night" optional rows={3} hint="Who answers, and where they can go" {...field('ifAtNight')} />
      </Card>
      <Card title="Background" fields>
        <Select label="Ethnicity" options={options(ETHNICITIES)} {...field('ethnicity')} />
        <Checkboxes legend="Disability" optional small options={options(DISABILITIES)} {...field('disabilities')} />
        <Select label="Legal status" options={[{ value: '', label: 'Not recorded' }, ...options(LEGAL_STATUSES)]} {...field('legalStatus')} />
      </Card>
      <Card title="School, GP and numbers" fields>
        <TextInput label="School or college" optional {...field('school')} />
        <TextInput label="GP practice" optional {...field('gpPractice')} />
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <TextInput label="NHS number" optional inputMode="numeric" hint="Ten digits" {...field('nhsNumber')} />
          <TextInput label="UPN" optional hint="A letter and twelve digits, from the school" {...field('upn')} />
        </div>
      </Card>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={command.pending} pendingLabel="Saving…">
          Save details
        </Button>
        <ButtonLink variant="quiet" href={`/children/${child.id}`}>
          Cancel
        </ButtonLink>
        <SaveStatus {...command.kept} />
      </div>
    </CommandForm>
  )
}
