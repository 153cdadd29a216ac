import type { Metadata } from 'next'
import { LabelsForm } from '@/components/admin/labels-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { readLabels } from '@/lib/areas/labels'
import { setLabelsAction } from '../actions'

export const metadata: Metadata = { title: 'What the enquiry is called' }

export default async function AreaPage() {
  const labels = await ask(readLabels, {})
  return (
    <>
      <PageHeader title="What the enquiry is called" lede="The name that everybody in this area reads where the safeguarding lead asks the agencies what they know." back={<BackLink href="/admin">People</BackLink>} />
      <LabelsForm labels={labels} save={setLabelsAction} />
    </>
  )
}
