import type { Metadata } from 'next'
import { ContactForm } from '@/components/contacts/contact-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { listAgencies } from '@/lib/areas/queries'
import { contactFromDraft } from '@/lib/contacts/form'
import { listDrafts } from '@/lib/drafts/queries'
import { listOfferedTemplates } from '@/lib/templates/queries'
import { possibleChildrenAction } from '../../../children/actions'
import { logContactAction, recordOnCaseAction, searchChildrenAction } from '../../actions'

export const metadata: Metadata = { title: 'Log a contact' }

type Props = { params: Promise<{ draftId: string }> }

export default async function LogContactPage({ params }: Props) {
  const { draftId } = await params
  const [draft] = await ask(listDrafts, { kind: 'contact', draftId })
  const agencies = await ask(listAgencies, {})
  const templates = await ask(listOfferedTemplates, {})
  return (
    <>
      <PageHeader title="Log a contact" lede="Write it down once, even where nothing is certain. It is kept as you type." back={<BackLink href="/today">Today</BackLink>} />
      <ContactForm key={draftId} initial={contactFromDraft(draftId, draft?.content)} agencies={agencies} templates={templates} save={logContactAction} recordOnCase={recordOnCaseAction} search={searchChildrenAction} possible={possibleChildrenAction} />
    </>
  )
}
