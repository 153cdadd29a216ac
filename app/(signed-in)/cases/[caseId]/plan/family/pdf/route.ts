import { perform } from '@/lib/access/web'
import { familyCopyPdf } from '@/lib/pdf/family-copy'
import { printFamilyCopy } from '@/lib/plans/print'

/** The family copy as a file. Nothing personal is in its name; what may not be seen and what is not there answer alike. */
export async function GET(_: Request, { params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const answer = await perform(printFamilyCopy, { caseId, as: 'pdf' })
  if (!answer.ok) return new Response(answer.message, { status: answer.kind === 'not_signed_in' ? 401 : answer.kind === 'unavailable' || answer.kind === 'not_recorded' ? 503 : 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  const file = await familyCopyPdf(answer.output)
  return new Response(new Uint8Array(file), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="safety-plan.pdf"', 'Cache-Control': 'no-store' } })
}
