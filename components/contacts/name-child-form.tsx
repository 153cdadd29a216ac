'use client'

import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import type { ChildMatch } from '@/lib/children/queries'
import { emptyContact, toContactInput, type ContactForm } from '@/lib/contacts/form'
import { nameChildSchema } from '@/lib/contacts/schema'
import type { Proposal } from '@/lib/screening/identity'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { ChildSection } from './form-child'

type Props = {
  contactId: string
  version: number
  save: (input: never) => Promise<Outcome<unknown>>
  search: (query: string) => Promise<Outcome<ChildMatch[]>>
  possible: (input: never) => Promise<Outcome<Proposal[]>>
}

/** Says which child a contact is about, once somebody knows. */
export function NameChildForm({ contactId, version, save, search, possible }: Props) {
  const router = useRouter()
  const command = useCommand<ContactForm, unknown>({
    schema: nameChildSchema,
    defaultValues: emptyContact(contactId),
    toInput: (form) => ({ contactId, version, child: toContactInput(form).child }),
    action: save,
    done: () => router.refresh(),
  })
  const kind = useWatch({ control: command.form.control, name: 'childKind' })
  return (
    <CommandForm command={command}>
      <ChildSection form={command.form} errorOf={command.errorOf} kind={kind} search={search} possible={possible} naming />
      <div className="mt-4">
        <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Saving…">
          Save which child
        </Button>
      </div>
    </CommandForm>
  )
}
