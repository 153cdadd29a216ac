import { DoorError } from '@/lib/access/errors'
import { ask } from '@/lib/access/web'
import { exportChronology } from '@/lib/chronology/queries'
import { chronologyExportSchema } from '@/lib/chronology/schema'
import { listView } from '@/lib/query-string'

/** The chronology as a file. Its name carries the reference and never a name; nothing of it is kept on the way. */
export async function GET(request: Request, { params }: { params: Promise<{ childId: string }> }) {
  const { childId } = await params
  const { searchParams } = new URL(request.url)
  const { asked } = listView('', chronologyExportSchema, Object.fromEntries(searchParams))
  try {
    const { file, csv } = await ask(exportChronology, { ...asked, childId })
    return new Response(csv, {
      headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${file}"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
    })
  } catch (cause) {
    if (cause instanceof DoorError) return new Response(cause.message, { status: 503 })
    throw cause
  }
}
