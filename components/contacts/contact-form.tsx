'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import type { ChildMatch } from '@/lib/children/queries'
import { goesToCase, toContactInput, type ContactForm as Form } from '@/lib/contacts/form'
import { contactSchema, type CaseNoteInput, type ContactInput } from '@/lib/contacts/schema'
import type { CallTemplate } from '@/lib/pathway/call-templates'
import type { Proposal } from '@/lib/screening/identity'
import { Columns } from '../layout/columns'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { SaveStatus } from '../ui/save-status'
import { AsYouWrite } from './as-you-write'
import { ChildSection } from './form-child'
import { ConcernSection } from './form-concerns'
import { DangerSection } from './form-danger'
import { FamilySection } from './form-family'
import { ReferrerSection } from './form-referrer'
import { SaidSection } from './form-said'

type Props = {
  initial: Form
  agencies: readonly string[]
  templates: readonly CallTemplate[]
  save: (input: ContactInput) => Promise<Outcome<{ id: string; reference: string }>>
  recordOnCase: (input: CaseNoteInput) => Promise<Outcome<{ id: string }>>
  search: (query: string) => Promise<Outcome<ChildMatch[]>>
  possible: (input: never) => Promise<Outcome<Proposal[]>>
}

/** A contact, in the order a call goes. Kept as a draft from the first key. */
export function ContactForm({ initial, agencies, templates, save, recordOnCase, search, possible }: Props) {
  const router = useRouter()
  async function toContact(input: ContactInput) {
    const answer = await save(input)
    if (answer.ok) return { ...answer, output: { place: `/contacts/${answer.output.id}` } }
    // a case was opened since the child was chosen: the form asks where the call goes
    const { knownChild } = command.form.getValues()
    if (answer.fields.separateReason && knownChild) command.form.setValue('knownChild', { ...knownChild, openCase: knownChild.openCase ?? { practitioner: null } })
    return answer
  }
  async function toCase({ separateReason: _, ...call }: ContactInput) {
    const answer = await recordOnCase(call as CaseNoteInput)
    return answer.ok ? { ...answer, output: { place: `/case-notes/${answer.output.id}` } } : answer
  }
  const command = useCommand<Form, { place: string }>({
    schema: contactSchema,
    defaultValues: initial,
    toInput: toContactInput,
    action: toContact,
    actionOf: (form) => (goesToCase(form) ? toCase : toContact),
    // in place of the form, so that going back does not open it again
    done: ({ place }) => router.replace(`${place}?saved=1` as Route),
    draft: { kind: 'contact', id: initial.submissionKey },
  })
  const { form, errorOf } = command
  const [danger, childKind, exploitation, knownChild, recordOn] = useWatch({ control: form.control, name: ['danger', 'childKind', 'exploitation', 'knownChild', 'recordOn'] })
  const onCase = goesToCase({ childKind, knownChild, recordOn })
  const section = { form, errorOf }
  return (
    <Columns asideLabel="As you write" aside={<AsYouWrite control={form.control} />}>
      <CommandForm command={command} className="space-y-6">
      <DangerSection {...section} danger={danger} />
      <ReferrerSection {...section} agencies={agencies} templates={templates} />
      <SaidSection {...section} templates={templates} />
      <ChildSection {...section} kind={childKind} search={search} possible={possible} />
      <ConcernSection {...section} exploitation={exploitation} />
      <FamilySection {...section} />
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-x-5 gap-y-2 border-t bg-paper px-4 py-3 no-print sm:mx-0 sm:px-0">
        <Button type="submit" pending={command.pending} pendingLabel="Saving…">
          {onCase ? 'Record on the case' : 'Save contact'}
        </Button>
        <SaveStatus {...command.kept} />
      </div>
      </CommandForm>
    </Columns>
  )
}
