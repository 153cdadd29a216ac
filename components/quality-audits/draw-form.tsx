'use client'

import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { AUDIT_KINDS, auditKind } from '@/lib/pathway/audit-questions'
import { drawSchema } from '@/lib/quality-audits/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { DateInput } from '../ui/date-input'
import { Details } from '../ui/details'
import { TextInput } from '../ui/field'
import { Radios } from '../ui/radios'

const NO_DAY = { day: '', month: '', year: '' }
type Form = { kind: string; from: typeof NO_DAY; until: typeof NO_DAY; share: string; secondShare: string; stratified: string[]; seed: string }
type Props = { submissionKey: string; share: number; draw: (input: never) => Promise<Outcome<{ id: string }>> }

/** What an audit is drawn by: what, of when, how much, and by which seed. */
export function DrawForm({ submissionKey, share, draw }: Props) {
  const router = useRouter()
  const command = useCommand<Form, { id: string }>({
    schema: drawSchema,
    defaultValues: { kind: 'contacts', from: NO_DAY, until: NO_DAY, share: String(share), secondShare: '20', stratified: [], seed: '' },
    toInput: (form) => ({ ...form, submissionKey, stratified: form.stratified.includes('yes') }),
    action: draw,
    done: ({ id }) => router.push(`/quality-audits/${id}`),
  })
  const { form, errorOf } = command
  const kind = auditKind(useWatch({ control: form.control, name: 'kind' }))
  return (
    <CommandForm command={command} className="max-w-form space-y-6">
      <Card title="What is audited" fields>
        <Radios legend="Which records" id="kind" options={AUDIT_KINDS.map(({ id, label, population }) => ({ value: id, label, hint: population }))} error={errorOf('kind')} {...form.register('kind')} />
        <DateInput legend="From" name="from" hint="The first day, for example 1 7 2026" error={errorOf('from')} part={(part) => form.register(`from.${part}`)} />
        <DateInput legend="To" name="until" hint="The last day, for example 30 9 2026. It is over by now" error={errorOf('until')} part={(part) => form.register(`until.${part}`)} />
      </Card>
      <Card title="How many" fields>
        <TextInput label="Share of the records" hint="Rounded up, and at least one" width="xs" suffix="%" inputMode="numeric" error={errorOf('share')} {...form.register('share')} />
        <Checkboxes legend="Every part of the whole" legendHidden id="stratified" options={[{ value: 'yes', label: `Take some of each ${kind?.strata ?? 'part'}`, hint: 'Each in its proportion and at least one, so it may be a few more' }]} {...form.register('stratified')} />
        <TextInput label="Share of those for a second opinion" hint="Read by two people who do not see what the other said" width="xs" suffix="%" inputMode="numeric" error={errorOf('secondShare')} {...form.register('secondShare')} />
        <Details summary="Draw by a seed that was agreed beforehand">
          <TextInput label="Seed" hint="Any words or numbers. The same seed draws the same records. Leave it empty and Waymark chooses one" width="m" error={errorOf('seed')} {...form.register('seed')} />
        </Details>
        <Button type="submit" pending={command.pending} pendingLabel="Drawing…">Draw the records</Button>
      </Card>
    </CommandForm>
  )
}
