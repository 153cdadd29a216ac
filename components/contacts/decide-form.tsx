'use client'

import { useRouter } from 'next/navigation'
import { FormProvider, useWatch } from 'react-hook-form'
import type { Outcome as Answer } from '@/lib/access/outcome'
import { decisionSchema, outsideReceivers, REFERRER_TOLD, REFERRER_TOLD_LABELS } from '@/lib/contacts/schema'
import { fromDraft } from '@/lib/drafts/restore'
import { OUTCOME_LABELS, OUTCOMES, type Outcome } from '@/lib/pathway/routing'
import type { ShareOffer } from '@/lib/sharing/queries'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { LanguageHints } from '../forms/language-hints'
import { useCommand } from '../forms/use-command'
import { ServiceField, type OfferedService } from '../services/service-field'
import type { Given } from '../sharing/share-choice'
import { ShareFields } from '../sharing/share-fields'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'

type Props = {
  contactId: string
  version: number
  suggested: readonly Outcome[]
  offer: ShareOffer
  decide: (input: never) => Promise<Answer<unknown>>
  draft: { id: string; content: Record<string, unknown> | undefined }
  /** The directory, what may help first. */
  services: readonly OfferedService[]
}

type Form = { contactId: string; version: number; outcomes: Outcome[]; service: string; serviceId: string; summary: string; rationale: string; referrerTold: string; toldNote: string; agencies: string[]; items: string[]; purpose: string; basis: string; apart: boolean; each: Record<string, Given & { why: string }> }

const HINTS: Record<Outcome, string> = {
  cate: 'Exploitation plays a part: referral to the CATE team',
  safeguarding: 'A child-protection response is needed',
  other_service: 'Early help, CAMHS, sexual health, housing and others',
  advice: 'Nothing is sent on; the advice is recorded',
}

const EMPTY = { outcomes: [] as Outcome[], service: '', serviceId: '', summary: '', rationale: '', referrerTold: '', toldNote: '', agencies: [] as string[], items: [] as string[], purpose: 'help', basis: 'public_task', apart: false, each: {} }

/** The decision as it is sent: what was chosen for a receiver that was taken away again stays behind. */
function asInput({ each, apart, ...form }: Form) {
  const receivers = outsideReceivers(form)
  if (!apart || receivers.length < 2) return form
  return { ...form, apart, each: Object.fromEntries(Object.entries(each).filter(([key]) => receivers.includes(key))) }
}

/** Where this goes, why, and whether the person who told us knows. Nothing is chosen beforehand. */
export function DecideForm({ contactId, version, suggested, offer, decide, draft, services }: Props) {
  const router = useRouter()
  const command = useCommand<Form, unknown>({
    schema: decisionSchema,
    defaultValues: { ...fromDraft({ ...EMPTY, items: offer.preselected }, draft.content), contactId, version },
    draft: { kind: 'decision', id: draft.id },
    toInput: asInput,
    action: decide,
    done: () => router.refresh(),
  })
  const { register, control, setValue } = command.form
  const { errorOf } = command
  const [outcomes, told, summary, rationale, service, serviceId, agencies] = useWatch({ control, name: ['outcomes', 'referrerTold', 'summary', 'rationale', 'service', 'serviceId', 'agencies'] })
  const setService = (name: string, id: string) => {
    setValue('service', name, { shouldDirty: true })
    setValue('serviceId', id, { shouldDirty: true })
  }
  const receivers = outsideReceivers({ agencies, service, serviceId }).map((key) => ({ key, name: offer.agencies.find(({ id }) => id === key)?.name ?? service }))
  const sends = outcomes.some((outcome) => outcome !== 'advice')
  return (
    <Card title="Decide where this goes" id="decide">
      <FormProvider {...command.form}>
        <CommandForm command={command} className="space-y-5">
          {draft.content ? <DraftNotice draftId={draft.id} /> : null}
          <Checkboxes
            legend="Where does it go?"
            hint="You can choose more than one, for example CATE and safeguarding."
            id="outcomes"
            error={errorOf('outcomes')}
            options={OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_LABELS[outcome], hint: suggested.includes(outcome) ? `Suggested. ${HINTS[outcome]}` : HINTS[outcome] }))}
            {...register('outcomes')}
          />
          {outcomes.includes('other_service') && offer.agencies.length ? (
            <Checkboxes
              legend="Agencies that answer in Waymark"
              hint="Any that it goes to. Leave them empty for another service."
              optional
              small
              id="agencies"
              error={errorOf('agencies')}
              options={offer.agencies.map(({ id, name }) => ({ value: id, label: name }))}
              {...register('agencies')}
            />
          ) : null}
          {outcomes.includes('other_service') ? <ServiceField name={service} serviceId={serviceId} onChange={setService} services={services} error={errorOf('service')} /> : null}
          {sends ? <TextArea label="What they need to know" hint="They see this, and no more of the contact than their role opens" rows={4} error={errorOf('summary')} {...register('summary')} /> : null}
          {sends ? <LanguageHints controlId="summary" text={summary} onReplace={(text) => setValue('summary', text, { shouldDirty: true })} /> : null}
          {outcomes.includes('other_service') ? <ShareFields errorOf={errorOf} offer={offer} receivers={receivers} /> : null}
          <TextArea label="Reason for the decision" rows={4} error={errorOf('rationale')} {...register('rationale')} />
          <LanguageHints controlId="rationale" text={rationale} onReplace={(text) => setValue('rationale', text, { shouldDirty: true })} />
          <Radios
            legend="Does the person who told us know the outcome?"
            id="referrerTold"
            options={REFERRER_TOLD.map((value) => ({ value, label: REFERRER_TOLD_LABELS[value] }))}
            error={errorOf('referrerTold')}
            {...register('referrerTold')}
          />
          {told === 'yes' || told === 'cannot' ? <TextInput label={told === 'yes' ? 'What were they told?' : 'Why not?'} error={errorOf('toldNote')} {...register('toldNote')} /> : null}
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <Button type="submit" pending={command.pending} pendingLabel="Saving…">
              Save decision
            </Button>
            <SaveStatus {...command.kept} />
          </div>
        </CommandForm>
      </FormProvider>
    </Card>
  )
}
