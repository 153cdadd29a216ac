'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { PURPOSES } from '@/lib/pathway/share-items'
import { refuseSharingSchema } from '@/lib/sharing/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Details } from '../ui/details'
import { Select, TextArea, TextInput } from '../ui/field'

type Props = { childId: string; refuse: (input: never) => Promise<Outcome<unknown>> }

/** Writes down that something was not shared, with whom and why not. */
export function RefuseSharingForm({ childId, refuse }: Props) {
  const router = useRouter()
  const command = useCommand<{ childId: string; receiver: string; purpose: string; reason: string }, unknown>({
    schema: refuseSharingSchema,
    defaultValues: { childId, receiver: '', purpose: 'help', reason: '' },
    action: refuse,
    done: () => router.refresh(),
  })
  const { register } = command.form
  return (
    <Details summary="Write down a decision not to share">
      <CommandForm command={command} className="space-y-4">
        <TextInput label="Who asked, or was not told?" error={command.errorOf('receiver')} {...register('receiver')} />
        <Select label="What did they want it for?" width="full" options={PURPOSES.map(({ id, label }) => ({ value: id, label }))} error={command.errorOf('purpose')} {...register('purpose')} />
        <TextArea label="Why was it not shared?" rows={3} error={command.errorOf('reason')} {...register('reason')} />
        <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Saving…">
          Save the decision
        </Button>
      </CommandForm>
    </Details>
  )
}
