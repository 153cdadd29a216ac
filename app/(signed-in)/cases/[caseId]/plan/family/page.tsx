import type { Metadata } from 'next'
import { FamilySheet } from '@/components/plans/family-sheet'
import { PrintButton } from '@/components/services/print-button'
import { BackLink } from '@/components/ui/back-link'
import { ask } from '@/lib/access/web'
import { printFamilyCopy } from '@/lib/plans/print'

// the browser prints this title at the top of the sheet
export const metadata: Metadata = { title: { absolute: 'Your safety plan' } }

export default async function FamilyCopyPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const copy = await ask(printFamilyCopy, { caseId, as: 'page' })
  return (
    <>
      <div className="mb-5 no-print">
        <BackLink href={`/cases/${caseId}/plan`}>Safety plan</BackLink>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <PrintButton />
          <a href={`/cases/${caseId}/plan/family/pdf`}>Open as a PDF</a>
          <p className="text-ink-soft">Only what stands below is printed. Read it through together where you can.</p>
        </div>
      </div>
      <FamilySheet copy={copy} />
    </>
  )
}
