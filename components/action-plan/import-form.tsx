'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import type { ImportReport } from '@/lib/action-plan/import'
import { planImportSchema } from '@/lib/action-plan/schema'
import { PLAN_COLUMNS } from '@/lib/pathway/plan-table'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { ImportReportCard } from './import-report'

type Form = { table: string }
type Props = { check: (input: never) => Promise<Outcome<ImportReport>>; bring: (input: never) => Promise<Outcome<ImportReport>> }

/** Checks a table first and says what it would do, row by row; brings it in at a second press. */
export function ImportForm({ check, bring }: Props) {
  const [checked, setChecked] = useState<{ table: string; report: ImportReport } | null>(null)
  return checked ? <Bring {...checked} bring={bring} back={() => setChecked(null)} /> : <Check check={check} checked={setChecked} />
}

function Check({ check, checked }: { check: Props['check']; checked: (one: { table: string; report: ImportReport }) => void }) {
  const command = useCommand<Form, ImportReport>({ schema: planImportSchema, defaultValues: { table: '' }, action: check, done: (report) => checked({ table: form.getValues('table'), report }) })
  const { form, errorOf } = command
  return (
    <CommandForm command={command} className="max-w-form">
      <Card title="The table" fields>
        <p>Its first row names the columns: <span className="font-mono text-[0.9375rem]">{PLAN_COLUMNS.join(', ')}</span>. The last three may be left out. A date stands as 31/3/2027 or 2027-03-31.</p>
        <div>
          <label htmlFor="file" className="mb-1 block font-semibold">A CSV file <span className="font-normal text-ink-soft">(optional)</span></label>
          <input
            id="file"
            type="file"
            accept=".csv,.tsv,text/csv"
            className="wm-control h-auto! py-2"
            onChange={async ({ target }) => {
              const file = target.files?.[0]
              if (file) form.setValue('table', await file.text(), { shouldDirty: true })
            }}
          />
        </div>
        <TextArea label="Or paste it here" rows={10} className="font-mono text-[0.9375rem]" error={errorOf('table')} {...form.register('table')} />
        <Button type="submit" pending={command.pending} pendingLabel="Checking…">Check the table</Button>
      </Card>
    </CommandForm>
  )
}

function Bring({ table, report, bring, back }: { table: string; report: ImportReport; bring: Props['bring']; back: () => void }) {
  const router = useRouter()
  const command = useCommand<Form, ImportReport>({ schema: planImportSchema, defaultValues: { table }, toInput: (form) => form, action: ((input: Form) => bring({ ...input, leave: report.refused.length > 0 } as never)) as never, done: () => router.push('/action-plan') })
  const many = report.added.length
  return (
    <CommandForm command={command} className="space-y-6">
      <ImportReportCard report={report} />
      <div className="flex flex-wrap gap-3">
        {many ? <Button type="submit" pending={command.pending} pendingLabel="Bringing in…">{`Bring in ${many === 1 ? 'this row' : `these ${many} rows`}${report.refused.length ? ', and leave the rest out' : ''}`}</Button> : null}
        <Button variant="secondary" onClick={back}>Go back to the table</Button>
      </div>
    </CommandForm>
  )
}
