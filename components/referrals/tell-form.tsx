'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { TOLD_HOW, TOLD_HOW_LABELS, tellSchema } from '@/lib/referrals/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'

type Props = { contactId: string; referralId: string | null; referrer: string | null; tell: (input: never) => Promise<Outcome<unknown>>; draft: FormDraft | undefined }
type Form = { contactId: string; referralId: string | null; toWhom: string; how: string; words: string }

/** Asks, until it is done, that whoever told us hears what came of it: who told whom, when, how and what. */
export function TellForm({ contactId, referralId, referrer, tell, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<Form, unknown>({
    schema: tellSchema,
    empty: { contactId, referralId, toWhom: referrer ?? '', how: '', words: '' },
    fixed: { contactId, referralId },
    draft,
    action: tell,
    done: () => router.refresh(),
  })
  const { register } = command.form
  return (
    <Card title="Tell the person who told us" id="tell">
      <CommandForm command={command} className="space-y-5">
        <p>They do not know yet what came of it. Tell them, then write it down here.</p>
        <TextInput label="Who was told?" error={command.errorOf('toWhom')} {...register('toWhom')} />
        <Radios legend="How?" id="how" options={TOLD_HOW.map((value) => ({ value, label: TOLD_HOW_LABELS[value] }))} error={command.errorOf('how')} {...register('how')} />
        <TextArea label="What were they told?" hint="Or why they cannot be told" rows={3} error={command.errorOf('words')} {...register('words')} />
        <SendRow command={command} sending="Saving…">Save that they know</SendRow>
      </CommandForm>
    </Card>
  )
}
