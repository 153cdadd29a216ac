'use client'

import { partsOf } from '@/lib/pathway/call-templates'
import type { TemplateView } from '@/lib/templates/queries'
import { DataTable } from '../ui/table'
import { Tag } from '../ui/tag'
import { When } from '../when'

/** The scripts of an area: whose version is in use, and whether the form offers it. */
export function TemplateTable({ templates }: { templates: readonly TemplateView[] }) {
  return (
    <DataTable
      caption="Call templates"
      captionHidden
      rows={templates}
      rowKey={(template) => template.ref}
      columns={[
        { key: 'name', header: 'Kind of call', cell: (template) => template.name, href: (template) => `/admin/templates/${template.key}` },
        { key: 'prompts', header: 'Prompts', cell: (template) => template.prompts.length },
        {
          key: 'version',
          header: 'Version in use',
          cell: (template) => (partsOf(template.ref)?.by === 'waymark' ? `Waymark’s ${template.version}` : `${template.version} of this area`),
        },
        {
          key: 'by',
          header: 'Written by',
          cell: (template) => (template.madeBy && template.madeAt ? <>{template.madeBy}<span className="block text-ink-soft"><When at={template.madeAt} /></span></> : 'Waymark'),
        },
        { key: 'offered', header: 'On the form', cell: (template) => (template.offered ? <Tag tone="green">Offered</Tag> : <Tag>Not offered</Tag>) },
      ]}
    />
  )
}
