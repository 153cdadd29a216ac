'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { fromDraft } from '@/lib/drafts/restore'
import { decideSchema } from '@/lib/enquiries/schema'
import { ENQUIRY_ROUTE_LABELS, ENQUIRY_ROUTES, type EnquiryRoute } from '@/lib/pathway/enquiry-words'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { useCommand } from '../forms/use-command'
import { ServiceField, type OfferedService } from '../services/service-field'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import { SaveStatus } from '../ui/save-status'
import { Warning } from '../ui/warning'

type Form = { enquiryId: string; version: number; route: string; service: string; serviceId: string; summary: string; reasons: string }

type Props = {
  enquiryId: string
  version: number
  /** Agencies that have not answered. */
  waiting: number
  /** Its contact waits for a decision, which this one will be. */
  decidesContact: boolean
  /** Some entry is kept from some professionals. */
  restricted: boolean
  services: readonly OfferedService[]
  decide: (input: never) => Promise<Outcome<unknown>>
  draft: { id: string; content: Record<string, unknown> | undefined }
}

const HINTS: Readonly<Record<EnquiryRoute, string>> = {
  cate: 'Exploitation plays a part',
  safeguarding: 'A child-protection response is needed',
  both: 'CATE works with the child while safeguarding responds',
  other: 'A named service outside these two',
  none: 'Nothing is sent on; what the agencies said stays here',
}

const EMPTY = { route: '', service: '', serviceId: '', summary: '', reasons: '' }

/** Where this goes and why. Nothing is chosen beforehand; what agencies write meanwhile leaves it alone. */
export function RouteForm({ enquiryId, version, waiting, decidesContact, restricted, services, decide, draft }: Props) {
  const router = useRouter()
  const [content] = useState(draft.content)
  const command = useCommand<Form, unknown>({
    schema: decideSchema,
    defaultValues: { ...fromDraft(EMPTY, content), enquiryId, version },
    draft: { kind: 'enquiry_decision', id: draft.id },
    action: decide,
    done: () => router.refresh(),
  })
  const { register, control, setValue } = command.form
  const { errorOf } = command
  const [route, service, serviceId] = useWatch({ control, name: ['route', 'service', 'serviceId'] })
  const setService = (name: string, id: string) => {
    setValue('service', name, { shouldDirty: true })
    setValue('serviceId', id, { shouldDirty: true })
  }
  return (
    <Card title="Decide the route out" id="decide">
      <CommandForm command={command} className="space-y-5">
        {content ? <DraftNotice draftId={draft.id} /> : null}
        {waiting ? <p>{waiting === 1 ? 'One agency has' : `${waiting} agencies have`} not answered. You can decide before they do: what comes later is marked.</p> : null}
        <Radios legend="Where does it go?" id="route" options={ENQUIRY_ROUTES.map((value) => ({ value, label: ENQUIRY_ROUTE_LABELS[value], hint: HINTS[value] }))} error={errorOf('route')} {...register('route')} />
        {route === 'other' ? <ServiceField name={service} serviceId={serviceId} onChange={setService} services={services} error={errorOf('service')} /> : null}
        {route && route !== 'none' ? <TextArea label="What they need to know" hint={`The enquiry as it stands goes with the referral.${decidesContact ? ' The contact is decided with it, and whoever told us still has to be told.' : ''}`} rows={4} error={errorOf('summary')} {...register('summary')} /> : null}
        <TextArea label="Reasons" rows={4} error={errorOf('reasons')} {...register('reasons')} />
        {restricted && route && route !== 'none' ? <Warning>Some entries are withheld from those who receive this. Do not repeat them in your own words.</Warning> : null}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button type="submit" pending={command.pending} pendingLabel="Saving…">Decide</Button>
          <SaveStatus {...command.kept} />
        </div>
      </CommandForm>
    </Card>
  )
}
