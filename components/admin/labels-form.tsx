'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { AreaLabels } from '@/lib/areas/labels'
import { labelsSchema } from '@/lib/areas/schema'
import { BothVersions } from '../children/both-versions'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextInput } from '../ui/field'

const LABELS = { enquiry: 'Name in full', enquiryShort: 'Name in short' }

/** What an area calls its enquiry. Where somebody saved meanwhile, both are shown. */
export function LabelsForm({ labels, save }: { labels: AreaLabels; save: (input: never) => Promise<Outcome<unknown>> }) {
  const router = useRouter()
  const command = useCommand<AreaLabels, unknown>({
    schema: labelsSchema,
    defaultValues: labels,
    action: save,
    done: () => {
      router.push('/admin' as Route)
      router.refresh()
    },
  })
  const { form, errorOf, failure } = command
  const current = failure?.kind === 'stale' ? failure.current : undefined
  return (
    <CommandForm
      command={command}
      className="max-w-form"
      beside={current ? <BothVersions labels={LABELS} current={current} mine={form.getValues()} takeVersion={(newer) => form.setValue('version', newer)} /> : null}
    >
      <Card title="Its name" fields>
        <TextInput label={LABELS.enquiry} hint="For example: Multi-agency child enquiry" error={errorOf('enquiry')} {...form.register('enquiry')} />
        <TextInput label={LABELS.enquiryShort} width="m" hint="It stands before the reference. Choose another than MACE where that names a meeting here" error={errorOf('enquiryShort')} {...form.register('enquiryShort')} />
        <Button type="submit" pending={command.pending} pendingLabel="Saving…">Save</Button>
      </Card>
    </CommandForm>
  )
}
