import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ImportForm } from '@/components/action-plan/import-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { signedIn } from '@/lib/access/web'
import { checkPlanTableAction, importPlanTableAction } from '../actions'

export const metadata: Metadata = { title: 'Bring in a table' }

export default async function ImportPlanPage() {
  const { role } = await signedIn()
  if (!may(role, 'action-plan:write')) notFound()
  return (
    <>
      <PageHeader title="Bring in a table" lede="Paste the plan from a spreadsheet, or choose a CSV file. Nothing is written until you have seen what would be." back={<BackLink href="/action-plan">Action plan</BackLink>} />
      <ImportForm check={checkPlanTableAction} bring={importPlanTableAction} />
    </>
  )
}
