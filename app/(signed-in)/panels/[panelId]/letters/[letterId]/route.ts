import { perform } from '@/lib/access/web'
import { printLetter } from '@/lib/panels/letters'
import { gpLetterPdf } from '@/lib/pdf/gp-letter'
import { pdfAnswer } from '../../../../pdf-answer'

/** A letter to a GP as a file. */
export async function GET(_: Request, { params }: { params: Promise<{ letterId: string }> }) {
  const { letterId } = await params
  return pdfAnswer(await perform(printLetter, { letterId }), gpLetterPdf, 'letter.pdf')
}
