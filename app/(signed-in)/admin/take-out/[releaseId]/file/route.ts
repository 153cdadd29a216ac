import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { perform } from '@/lib/access/web'
import { takeRelease } from '@/lib/releases/commands'

/** Hands a file to one of the two who agreed on it. That it was taken is written down before its first byte goes. */
export async function POST(_: Request, { params }: { params: Promise<{ releaseId: string }> }) {
  const { releaseId } = await params
  const answer = await perform(takeRelease, { releaseId })
  if (!answer.ok) return new Response(answer.message, { status: 409, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
  const { file, bytes, name } = answer.output
  return new Response(Readable.toWeb(createReadStream(file)) as unknown as BodyInit, {
    headers: { 'Content-Type': 'application/zip', 'Content-Length': String(bytes), 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  })
}
