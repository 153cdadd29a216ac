'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { LEVEL_OF_NEED_LABELS, LEVELS_OF_NEED } from '@/lib/pathway/need-levels'
import { FOR_WHOM, HELP_KINDS } from '@/lib/pathway/services'
import { newServiceSchema, serviceSchema, type ServiceForm as Form } from '@/lib/services/schema'
import { BothVersions } from '../children/both-versions'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { Select, TextArea, TextInput } from '../ui/field'

type Props = {
  serviceId: string
  /** The version that is changed; none for a new service. */
  version?: number
  service: Form
  agencies: readonly { id: string; name: string }[]
  save: (input: never) => Promise<Outcome<unknown>>
}

const LABELS: Record<keyof Form, string> = {
  name: 'Name', agencyId: 'Run by', help: 'Kind of help', needs: 'Levels of need', forWhom: 'For', ageFrom: 'Youngest', ageTo: 'Oldest', offers: 'What it offers',
  howToRefer: 'Who can use it, and how to refer', openingHours: 'Opening hours', phone: 'Phone', outOfHoursPhone: 'Out-of-hours phone', web: 'Website', address: 'Address',
  access: 'Languages and access',
}

const options = (set: readonly { id: string; label: string }[]) => set.map(({ id, label }) => ({ value: id, label }))

/** Adds a service of the directory or changes one. Where somebody saved meanwhile, both versions are shown. */
export function ServiceForm({ serviceId, version, service, agencies, save }: Props) {
  const router = useRouter()
  const command = useCommand<Form & { serviceId: string; version?: number }, unknown>({
    schema: version === undefined ? newServiceSchema : serviceSchema,
    defaultValues: { ...service, serviceId, ...(version === undefined ? {} : { version }) },
    action: save,
    done: () => {
      router.push(`/directory/${serviceId}` as Route)
      router.refresh()
    },
  })
  const { form, errorOf, failure } = command
  const { register } = form
  const current = failure?.kind === 'stale' ? failure.current : undefined
  const field = (name: keyof Form) => ({ label: LABELS[name], error: errorOf(name), ...register(name) })
  const group = (name: keyof Form) => ({ legend: LABELS[name], id: name, error: errorOf(name), ...register(name) })
  return (
    <CommandForm
      command={command}
      className="max-w-3xl space-y-6"
      beside={current ? <BothVersions labels={LABELS} current={current} mine={form.getValues()} takeVersion={(newer) => form.setValue('version', newer)} /> : null}
    >
      <Card title="What it gives" fields>
        <TextInput {...field('name')} />
        <TextArea rows={3} maxCount={1000} hint="Two or three short sentences, as you would say them to a young person or a parent. They stand on the family’s sheet." {...field('offers')} />
        <Checkboxes small options={options(HELP_KINDS)} {...group('help')} />
        <Checkboxes small options={options(FOR_WHOM)} {...group('forWhom')} />
        <div className="flex flex-wrap gap-6">
          <TextInput optional width="xs" inputMode="numeric" {...field('ageFrom')} />
          <TextInput optional width="xs" inputMode="numeric" {...field('ageTo')} />
        </div>
        <Checkboxes small options={LEVELS_OF_NEED.map((need) => ({ value: need, label: LEVEL_OF_NEED_LABELS[need] }))} {...group('needs')} />
        <TextArea rows={3} maxCount={1000} hint="For professionals: the threshold, whose consent, and what to send" {...field('howToRefer')} />
      </Card>
      <Card title="How to reach it" fields>
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <TextInput optional type="tel" {...field('phone')} />
          <TextInput optional type="tel" {...field('outOfHoursPhone')} />
        </div>
        <TextInput optional {...field('openingHours')} />
        <TextInput optional {...field('web')} />
        <TextInput optional {...field('address')} />
        <TextInput optional hint="Languages spoken, interpreters, step-free, a quiet room" {...field('access')} />
        <Select options={[{ value: '', label: 'None of this area’s agencies' }, ...agencies.map(({ id, name }) => ({ value: id, label: name }))]} {...field('agencyId')} />
      </Card>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={command.pending} pendingLabel="Saving…">
          Save service
        </Button>
        <ButtonLink variant="quiet" href={version === undefined ? '/directory' : `/directory/${serviceId}`}>
          Cancel
        </ButtonLink>
      </div>
    </CommandForm>
  )
}
