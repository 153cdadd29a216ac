'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { sizeSchema } from '@/lib/quality-audits/schema'
import type { ProviderSize } from '@/lib/quality-audits/sizes'
import { CommandForm } from '../forms/command-form'
import { ownIds } from '../forms/own-ids'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { TextInput } from '../ui/field'
import { useToast } from '../ui/toast'

type Form = { agencyId: string; was: number | null; size: string }
type Props = { provider: ProviderSize; unit: string; save: (input: never) => Promise<Outcome<unknown>> }

/** The size of one provider. */
export function SizeForm({ provider: { id, name, size }, unit, save }: Props) {
  const router = useRouter()
  const { toast } = useToast()
  const command = useCommand<Form, unknown>({
    schema: sizeSchema,
    defaultValues: { agencyId: id, was: size, size: size === null ? '' : String(size) },
    action: save,
    done: () => {
      toast({ title: `${name} is saved` })
      router.refresh()
    },
  })
  const own = ownIds(id, command)
  return (
    <CommandForm command={own.command} className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <TextInput label={name} id={own.id('size')} width="s" inputMode="numeric" suffix={unit} fieldClassName="flex-1" error={command.errorOf('size')} {...command.form.register('size')} />
      <Button type="submit" variant="secondary" size="small" aria-label={`Save ${name}`} pending={command.pending} pendingLabel="Saving…">Save</Button>
    </CommandForm>
  )
}
