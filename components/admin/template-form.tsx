'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { SOURCES } from '@/lib/pathway/codes'
import { CHANNELS } from '@/lib/pathway/words'
import type { TemplateView } from '@/lib/templates/queries'
import { templateSchema, type TemplateInput } from '@/lib/templates/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkbox } from '../ui/checkboxes'
import { Select, TextArea, TextInput } from '../ui/field'

type Props = { template?: TemplateView; save: (input: never) => Promise<Outcome<unknown>> }

/** Writes the next version of a script. */
export function TemplateForm({ template, save }: Props) {
  const router = useRouter()
  const command = useCommand<TemplateInput, unknown>({
    schema: templateSchema,
    defaultValues: {
      basedOn: template?.ref ?? '',
      name: template?.name ?? '',
      channel: template?.channel ?? '',
      sourceCode: template?.sourceCode ?? '',
      prompts: template?.prompts.join('\n') ?? '',
      offered: template?.offered ?? true,
    } as TemplateInput,
    action: save,
    done: () => router.push('/admin/templates' as Route),
  })
  const { errorOf } = command
  const { register } = command.form
  return (
    <CommandForm command={command} className="max-w-form">
      <Card title="The template" fields>
        <TextInput label="Kind of call" error={errorOf('name')} {...register('name')} />
        <TextArea label="Prompts" hint="One a line, in the order of the call. Up to 12; write them as you would say them." rows={10} error={errorOf('prompts')} {...register('prompts')} />
        <Select label="How it comes" optional hint="Chosen beforehand on the form; people can choose otherwise" placeholder="Leave open" options={CHANNELS.map(({ id, label }) => ({ value: id, label }))} error={errorOf('channel')} {...register('channel')} />
        <Select
          label="Who tells us"
          optional
          placeholder="Leave open"
          options={SOURCES.filter(({ code }) => code !== '9').map(({ code, label }) => ({ value: code, label }))}
          error={errorOf('sourceCode')}
          {...register('sourceCode')}
        />
        <Checkbox label="Offer it on the contact form" {...register('offered')} />
        <Button type="submit" pending={command.pending} pendingLabel="Saving…">
          Save as a new version
        </Button>
      </Card>
    </CommandForm>
  )
}
