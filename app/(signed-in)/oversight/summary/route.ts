import { DoorError } from '@/lib/access/errors'
import { ask } from '@/lib/access/web'
import { periodSchema } from '@/lib/oversight/board'
import { readSummary } from '@/lib/oversight/report'
import { figuresReportPdf } from '@/lib/pdf/figures-report'
import { listView } from '@/lib/query-string'

/** Annual summary as a file, for the period of the address. */
export async function GET(request: Request) {
  const { asked } = listView('', periodSchema, Object.fromEntries(new URL(request.url).searchParams))
  try {
    const file = await figuresReportPdf(await ask(readSummary, { from: asked.from, until: asked.until }), { title: 'Annual summary', intro: 'How children at risk of exploitation were helped, in numbers.' })
    return new Response(new Uint8Array(file), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="annual-summary.pdf"', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } })
  } catch (cause) {
    if (cause instanceof DoorError) return new Response(cause.message, { status: 503 })
    throw cause
  }
}
