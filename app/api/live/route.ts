import { followChanges, streamOf } from '@/lib/access/live'
import { performQuietly } from '@/lib/access/web'

/** Tells a page what kinds of thing change, as they change, and what changed since it was read (server-sent events). */
export async function GET(request: Request) {
  const { actor, answer } = await performQuietly(followChanges, {})
  if (!actor || !answer.ok) return new Response(null, { status: answer.ok ? 401 : 503 })
  return new Response(streamOf(actor, new URL(request.url).searchParams.get('since') ?? '', request.signal), {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' },
  })
}
