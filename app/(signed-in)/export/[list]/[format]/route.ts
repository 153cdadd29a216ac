import { Readable } from 'node:stream'
import { notFound } from 'next/navigation'
import { DoorError } from '@/lib/access/errors'
import { ask } from '@/lib/access/web'
import { csvFile } from '@/lib/exports/csv-file'
import { exportList, MOST_ROWS } from '@/lib/exports/list'
import { LIST_NAMES, LISTS } from '@/lib/exports/lists'
import { xlsxOf } from '@/lib/exports/xlsx'
import { listView } from '@/lib/query-string'

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

/** A list as a file, by the address that its page has: what is narrowed there is narrowed here. */
export async function GET(request: Request, { params }: { params: Promise<{ list: string; format: string }> }) {
  const { list: named, format: wanted } = await params
  const list = LIST_NAMES.find((name) => name === named) ?? notFound()
  const format = wanted === 'csv' || wanted === 'xlsx' ? wanted : notFound()
  const { asked } = listView('', LISTS[list].schema, Object.fromEntries(new URL(request.url).searchParams))
  const { [LISTS[list].turn]: _, ...filter } = asked as Record<string, unknown>
  try {
    const table = await ask(exportList, { list, format, filter })
    // from here on it is told in the log, and the file is made as it is read
    const file = format === 'csv' ? csvFile(table) : xlsxOf(table)
    // a file that is not the whole list says so in its name
    const name = table.whole ? list : `${list}-first-${MOST_ROWS}`
    return new Response(Readable.toWeb(file) as unknown as BodyInit, { headers: { 'Content-Type': TYPES[format], 'Content-Disposition': `attachment; filename="${name}.${format}"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } })
  } catch (cause) {
    if (cause instanceof DoorError) return new Response(cause.message, { status: 503 })
    throw cause
  }
}
