'use client'

import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { offerSchema } from '@/lib/casework/schema'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { ISVA_STATES } from '@/lib/pathway/sessions'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { DateInput } from '../ui/date-input'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Form = { disclosureId: string; submissionKey: string; state: string; onDay: { day: string; month: string; year: string }; note: string }
type Props = { disclosureId: string; submissionKey: string; today: Form['onDay']; save: (input: never) => Promise<Outcome<unknown>>; draft: FormDraft | undefined }

/** Writes down where the offer of an adviser stands now. What stood before is kept. */
export function OfferForm({ disclosureId, submissionKey, today, save, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<Form, unknown>({
    schema: offerSchema,
    empty: { disclosureId, submissionKey, state: '', onDay: today, note: '' },
    fixed: { disclosureId },
    draft,
    action: save,
    done: () => router.refresh(),
  })
  const { register, control } = command.form
  const state = useWatch({ control, name: 'state' })
  return (
    <CommandForm command={command} className="mt-5 max-w-form space-y-5">
      <Radios legend="Where does the offer stand now?" id="state" options={ISVA_STATES.map(({ id, label }) => ({ value: id, label }))} error={command.errorOf('state')} {...register('state')} />
      <DateInput legend="On what day?" name="onDay" error={command.errorOf('onDay')} part={(part) => register(`onDay.${part}`)} />
      <TextArea label={state === 'not_yet' ? 'Why not yet, and when will it be?' : 'Note'} optional={state !== 'not_yet'} rows={3} error={command.errorOf('note')} {...register('note')} />
      <SendRow command={command} sending="Saving…">Save the offer</SendRow>
    </CommandForm>
  )
}
