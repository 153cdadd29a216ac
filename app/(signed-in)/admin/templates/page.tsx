import type { Metadata } from 'next'
import { TemplateTable } from '@/components/admin/template-table'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { listTemplates } from '@/lib/templates/queries'

export const metadata: Metadata = { title: 'Call templates' }

export default async function TemplatesPage() {
  const templates = await ask(listTemplates, {})
  return (
    <>
      <PageHeader
        title="Call templates"
        lede="Prompts for calls that recur, shown beside what was said. An edit makes a new version; contacts keep the version that was used."
        actions={<ButtonLink href="/admin/templates/new">Add a kind of call</ButtonLink>}
      />
      <TemplateTable templates={templates} />
    </>
  )
}
