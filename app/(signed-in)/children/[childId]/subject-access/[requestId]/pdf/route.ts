import { perform } from '@/lib/access/web'
import { subjectAccessPdf } from '@/lib/pdf/subject-access'
import { takeCopy } from '@/lib/subject-access/hand-out'
import { pdfAnswer } from '../../../../../pdf-answer'

/** The copy of a record as a PDF, once two people agreed what is in it. */
export async function GET(_: Request, { params }: { params: Promise<{ requestId: string }> }) {
  const { requestId } = await params
  return pdfAnswer(await perform(takeCopy, { requestId, as: 'pdf' }), subjectAccessPdf, 'record.pdf')
}
