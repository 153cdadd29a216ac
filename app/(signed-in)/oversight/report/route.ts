import { DoorError } from '@/lib/access/errors'
import { ask } from '@/lib/access/web'
import { periodSchema } from '@/lib/oversight/board'
import { readReport } from '@/lib/oversight/report'
import { figuresReportPdf } from '@/lib/pdf/figures-report'
import { listView } from '@/lib/query-string'

/** Report to the board as a file, for the period of the address. */
export async function GET(request: Request) {
  const { asked } = listView('', periodSchema, Object.fromEntries(new URL(request.url).searchParams))
  try {
    const file = await figuresReportPdf(await ask(readReport, { from: asked.from, until: asked.until }), { title: 'Report to the board', intro: 'For the safeguarding board. It holds numbers from 1 to 5: it is not for publication.' })
    return new Response(new Uint8Array(file), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="board-report.pdf"', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } })
  } catch (cause) {
    if (cause instanceof DoorError) return new Response(cause.message, { status: 503 })
    throw cause
  }
}
