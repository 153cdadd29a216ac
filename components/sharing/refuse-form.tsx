'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { PURPOSES } from '@/lib/pathway/share-items'
import { refuseSharingSchema } from '@/lib/sharing/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Details } from '../ui/details'
import { Select, TextArea, TextInput } from '../ui/field'

type Props = { childId: string; refuse: (input: never) => Promise<Outcome<unknown>>; draft: FormDraft | undefined }

/** Writes down that something was not shared, with whom and why not. */
export function RefuseSharingForm({ childId, refuse, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<{ childId: string; receiver: string; purpose: string; reason: string }, unknown>({
    schema: refuseSharingSchema,
    empty: { childId, receiver: '', purpose: 'help', reason: '' },
    fixed: { childId },
    draft,
    action: refuse,
    done: () => router.refresh(),
  })
  const { register } = command.form
  return (
    <Details summary="Write down a decision not to share" open={command.unsaved !== undefined}>
      <CommandForm command={command} className="space-y-4">
        <TextInput label="Who asked, or was not told?" error={command.errorOf('receiver')} {...register('receiver')} />
        <Select label="What did they want it for?" width="full" options={PURPOSES.map(({ id, label }) => ({ value: id, label }))} error={command.errorOf('purpose')} {...register('purpose')} />
        <TextArea label="Why was it not shared?" rows={3} error={command.errorOf('reason')} {...register('reason')} />
        <SendRow command={command} variant="secondary" sending="Saving…">Save the decision</SendRow>
      </CommandForm>
    </Details>
  )
}
