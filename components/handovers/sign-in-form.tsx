'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { signInSchema } from '@/lib/handovers/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkbox } from '../ui/checkboxes'
import { TextArea } from '../ui/field'

type Props = { handoverId: string; version: number; sign: (input: never) => Promise<Outcome<unknown>> }
type Form = { handoverId: string; version: number; read: boolean; remark: string }

/** The signature of the side that comes on. After it nothing of the hand-over changes. */
export function SignInForm({ handoverId, version, sign }: Props) {
  const router = useRouter()
  const command = useCommand<Form, unknown>({
    schema: signInSchema,
    defaultValues: { handoverId, version, read: false, remark: '' },
    toInput: (form) => ({ ...form, version }),
    action: sign,
    done: () => router.refresh(),
  })
  return (
    <Card title="Take over" id="take-over">
      <CommandForm command={command} className="space-y-5">
        <TextArea label="Anything you want to add" optional rows={2} error={command.errorOf('remark')} {...command.form.register('remark')} />
        <Checkbox label="I have read this hand-over" error={command.errorOf('read')} {...command.form.register('read')} />
        <Button type="submit" pending={command.pending} pendingLabel="Signing…">
          Sign and take over
        </Button>
      </CommandForm>
    </Card>
  )
}
