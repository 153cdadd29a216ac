import { perform } from '@/lib/access/web'
import { takeCopy } from '@/lib/subject-access/hand-out'

/** The same copy as data. What may not be seen, is not there or is not ready answers alike; nothing of it is kept on the way. */
export async function GET(_: Request, { params }: { params: Promise<{ requestId: string }> }) {
  const { requestId } = await params
  const answer = await perform(takeCopy, { requestId, as: 'json' })
  if (!answer.ok) {
    const status = answer.kind === 'not_signed_in' ? 401 : answer.kind === 'unavailable' || answer.kind === 'not_recorded' ? 503 : 404
    return new Response(answer.message, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  }
  return new Response(JSON.stringify(answer.output, null, 2), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${answer.output.reference}.json"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  })
}
