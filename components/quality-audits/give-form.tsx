'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { ToGive } from '@/lib/quality-audits/given'
import { giveSchema } from '@/lib/quality-audits/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { Select, TextArea } from '../ui/field'

type Form = { toId: string; slots: string[]; reason: string }
type Props = Pick<ToGive, 'slots' | 'people'> & { auditId: string; submissionKey: string; give: (input: never) => Promise<Outcome<unknown>> }

/** Who reads which records of an audit. */
export function GiveForm({ auditId, submissionKey, slots, people, give }: Props) {
  const router = useRouter()
  const command = useCommand<Form, unknown>({
    schema: giveSchema,
    defaultValues: { toId: '', slots: [], reason: '' },
    toInput: (form) => ({ ...form, auditId, submissionKey }),
    action: give,
    done: () => router.push(`/quality-audits/${auditId}`),
  })
  const { errorOf, form: { register, setValue } } = command
  // nobody reads one record twice, so the second opinions are chosen one by one
  const free = slots.filter(({ opinion, to }) => opinion === 1 && !to).map(({ id }) => id)
  const choose = (ids: string[]) => () => setValue('slots', ids, { shouldDirty: true, shouldTouch: true })
  return (
    <CommandForm command={command} className="max-w-form">
      <Card title="Who reads what" fields>
        <Select label="Who reads them?" placeholder="Choose" options={people.map(({ id, name }) => ({ value: id, label: name }))} error={errorOf('toId')} {...register('toId')} />
        {free.length > 1 ? (
          <p className="flex flex-wrap gap-3">
            <Button type="button" variant="secondary" onClick={choose(free)}>Choose all {free.length} that nobody has</Button>
            <Button type="button" variant="quiet" onClick={choose([])}>Choose none</Button>
          </p>
        ) : null}
        <Checkboxes
          legend="Which records?"
          id="slots"
          small
          options={slots.map(({ id, position, reference, opinion, to }) => ({ value: id, label: `${position}. ${reference}${opinion === 2 ? ', second opinion' : ''}`, hint: to ? `Given to ${to}` : undefined }))}
          error={errorOf('slots')}
          {...register('slots')}
        />
        <TextArea label="Why does it go to somebody else?" hint="Where one is given to somebody already" optional rows={2} error={errorOf('reason')} {...register('reason')} />
        <Button type="submit" pending={command.pending} pendingLabel="Giving…">Give the records</Button>
      </Card>
    </CommandForm>
  )
}
