'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import type { Problem } from '@/lib/imports/columns'
import { approveSchema } from '@/lib/imports/schema'
import type { ImportView } from '@/lib/imports/view'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkbox, Checkboxes } from '../ui/checkboxes'

/** `rows` is one text where there is one box, as the form library has it. */
type Form = { all: boolean; rows: string[] | string | false }
type Act = (input: never) => Promise<Outcome<unknown>>

/** How many refused rows are named one by one; beyond that it is all of them. */
const NAMED = 40

/** The refused rows by their place, each with what is wrong with it. */
function refusedRows(problems: readonly Problem[]) {
  const rows = new Map<string, { value: string; label: string; hint: string }>()
  for (const { file, line, column, message } of problems) {
    if (line <= 1) continue
    const value = `${file}:${line}`
    const known = rows.get(value)
    const hint = column ? `${column}: ${message}` : message
    rows.set(value, { value, label: `${file}, line ${line}`, hint: known ? `${known.hint}. ${hint}` : hint })
  }
  return [...rows.values()]
}

/** Lets a checked import in. Each refused row is left out by name, so that nobody leaves one out without seeing it. */
export function LetInForm({ view, approve, discard }: { view: ImportView; approve: Act; discard: Act }) {
  const router = useRouter()
  const problems = view.report?.problems ?? []
  const refused = refusedRows(problems)
  const unreadable = problems.some(({ line }) => line <= 1)
  const adding = (view.report?.counts ?? []).reduce((sum, { add }) => sum + add, 0)
  const lets = !unreadable && adding > 0
  const [message, setMessage] = useState<string | null>(null)
  const command = useCommand<Form, unknown>({
    schema: approveSchema,
    defaultValues: { all: false, rows: [] },
    toInput: ({ all, rows }) => ({ batchId: view.id, version: view.version, leave: all ? 'refused' : [rows || []].flat() }),
    action: approve,
    done: () => router.refresh(),
  })
  const giveUp = async () => {
    const answer = await discard({ batchId: view.id, version: view.version } as never).catch(() => null)
    if (answer?.ok) router.refresh()
    else setMessage(answer?.message ?? 'Waymark cannot be reached. Try again in a minute.')
  }
  return (
    <CommandForm command={command} className="max-w-form space-y-6">
      {message ? <Banner tone="important" title="It was not given up" announce><p>{message}</p></Banner> : null}
      <Card title={unreadable ? 'Put the file right first' : adding === 0 ? 'Nothing new to bring in' : refused.length ? 'Which rows to leave out' : 'All is well'} fields>
        {unreadable ? <p>A file cannot be read, so nothing can come in. Give this import up, put the file right and bring the files again.</p> : null}
        {!unreadable && adding === 0 ? <p>Each row is in Waymark already or is refused. Give this import up, put right what is refused and bring the files again.</p> : null}
        {lets && refused.length && refused.length <= NAMED ? (
          <Checkboxes id="leave" legend="Leave out" hint="A row that is not ticked keeps the whole import out: put it right in its file and bring the files again." options={refused} error={command.errorOf('leave')} {...command.form.register('rows')} />
        ) : null}
        {lets && refused.length > NAMED ? <Checkbox id="leave" label={`Leave out all ${refused.length.toLocaleString('en-GB')} refused rows`} error={command.errorOf('leave')} {...command.form.register('all')} /> : null}
        <p className="flex flex-wrap gap-3">
          {lets ? <Button type="submit" pending={command.pending} pendingLabel="Bringing in…">{adding === 1 ? 'Bring 1 row in' : `Bring ${adding.toLocaleString('en-GB')} rows in`}</Button> : null}
          <Button variant="secondary" onClick={giveUp}>Give this import up</Button>
        </p>
      </Card>
    </CommandForm>
  )
}
