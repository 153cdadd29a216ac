import { perform } from '@/lib/access/web'
import { familyCopyPdf } from '@/lib/pdf/family-copy'
import { printFamilyCopy } from '@/lib/plans/print'
import { pdfAnswer } from '../../../../../pdf-answer'

/** The family copy as a file. */
export async function GET(_: Request, { params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  return pdfAnswer(await perform(printFamilyCopy, { caseId, as: 'pdf' }), familyCopyPdf, 'safety-plan.pdf')
}
