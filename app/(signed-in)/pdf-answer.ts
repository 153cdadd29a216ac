import type { Outcome } from '@/lib/access/outcome'

/**
 * The answer to whoever asks for a file. `name` holds nothing personal; what may not be seen and what is not there
 * answer alike; nothing of it is kept on the way.
 */
export async function pdfAnswer<T>(answer: Outcome<T>, render: (output: T) => Promise<Buffer>, name: string): Promise<Response> {
  if (!answer.ok) {
    const status = answer.kind === 'not_signed_in' ? 401 : answer.kind === 'unavailable' || answer.kind === 'not_recorded' ? 503 : 404
    return new Response(answer.message, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  }
  const file = await render(answer.output)
  return new Response(new Uint8Array(file), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } })
}
