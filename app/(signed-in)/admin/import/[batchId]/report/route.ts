import { ask } from '@/lib/access/web'
import { csvOf } from '@/lib/csv'
import { readImport } from '@/lib/imports/queries'

/** Every refused row and what is worth knowing, as CSV: files, lines and columns, and nothing of what stands there. */
export async function GET(_: Request, { params }: { params: Promise<{ batchId: string }> }) {
  const { report } = await ask(readImport, { batchId: (await params).batchId })
  const rows = [...(report?.problems ?? []).map((one) => ({ ...one, kind: 'Refused' })), ...(report?.notes ?? []).map((one) => ({ ...one, kind: 'To know' }))]
  const csv = csvOf(['File', 'Line', 'Column', 'What', 'Why'], rows.map(({ file, line, column, kind, message }) => [file, String(line), column, kind, message]))
  return new Response(csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="import-report.csv"', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } })
}
