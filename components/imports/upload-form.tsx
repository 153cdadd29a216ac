'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import type { Outcome } from '@/lib/access/outcome'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextInput } from '../ui/field'

type Form = { files: FileList | null }

const NAMES = ['children.csv', 'contacts.csv', 'cases.csv']
const schema = z.object({
  files: z.custom<FileList | null>().refine((files) => Boolean(files?.length), 'Choose at least one file')
    .refine((files) => [...(files ?? [])].every(({ name }) => NAMES.includes(name.toLowerCase())), `The files are called ${NAMES.join(', ')}`),
})

/** Sends the files to be checked. They go by a route of their own, because they are large. */
export function UploadForm({ submissionKey }: { submissionKey: string }) {
  const router = useRouter()
  const command = useCommand<Form, { batchId: string }>({
    schema,
    defaultValues: { files: null },
    action: async ({ files }: Form) => {
      const body = new FormData()
      body.set('submissionKey', submissionKey)
      for (const file of files ?? []) body.append('files', file)
      return (await (await fetch('/admin/import/files', { method: 'POST', body })).json()) as Outcome<{ batchId: string }>
    },
    done: ({ batchId }) => router.push(`/admin/import/${batchId}` as Route),
  })
  return (
    <CommandForm command={command} className="max-w-form">
      <Card title="The files" fields>
        <TextInput label="Choose children.csv, contacts.csv and cases.csv" hint="All three, or those you have. Nothing comes in yet: they are only checked." type="file" accept=".csv,text/csv" multiple error={command.errorOf('files')} {...command.form.register('files')} />
        <Button type="submit" pending={command.pending} pendingLabel="Sending…">Check the files</Button>
      </Card>
    </CommandForm>
  )
}
