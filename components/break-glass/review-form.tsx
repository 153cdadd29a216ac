'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { reviewGlassSchema } from '@/lib/break-glass/schema'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { GLASS_OUTCOMES } from '@/lib/pathway/break-glass'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Props = { glassId: string; review: (input: never) => Promise<Outcome<unknown>>; draft: FormDraft | undefined }

/** Says what the review of an opening found. */
export function ReviewGlassForm({ glassId, review, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<{ glassId: string; outcome: string; words: string }, unknown>({
    schema: reviewGlassSchema, empty: { glassId, outcome: '', words: '' }, fixed: { glassId }, draft, action: review, done: () => router.refresh(),
  })
  const { register } = command.form
  return (
    <Card title="Review" fields>
      <CommandForm command={command} className="space-y-5">
        <Radios legend="What did you find?" id="outcome" options={GLASS_OUTCOMES.map(({ id, label }) => ({ value: id, label }))} error={command.errorOf('outcome')} {...register('outcome')} />
        <TextArea label="What shows it, and what follows?" hint="With whom you spoke, whether the young person was told, and what would make it unnecessary next time" rows={4} error={command.errorOf('words')} {...register('words')} />
        <SendRow command={command} sending="Saving…">Save the review</SendRow>
      </CommandForm>
    </Card>
  )
}
