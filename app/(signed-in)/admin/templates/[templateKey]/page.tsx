import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TemplateForm } from '@/components/admin/template-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { versionInWords } from '@/lib/pathway/call-templates'
import { listTemplates } from '@/lib/templates/queries'
import { saveTemplateAction } from '../actions'

export const metadata: Metadata = { title: 'Call template' }

type Props = { params: Promise<{ templateKey: string }> }

export default async function TemplatePage({ params }: Props) {
  const { templateKey } = await params
  const template = (await ask(listTemplates, {})).find(({ key }) => key === templateKey)
  if (!template && templateKey !== 'new') notFound()
  return (
    <>
      <PageHeader
        title={template ? template.name : 'Add a kind of call'}
        lede={template ? `You are reading ${versionInWords(template)}. Saving makes the next version of this area; older ones stay with the contacts that used them.` : 'It is offered on the contact form beside the others.'}
        back={<BackLink href="/admin/templates">Call templates</BackLink>}
      />
      <TemplateForm template={template} save={saveTemplateAction} />
    </>
  )
}
